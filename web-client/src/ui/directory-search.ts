import type { Contact } from "../phone/contacts";
import type { Person } from "../phone/people";
import { plain, wordsOf } from "./finder";

const beginnings = new WeakMap<Person | Contact, readonly string[]>();

/** What each typed word may be the beginning of; worked out once for each person, for there may be a thousand. */
function beginningsOf(one: Person | Contact): readonly string[] {
  const known = beginnings.get(one);
  if (known !== undefined) return known;
  const words = "numbers" in one ? wordsOfContact(one) : wordsOfPerson(one);
  beginnings.set(one, words);
  return words;
}

function wordsOfPerson({ name, department, extension }: Person): readonly string[] {
  return [...wordsOf(plain(`${name} ${department ?? ""}`)), extension];
}

function wordsOfContact({ name, company, numbers }: Contact): readonly string[] {
  return [...wordsOf(plain(`${name} ${company}`)), ...numbers.flatMap(({ number, shownAs }) => [number, ...shownAs])];
}

/** Those of whom each typed word begins a word of the name, department or company, or a number; in their order. Pure. */
export function search<One extends Person | Contact>(people: readonly One[], typed: string): readonly One[] {
  const wanted = wordsOf(plain(typed)).filter((word) => word !== "");
  if (wanted.length === 0) return people;
  return people.filter((person) => fits(person, wanted));
}

/** Whether each plain word begins one of his. */
export function fits(one: Person | Contact, wanted: readonly string[]): boolean {
  return wanted.every((word) => beginningsOf(one).some((begins) => begins.startsWith(word)));
}

import type { Person } from "../phone/people";
import { plain, wordsOf } from "./finder";

const beginnings = new WeakMap<Person, readonly string[]>();

/** What each typed word may be the beginning of; worked out once for each person, for there may be a thousand. */
function beginningsOf(person: Person): readonly string[] {
  const known = beginnings.get(person);
  if (known !== undefined) return known;
  const words = [...wordsOf(plain(`${person.name} ${person.department ?? ""}`)), person.extension];
  beginnings.set(person, words);
  return words;
}

/** Those of whom each typed word begins a word of the name or the department, or the extension; in their order. Pure. */
export function search(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = wordsOf(plain(typed)).filter((word) => word !== "");
  if (wanted.length === 0) return people;
  return people.filter((person) => wanted.every((word) => beginningsOf(person).some((begins) => begins.startsWith(word))));
}

import type { Contact } from "../phone/contacts";
import type { Person } from "../phone/people";
import { fits, search } from "./directory-search";
import { meant, plain, wordsOf } from "./finder";

/** Whom a receptionist may call or hand a call on to. */
export interface Somebody {
  /** Names the entry among all others. */
  readonly id: string;
  readonly name: string;
  /** An extension, or a number outside. */
  readonly number: string;
  /** Who it is, if he is of the company. */
  readonly person: Person | null;
}

/** How a person is looked for: worked out once, for each letter typed asks for all of them. */
interface Index {
  readonly name: string;
  readonly words: readonly string[];
  readonly initials: string;
}

const indexes = new WeakMap<Person, Index>();

function indexOf(person: Person): Index {
  const known = indexes.get(person);
  if (known !== undefined) return known;
  const name = plain(person.name);
  const words = wordsOf(name).filter((word) => word !== "");
  const initials = words.map((word) => word.charAt(0)).join("");
  const index = { name, words, initials };
  indexes.set(person, index);
  return index;
}

const found = { byName: 0, byWords: 1, byInitials: 2, byExtension: 3, byDepartment: 4 } as const;
const notFound = 5;

/** How closely a person fits what was typed, the smaller the closer. */
function rank(person: Person, wanted: string, parts: readonly string[]): number {
  const { name, words, initials } = indexOf(person);
  if (name.startsWith(wanted)) return found.byName;
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return found.byWords;
  if (wanted.length > 1 && initials.startsWith(wanted)) return found.byInitials;
  if (person.extension.startsWith(wanted)) return found.byExtension;
  return fits(person, parts) ? found.byDepartment : notFound;
}

/**
 * The people for what is typed, the closest first: by the beginning of the name, of its words in any order, by initials,
 * extension or department. All of them in their order while nothing is typed. Pure.
 */
export function searchPeople(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = plain(typed);
  if (wanted === "") return people;
  const parts = wordsOf(wanted).filter((part) => part !== "");
  return people
    .map((person) => ({ person, rank: rank(person, wanted, parts) }))
    .filter((one) => one.rank < notFound)
    .sort((one, other) => one.rank - other.rank)
    .map(({ person }) => person);
}

const mostContacts = 6;

/** Everybody who may be meant by what is typed: people, then numbers of contacts, then a number as it stands. Pure. */
export function searchAll(people: readonly Person[], contacts: readonly Contact[], typed: string): readonly Somebody[] {
  const colleagues = searchPeople(people, typed).map(ofPerson);
  if (typed.trim() === "") return colleagues;
  return [...colleagues, ...ofContacts(contacts, typed), ...asTyped(typed, colleagues)];
}

function ofPerson(person: Person): Somebody {
  return { id: person.extension, name: person.name, number: person.extension, person };
}

function ofContacts(contacts: readonly Contact[], typed: string): readonly Somebody[] {
  return search(contacts, typed)
    .flatMap(({ id, name, numbers }) => numbers.map(({ number }) => ({ id: `${id} ${number}`, name, number, person: null })))
    .slice(0, mostContacts);
}

function asTyped(typed: string, colleagues: readonly Somebody[]): readonly Somebody[] {
  const wanted = meant(typed, [], -1);
  if (wanted === undefined || !/^[+*#0-9]+$/.test(wanted.to)) return [];
  if (colleagues.some(({ number }) => number === wanted.to)) return [];
  return [{ id: "typed", name: "", number: wanted.to, person: null }];
}

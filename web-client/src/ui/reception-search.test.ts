import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import type { Contact } from "../phone/contacts";
import type { Person } from "../phone/people";
import { searchAll, searchPeople } from "./reception-search";

const person = (name: string, extension: string, department: string | null = null): Person => ({
  name,
  extension,
  department,
  now: signal({ name, extension, department, presence: "asleep" }),
});
const people = [
  person("Albert Roy", "110", "Comptabilité"),
  person("Carol Bonnet", "203", "Sales"),
  person("Émile Bernard", "204", "Accounts"),
  person("Jean-Luc Élan", "311", "Sales"),
  person("Roxane Alba", "412"),
];
const contacts: Contact[] = [
  {
    id: "c1",
    name: "Sally Taxi",
    company: "Cabs",
    note: "",
    numbers: [
      { label: "", number: "+33145678901", shownAs: ["0145678901"] },
      { label: "", number: "+33145678902", shownAs: [] },
    ],
  },
];
const names = (typed: string): string[] => searchPeople(people, typed).map(({ name }) => name);

describe("the people of the grid", () => {
  it("stand in their order while nothing is typed", () => {
    expect(searchPeople(people, " ")).toEqual(people);
  });

  it("come with the beginning of the name first, then of other words, accents or none", () => {
    expect(names("ro")).toEqual(["Roxane Alba", "Albert Roy"]);
    expect(names("e")).toEqual(["Émile Bernard", "Jean-Luc Élan"]);
    expect(names("ELAN")).toEqual(["Jean-Luc Élan"]);
    expect(names("nnet")).toEqual([]);
  });

  it("come by words in any order, initials, extension and department", () => {
    expect(names("bon car")).toEqual(["Carol Bonnet"]);
    expect(names("jle")).toEqual(["Jean-Luc Élan"]);
    expect(names("cb")).toEqual(["Carol Bonnet"]);
    expect(names("20")).toEqual(["Carol Bonnet", "Émile Bernard"]);
    expect(names("sales jean")).toEqual(["Jean-Luc Élan"]);
    expect(names("compta")).toEqual(["Albert Roy"]);
  });

  it("whose department begins so come last", () => {
    expect(names("ac")).toEqual(["Émile Bernard"]);
    expect(names("sal")).toEqual(["Carol Bonnet", "Jean-Luc Élan"]);
    expect(names("a")).toEqual(["Albert Roy", "Roxane Alba", "Émile Bernard"]);
  });
});

describe("everybody who may be meant", () => {
  const found = (typed: string): string[] => searchAll(people, contacts, typed).map(({ name, number }) => `${name} ${number}`.trim());

  it("is of the company while nothing is typed", () => {
    expect(found("")).toHaveLength(people.length);
  });

  it("may be a contact at each of his numbers, after the people", () => {
    expect(found("sal")).toEqual(["Carol Bonnet 203", "Jean-Luc Élan 311", "Sally Taxi +33145678901", "Sally Taxi +33145678902"]);
    expect(found("cabs")).toHaveLength(2);
  });

  it("may be a number as it is typed, unless somebody has it as his extension", () => {
    expect(found("06 12.34")).toEqual(["061234"]);
    expect(found("20")).toEqual(["Carol Bonnet 203", "Émile Bernard 204", "20"]);
    expect(found("203")).toEqual(["Carol Bonnet 203"]);
    expect(found("zoe")).toEqual([]);
  });

  it("has an id of his own, and is a colleague or not", () => {
    const all = searchAll(people, contacts, "sal");
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
    expect(all.map(({ person: one }) => one?.extension ?? null)).toEqual(["203", "311", null, null]);
  });
});

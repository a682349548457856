import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import type { Person } from "../phone/people";
import { search } from "./directory-search";

const person = (name: string, extension: string, department: string | null = null): Person => ({
  name,
  extension,
  department,
  now: signal({ name, extension, department, presence: "asleep" }),
});
const people = [
  person("Jean-Luc Élan", "110", "Comptabilité"),
  person("Carol Bonnet", "203", "Sales"),
  person("أحمد صالح", "311"),
  person("Siobhán O’Brien", "412", "Sales"),
];
const names = (typed: string): string[] => search(people, typed).map(({ name }) => name);

describe("the search for people", () => {
  it("shows everybody while nothing is typed", () => {
    expect(names(" ")).toHaveLength(4);
  });

  it("goes by the beginning of any word, accents or none", () => {
    expect(names("luc")).toEqual(["Jean-Luc Élan"]);
    expect(names("elan")).toEqual(["Jean-Luc Élan"]);
    expect(names("brien")).toEqual(["Siobhán O’Brien"]);
    expect(names("onnet")).toEqual([]);
    expect(names("صا")).toEqual(["أحمد صالح"]);
  });

  it("goes by extension and department, and by several words in any order", () => {
    expect(names("41")).toEqual(["Siobhán O’Brien"]);
    expect(names("sales")).toEqual(["Carol Bonnet", "Siobhán O’Brien"]);
    expect(names("sal caro")).toEqual(["Carol Bonnet"]);
    expect(names("sal jean")).toEqual([]);
  });
});

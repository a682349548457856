import { effect } from "@preact/signals-core";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import type { Colleague, Request } from "../signaling/messages";
import { People } from "./people";

const colleague = (extension: string, name: string, change: Partial<Colleague> = {}): Colleague => ({
  extension,
  name,
  department: null,
  presence: "asleep",
  ...change,
});

describe("the people of the company", () => {
  let told: Request[];
  let people: People;
  const names = (): string[] => people.all.value.map(({ name }) => name);

  beforeEach(() => {
    told = [];
    people = new People({ tell: (request) => told.push(request) });
  });

  it("are sorted by name, however they come", () => {
    people.hear(true, [colleague("103", "Zoé"), colleague("101", "élodie")]);
    people.hear(false, [colleague("102", "Ahmed")]);
    expect(names()).toEqual(["Ahmed", "élodie", "Zoé"]);
    expect(people.heard.value).toBe(true);
  });

  it("change one by one: the list stays, and so does everybody else", () => {
    people.hear(true, [colleague("101", "Alice"), colleague("102", "Bob")]);
    let lists = 0;
    let alices = 0;
    const bobs: string[] = [];
    effect(() => {
      lists += people.all.value.length > 0 ? 1 : 0;
    });
    effect(() => {
      alices += people.get("101")?.now.value.presence === "asleep" ? 1 : 0;
    });
    const bob = people.get("102");
    effect(() => {
      bobs.push(bob?.now.value.presence ?? "gone");
    });
    people.hear(false, [colleague("102", "Bob", { presence: "in-call", since: "2026-11-23T10:00:00Z" })]);
    expect([lists, alices]).toEqual([1, 1]);
    expect(bobs).toEqual(["asleep", "in-call"]);
  });

  it("are others once somebody comes, is named otherwise, or has left", () => {
    people.hear(true, [colleague("101", "Alice"), colleague("102", "Bob")]);
    const bob = people.get("102");
    people.hear(false, [colleague("103", "Carol"), colleague("101", "Alice", { department: "Sales" })]);
    expect(names()).toEqual(["Alice", "Bob", "Carol"]);
    expect(people.get("101")?.department).toBe("Sales");
    people.hear(true, [colleague("101", "Alice")]);
    people.hear(false, [colleague("102", "Bob", { presence: "available" })]);
    expect(names()).toEqual(["Alice", "Bob"]);
    expect(people.get("102")).toBe(bob);
    expect(bob?.now.value.presence).toBe("available");
  });

  it("are asked for only while somebody looks, and again on a new connection", () => {
    people.watch(false);
    people.welcomed();
    expect(told).toEqual([]);
    people.watch(true);
    people.watch(true);
    people.welcomed();
    people.watch(false);
    people.welcomed();
    expect(told.map((request) => request.type === "watch-people" && request.on)).toEqual([true, true, false, false]);
  });
});

describe("a phone", () => {
  it("hears of the people again after its connection was lost", async () => {
    const clock = new FakeClock();
    const server = new FakeSwitchboard(clock);
    const alice = new FakePerson("alice", server, clock);
    await alice.logsIn();
    alice.phone.people.watch(true);
    await settled();
    expect(alice.phone.people.all.value.map(({ name }) => name)).toEqual(["Alice", "Bob", "Carol"]);
    server.continues = false;
    server.breakSocket("alice");
    await clock.pass(5_000);
    await settled();
    expect(server.messages("alice", "watch-people").length).toBeGreaterThan(1);
  });
});

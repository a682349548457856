import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { durations } from "./conversations";

let clock: FakeClock;
let server: FakeSwitchboard;
let alice: FakePerson;
let bob: FakePerson;
let carol: FakePerson;

beforeEach(async () => {
  clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  [alice, bob, carol] = ["alice", "bob", "carol"].map((name) => new FakePerson(name, server, clock)) as [
    FakePerson,
    FakePerson,
    FakePerson,
  ];
  for (const person of [alice, bob, carol]) await person.logsIn();
  await alice.dials("102");
  await bob.answers();
});

const transfers = (): typeof bob.phone.transfers => bob.phone.transfers;

describe("a call that bob transfers to carol", () => {
  it("goes to a mailbox, where there is one", async () => {
    server.refusals.set("to-voicemail", "no-mailbox");
    expect(await transfers().toVoicemail(bob.call.key, "103")).toBe("no-mailbox");
    server.refusals.delete("to-voicemail");
    expect(await transfers().toVoicemail(bob.call.key, "103")).toBeNull();
    expect(server.messages("bob", "to-voicemail")).toMatchObject([{ to: "103" }, { call: "c-1", to: "103" }]);
    expect(bob.call).toMatchObject({ state: "ended", reason: "transferred" });
  });

  it("is over at bob, his sound closed, and rings at carol with a card", async () => {
    expect(await transfers().transfer(bob.call.key, "103", "invoice 118")).toBeNull();
    expect(server.messages("bob", "transfer")).toMatchObject([{ call: "c-1", to: "103", note: "invoice 118" }]);
    expect(bob.call).toMatchObject({ state: "ended", reason: "transferred", asking: false });
    expect(bob.media.openSessions).toEqual([]);
    const card = { kind: "transferred", other: { name: "Bob", number: "102" }, note: "invoice 118" };
    expect(carol.call).toMatchObject({ state: "ringing", name: "Alice", card });
    expect(alice.states()).toEqual(["in-call"]);
  });

  it("says what the server refused, and goes on", async () => {
    server.refusals.set("transfer", "wrong-state");
    expect(await transfers().transfer(bob.call.key, "103", "")).toBe("wrong-state");
    server.refusals.set("transfer", "no-capacity");
    expect(await transfers().transfer(bob.call.key, "103", "")).toBe("no-capacity");
    server.refusals.set("transfer", "internal");
    expect(await transfers().transfer(bob.call.key, "103", "")).toBe("refused");
    expect(bob.call).toMatchObject({ state: "in-call", asking: false, failure: null });
    expect(bob.sound.speaking).toBe(true);
  });

  it("says that the server does not answer", async () => {
    server.lost.add("transfer");
    const outcome = transfers().transfer(bob.call.key, "103", "");
    expect(bob.call.asking).toBe(true);
    await clock.pass(10_000);
    expect(await outcome).toBe("not-connected");
    expect(bob.call.asking).toBe(false);
  });

  it("rings at bob as another call when carol does not take it, though its id is the same", async () => {
    await transfers().transfer(bob.call.key, "103", "");
    const before = bob.call.key;
    const card = { kind: "returned", other: { name: "Carol", number: "103" }, note: "" } as const;
    server.show("bob", { direction: "in", state: "ringing", ended: null, answered: null, media: "pending", card });
    expect(bob.phone.state.calls.value).toMatchObject([{ id: "c-1", state: "ringing", card, answered: null }]);
    expect(bob.call.key).not.toBe(before);
    expect(bob.phone.state.earlier.value).toMatchObject([{ key: before, reason: "transferred" }]);
    expect(bob.media.ringing).toBe("ring");
    await bob.answers();
    expect(bob.call.state).toBe("in-call");
    await clock.pass(durations.endedShown);
    expect(bob.states()).toEqual(["in-call"]);
    expect(bob.sound.speaking).toBe(true);
  });

  it("rings at bob also when he has put it away already", async () => {
    await transfers().transfer(bob.call.key, "103", "");
    await clock.pass(durations.endedShown);
    expect(bob.states()).toEqual([]);
    const card = { kind: "returned", other: { name: "Carol", number: "103" }, note: "" } as const;
    server.show("bob", { direction: "in", state: "ringing", ended: null, media: "pending", card });
    expect(bob.states()).toEqual(["ringing"]);
  });
});

describe("carol, asked by bob while alice waits", () => {
  beforeEach(async () => {
    expect(await transfers().consult(bob.call.key, "103", "about the cake")).toBeNull();
  });

  it("rings with the question, and bob sees how she stands; his sound stays as it is", async () => {
    const card = { kind: "consultation", other: { name: "Alice", number: "101" }, note: "about the cake" };
    expect(carol.call).toMatchObject({ state: "ringing", name: "Bob", card });
    const party = { name: "Carol", number: "103" };
    expect(bob.call).toMatchObject({ state: "in-call", consult: { party, state: "ringing", ended: null } });
    const sound = bob.sound;
    await carol.answers();
    expect(bob.call.consult?.state).toBe("in-call");
    expect(bob.sound).toBe(sound);
    expect(server.messages("bob", "attach")).toEqual([]);
  });

  it("gets the call: it is over at bob, and hers with alice", async () => {
    await carol.answers();
    await transfers().complete(bob.call.key);
    expect(server.messages("bob", "complete-transfer")).toMatchObject([{ call: "c-1" }]);
    expect(bob.call).toMatchObject({ state: "ended", reason: "transferred", consult: null });
    expect(bob.media.openSessions).toEqual([]);
    expect(carol.call).toMatchObject({ state: "in-call", name: "Alice", card: { kind: "transferred" } });
  });

  it("is left alone again, and bob is back with alice", async () => {
    await transfers().cancel(bob.call.key);
    expect(bob.call).toMatchObject({ state: "in-call", consult: null, name: "Alice" });
    expect(carol.call).toMatchObject({ state: "ended", reason: "cancelled" });
  });

  it("joins: all three are in the call", async () => {
    await carol.answers();
    await transfers().join(bob.call.key);
    expect(bob.call).toMatchObject({ consult: null, with: [{ name: "Carol", number: "103" }] });
  });

  it("cannot be joined yet: the call says so until it stands otherwise", async () => {
    server.refusals.set("join", "wrong-state");
    await transfers().join(bob.call.key);
    expect(bob.call).toMatchObject({ state: "in-call", failure: "wrong-state" });
    server.show("bob", { state: "on-hold" });
    expect(bob.call.failure).toBeNull();
  });

  it("is asked once, though the button was pressed twice", async () => {
    const [one, two] = [transfers().cancel(bob.call.key), transfers().cancel(bob.call.key)];
    await Promise.all([one, two]);
    expect(server.messages("bob", "cancel-transfer")).toHaveLength(1);
    expect(bob.call.failure).toBeNull();
  });
});

describe("a call that bob parks", () => {
  beforeEach(async () => {
    await transfers().park(bob.call.key);
  });

  it("waits in its slot: shown until the server says it is over, its sound closed", async () => {
    expect(bob.call).toMatchObject({ state: "parked", slot: "701", media: "none" });
    expect(bob.media.openSessions).toEqual([]);
    await clock.pass(60_000);
    expect(bob.states()).toEqual(["parked"]);
    server.show("bob", { state: "ended", ended: "retrieved", slot: null });
    expect(bob.call).toMatchObject({ state: "ended", reason: "retrieved" });
  });

  it("is attached by no page: not by this one, asked or not, nor by one loaded anew", async () => {
    await bob.phone.calls.takeHere(bob.call.key);
    server.show("bob", { media: "none" });
    const reloaded = new FakePerson("bob", server, clock);
    await reloaded.logsIn();
    expect(reloaded.states()).toEqual(["parked"]);
    server.show("bob", { media: "none" });
    await clock.pass(durations.rescue);
    expect(server.messages("bob", "attach")).toEqual([]);
  });

  it("rings like a first call when another comes, and is not held", async () => {
    await carol.dials("102");
    expect(bob.media.ringing).toBe("ring");
    await bob.answers();
    expect(server.messages("bob", "hold")).toEqual([]);
  });

  it("is fetched by an ordinary call to the slot", async () => {
    await bob.phone.calls.dial(bob.call.slot ?? "", "Alice");
    await settled();
    expect(server.messages("bob", "call")).toMatchObject([{ to: "701" }]);
    expect(bob.states()).toEqual(["parked", "calling"]);
  });

  it("is one call again when the person takes it back himself: it keeps its id", async () => {
    const fetching = bob.phone.calls.dial(bob.call.slot ?? "", "");
    server.show("bob", { direction: "out", state: "in-call", media: "here", slot: null });
    expect(bob.states()).toEqual(["in-call"]);
    expect(bob.phone.state.calls.value).toMatchObject([{ id: "c-1", slot: null }]);
    await fetching;
    expect(bob.media.openSessions).toHaveLength(1);
  });

  it("comes back as another call when nobody takes it", () => {
    const card = { kind: "returned", other: { name: "", number: "701" }, note: "" } as const;
    server.show("bob", { direction: "in", state: "ringing", media: "pending", slot: null, card });
    expect(bob.phone.state.calls.value).toMatchObject([{ id: "c-1", state: "ringing", card, slot: null }]);
    expect(bob.media.openSessions).toHaveLength(1);
  });
});

import type { JSX } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { elementsOf, type FakeElement } from "../fake/markup";
import { over } from "../fake/past-server";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import type { RoomMember, RoomStay } from "../phone/rooms";
import { PastList } from "./past-list";
import { RecordingActions, RecordingNote, RoomRecorded } from "./recording";
import { RecordRoom } from "./room-steering";
import { Screen } from "./screen";

let server: FakeSwitchboard;
let alice: FakePerson;
let bob: FakePerson;

afterEach(() => {
  vi.unstubAllGlobals();
});

beforeEach(async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  alice = new FakePerson("alice", server, clock);
  bob = new FakePerson("bob", server, clock);
  await alice.logsIn();
  await bob.logsIn();
  await alice.dials("102");
  await bob.answers();
});

const note = (person: FakePerson): JSX.Element => <RecordingNote call={person.call} />;
const actions = (person: FakePerson): JSX.Element => <RecordingActions call={person.call} phone={person.phone} />;
const buttons = (tree: JSX.Element): FakeElement[] => elementsOf(tree).filter(({ type }) => type === "button");
const said = (tree: JSX.Element): string[] =>
  elementsOf(tree)
    .filter(({ type }) => type === "p")
    .map(({ text }) => text);

const press = async (tree: JSX.Element, name: string): Promise<void> => {
  const button = buttons(tree).find(({ text }) => text === name);
  (button?.props["onClick"] as () => void)();
  await settled();
};

describe("recording a call", () => {
  it("is not offered where the plan does not allow it", () => {
    expect(buttons(actions(alice))).toEqual([]);
    expect(said(note(alice))).toEqual([]);
  });

  it("is begun, paused, gone on with and ended by its buttons, and both pages show it", async () => {
    server.show("alice", { recording: { state: "off", wishes: ["start"] } });
    expect(said(note(alice))).toEqual([]);
    await press(actions(alice), "Record");
    for (const person of [alice, bob]) expect(said(note(person))).toEqual(["Recording"]);
    expect(buttons(actions(alice))[0]?.props["data-on"]).toBe("");
    await press(actions(bob), "Pause recording");
    for (const person of [alice, bob]) expect(said(note(person))).toEqual(["Recording paused"]);
    await press(actions(alice), "Resume recording");
    expect(said(note(bob))).toEqual(["Recording"]);
    await press(actions(alice), "Record");
    expect(said(note(bob))).toEqual([]);
    const wishes = server.received.flatMap(({ message }) => (message.type === "record" ? [message.wish] : []));
    expect(wishes).toEqual(["start", "pause", "resume", "stop"]);
  });

  it("waits for consent, and says when there is none; it can then be asked for again", async () => {
    server.show("alice", { recording: { state: "asking", wishes: ["stop"] } });
    expect(said(note(alice))).toEqual(["Not recorded yet: consent is being asked"]);
    expect(buttons(actions(alice)).map(({ text }) => text)).toEqual(["Record"]);
    expect(buttons(actions(alice))[0]?.props["data-on"]).toBe("");
    server.show("alice", { recording: { state: "refused", wishes: ["start"] } });
    expect(said(note(alice))).toEqual(["Not recorded: no consent"]);
    expect(buttons(actions(alice))[0]?.props["data-on"]).toBeUndefined();
    await press(actions(alice), "Record");
    const wishes = server.received.flatMap(({ message }) => (message.type === "record" ? [message.wish] : []));
    expect(wishes).toEqual(["start"]);
  });

  it("cannot be ended where the plan wants it", () => {
    server.show("alice", { recording: { state: "on", wishes: ["pause"] } });
    expect(buttons(actions(alice))[0]?.props["disabled"]).toBe(true);
  });

  it("says what the server refused", async () => {
    server.show("alice", { recording: { state: "off", wishes: ["start"] } });
    server.refusals.set("record", "wrong-state");
    await press(actions(alice), "Record");
    expect(alice.call.failure).toBe("wrong-state");
  });
});

describe("a conference that is recorded", () => {
  const me: RoomMember = {
    id: "m1",
    name: "Alice",
    number: "101",
    moderator: true,
    standing: "in",
    silence: "none",
    speaks: false,
  };
  const as = (recording?: "on" | "off"): RoomStay => ({
    member: "m1",
    moderator: true,
    locked: false,
    listenOnly: false,
    members: [me],
    ...(recording === undefined ? {} : { recording }),
  });
  const steering = (stay: RoomStay): JSX.Element => {
    const room = { id: "meeting", name: "Conference", number: "400", own: false, stay };
    return <RecordRoom room={room} stay={stay} phone={alice.phone} />;
  };

  it("is shown to everybody in it", () => {
    expect(said(<RoomRecorded stay={as("on")} />)).toEqual(["Recording"]);
    for (const stay of [as("off"), as()]) expect(said(<RoomRecorded stay={stay} />)).toEqual([]);
  });

  it("is begun and ended by its moderators, where the plan allows it", async () => {
    expect(buttons(steering(as()))).toEqual([]);
    await press(steering(as("off")), "Record");
    await press(steering(as("on")), "Record");
    expect(server.messages("alice", "room-record")).toMatchObject([{ on: true }, { on: false }]);
  });
});

describe("a recording of one's own", () => {
  it("is heard where its call stands", async () => {
    alice.past.calls = [over("c1"), over("c2")];
    alice.past.recordings = [{ id: "c1-c1", call: "c1", at: "2026-11-23T09:30:04Z", seconds: 42, cutShort: false }];
    const screen = new Screen(alice.phone);
    screen.go("calls");
    await settled();
    const list = (): JSX.Element => <PastList phone={alice.phone} screen={screen} />;
    const rows = elementsOf(list()).filter(({ type, props }) => type === "li" && props["class"] === "past");
    expect(rows.map(({ text }) => text.includes("Play recording"))).toEqual([true, false]);
    await press(list(), "Play recording");
    expect(alice.phone.history.recordings.playback.current.value).toEqual({ id: "c1-c1", state: "starting" });
    await press(list(), "Pause");
    expect(alice.phone.history.recordings.playback.current.value?.state).toBe("paused");
  });
});

import type { JSX } from "preact";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock } from "../fake/clock";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import type { RoomMember, RoomStay } from "../phone/rooms";
import { RoomMembers } from "./room-members";
import { memberBadges, standingWords } from "./words/room-words";

const alice: RoomMember = {
  id: "m1",
  name: "Alice",
  number: "101",
  moderator: true,
  standing: "in",
  silence: "none",
  speaks: true,
};
const outside: RoomMember = { ...alice, id: "m2", name: "", number: "…78", moderator: false, speaks: false };

let server: FakeSwitchboard;
let bob: FakePerson;

beforeEach(async () => {
  const clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  bob = new FakePerson("bob", server, clock);
  await bob.logsIn();
});

const members = (stay: Partial<RoomStay>): JSX.Element => {
  const whole = { member: "m1", moderator: true, locked: false, listenOnly: false, members: [alice, outside], ...stay };
  const room = { id: "meeting", name: "Conference", number: "400", own: false, stay: whole };
  return <RoomMembers room={room} stay={whole} phone={bob.phone} />;
};
const buttons = (tree: JSX.Element): FakeElement[] => elementsOf(tree).filter(({ type }) => type === "button");
const names = (tree: JSX.Element): unknown[] => buttons(tree).map(({ props }) => props["aria-label"]);

describe("who is in a room", () => {
  it("is steered by a moderator, but for himself", () => {
    expect(names(members({}))).toEqual(["Mute …78", "Remove …78"]);
    const muted = members({ members: [alice, { ...outside, silence: "moderator" }] });
    expect(names(muted)).toEqual(["Unmute …78", "Remove …78"]);
    const waiting = members({ members: [alice, { ...outside, standing: "waits-at-lock" }] });
    expect(names(waiting)).toEqual(["Let …78 in", "Remove …78"]);
  });

  it("is steered by nobody else", () => {
    expect(names(members({ moderator: false }))).toEqual([]);
  });

  it("asks the server for what was pressed", () => {
    (buttons(members({}))[0]?.props["onClick"] as (() => void) | undefined)?.();
    expect(server.messages("bob", "room-mute")).toMatchObject([{ room: "meeting", member: "m2", muted: true }]);
  });

  it("is told in words", () => {
    expect(memberBadges(alice)).toEqual(["Moderator", "Speaks"]);
    expect(memberBadges({ ...outside, silence: "listen-only" })).toEqual(["Listens only"]);
    expect(memberBadges({ ...outside, standing: "waits-for-moderator", silence: "listen-only" })).toEqual(["Waiting"]);
  });

  it("knows what keeps him out or silent", () => {
    const as = (change: Partial<RoomMember>): string =>
      standingWords({ member: "m2", moderator: false, locked: true, listenOnly: false, members: [{ ...outside, ...change }] });
    expect(as({ standing: "waits-for-moderator" })).toContain("as soon as a moderator");
    expect(as({ standing: "waits-at-lock" })).toContain("locked");
    expect(as({ silence: "moderator" })).toBe("A moderator has muted you.");
    expect(as({})).toBe("");
  });
});

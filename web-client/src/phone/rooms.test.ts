import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import type { Room, RoomMember } from "./rooms";

const member = (id: string, change: Partial<RoomMember> = {}): RoomMember => ({
  id,
  name: id,
  number: "",
  moderator: false,
  standing: "in",
  silence: "none",
  speaks: false,
  ...change,
});

const room = (members: readonly RoomMember[] | null): Room => ({
  id: "meeting",
  name: "Conference",
  number: "400",
  own: false,
  stay: members === null ? null : { member: "m1", moderator: true, locked: false, listenOnly: false, members },
});

let server: FakeSwitchboard;
let bob: FakePerson;

beforeEach(async () => {
  const clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  bob = new FakePerson("bob", server, clock);
  await bob.logsIn();
});

describe("the conference rooms", () => {
  it("are as the server last told", () => {
    server.tell("bob", { type: "rooms", rooms: [room([member("m1")])] });
    expect(bob.phone.rooms.all.value[0]?.stay?.members.map(({ id }) => id)).toEqual(["m1"]);
    server.tell("bob", { type: "rooms", rooms: [room(null)] });
    expect(bob.phone.rooms.all.value[0]?.stay).toBeNull();
  });

  it("are asked of the server, which may refuse", async () => {
    server.refusals.set("room-mute", "not-moderator");
    expect(await bob.phone.rooms.ask({ type: "room-mute", room: "meeting", member: "m2", muted: true })).toBe(false);
    expect(bob.phone.rooms.refused.value).toEqual({ room: "meeting", why: "not-moderator" });
    expect(await bob.phone.rooms.ask({ type: "room-mute", room: "meeting", member: "m2", muted: true })).toBe(true);
    expect(bob.phone.rooms.refused.value).toBeNull();
  });

  it("say at which of them this person waits", async () => {
    await settled();
    server.tell("bob", { type: "rooms", rooms: [room([member("m1", { standing: "waits-for-moderator" })])] });
    expect(bob.phone.rooms.waitsAt("400")?.member).toBe("m1");
    expect(bob.phone.rooms.waitsAt("401")).toBeNull();
    server.tell("bob", { type: "rooms", rooms: [room([member("m1"), member("m2", { standing: "waits-at-lock" })])] });
    expect(bob.phone.rooms.waitsAt("400")).toBeNull();
    expect(bob.phone.rooms.stayAt("400")?.member).toBe("m1");
    expect(bob.phone.rooms.stayAt("401")).toBeNull();
  });
});

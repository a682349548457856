import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { left, type FakeMailServer } from "../fake/mail-server";
import { FakePerson } from "../fake/person";
import type { FakePlayer } from "../fake/player";
import { FakeSwitchboard } from "../fake/switchboard";
import type { Playback, Playing } from "./playback";
import type { Voicemail } from "./voicemail";

let server: FakeSwitchboard;
let alice: FakePerson;
let bob: FakePerson;
let mail: FakeMailServer;
let voicemail: Voicemail;
let playback: Playback;
let tape: FakePlayer;

beforeEach(async () => {
  const clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  [alice, bob] = [new FakePerson("alice", server, clock), new FakePerson("bob", server, clock)];
  mail = bob.mail;
  voicemail = bob.phone.voicemail;
  playback = voicemail.playback;
  if (bob.media.tape === undefined) throw new Error("no player");
  tape = bob.media.tape;
  mail.messages = [left("m1"), left("m2", { seconds: 7, heard: true })];
  for (const person of [alice, bob]) await person.logsIn();
  voicemail.open();
  await settled();
});

const plays = (id: string): void => {
  voicemail.play(id);
  tape.events.began();
};

const state = (): Playing["state"] | undefined => playback.current.value?.state;

describe("a message that is played", () => {
  it("is heard as fast as is chosen, as are those after it", () => {
    plays("m1");
    playback.hurry(1.5);
    expect(playback.speed.value).toBe(1.5);
    expect(tape.asked.at(-1)).toBe("speed 1.5");
    plays("m2");
    expect(playback.speed.value).toBe(1.5);
  });

  it("is heard from the moment it begins, here and at the server", async () => {
    voicemail.play("m1");
    expect(tape.asked).toEqual(["play /phone/voicemail/m1/sound"]);
    expect([state(), voicemail.messages.value?.[0]?.heard]).toEqual(["starting", false]);
    tape.events.began();
    expect([state(), voicemail.messages.value?.[0]?.heard]).toEqual(["playing", true]);
    await settled();
    expect(mail.changes).toEqual(["POST /phone/voicemail/m1/heard"]);
  });

  it("is told to the server once, and not if somebody had heard it", async () => {
    plays("m1");
    tape.events.began();
    plays("m2");
    await settled();
    expect(mail.changes).toEqual(["POST /phone/voicemail/m1/heard"]);
  });

  it("stays new if the server could not be told, and is told the next time", async () => {
    mail.instead.set("POST", "nothing");
    plays("m1");
    await settled();
    expect(voicemail.messages.value?.[0]?.heard).toBe(false);
    mail.instead.clear();
    tape.events.began();
    await settled();
    expect([voicemail.messages.value?.[0]?.heard, mail.messages[0]?.heard]).toEqual([true, true]);
  });

  it("goes on where it was paused; another begins at its beginning, with its own length", () => {
    plays("m1");
    tape.events.moved(12, 41.5);
    playback.pause();
    expect([state(), playback.position.value, playback.length.value]).toEqual(["paused", 12, 41.5]);
    plays("m1");
    expect(playback.position.value).toBe(12);
    plays("m2");
    expect([playback.position.value, playback.length.value]).toEqual([0, 7]);
    tape.events.moved(1, undefined);
    expect([playback.position.value, playback.length.value]).toEqual([1, 7]);
  });

  it("can be moved, and is at its beginning again after its end", () => {
    plays("m1");
    playback.seek(30);
    expect([tape.asked.at(-1), playback.position.value]).toEqual(["seek 30", 30]);
    tape.events.ended();
    expect([state(), playback.position.value]).toEqual(["paused", 0]);
  });

  it("says that it failed", () => {
    voicemail.play("m1");
    tape.events.failed();
    expect(state()).toBe("failed");
    expect(mail.changes).toEqual([]);
  });

  it("stops when it is deleted, here or by somebody else", async () => {
    plays("m1");
    void voicemail.delete("m1");
    expect([tape.asked.at(-1), playback.current.value]).toEqual(["pause", null]);
    plays("m2");
    mail.messages = [];
    server.tell("bob", { type: "voicemail", unheard: 0 });
    await settled();
    expect([tape.asked.at(-1), playback.current.value]).toEqual(["pause", null]);
  });
});

describe("a call", () => {
  it("that rings lets the message play on; answered it stops it", async () => {
    plays("m1");
    await alice.dials("102");
    expect(state()).toBe("playing");
    await bob.answers();
    expect([state(), tape.asked.at(-1)]).toEqual(["paused", "pause"]);
  });

  it("that is placed stops it at once", () => {
    plays("m1");
    void bob.phone.calls.dial("101", "Alice");
    expect(state()).toBe("paused");
  });

  it("that waits on hold lets messages be heard; resumed it stops them", async () => {
    await alice.dials("102");
    await bob.answers();
    await bob.phone.calls.hold(bob.call.key);
    plays("m1");
    await settled();
    expect(state()).toBe("playing");
    await bob.phone.calls.resume(bob.call.key);
    expect(state()).toBe("paused");
  });
});

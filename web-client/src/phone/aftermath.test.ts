import { effect } from "@preact/signals-core";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { told } from "../fake/past-server";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import type { Sounded } from "../signaling/past";
import { looks } from "./aftermath";
import { durations } from "./conversations";

const bad: Sounded = { rating: "bad", sentence: "Bad sound: your network lost 9 % of the packets." };
const good: Sounded = { rating: "good", sentence: "The sound was good the whole time." };
const unknown: Sounded = { rating: "unknown", sentence: "How the call sounded was not kept." };
const allLooks = looks.reduce((sum, one) => sum + one, 0);

let clock: FakeClock;
let server: FakeSwitchboard;
let alice: FakePerson;
let bob: FakePerson;

beforeEach(async () => {
  clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  alice = new FakePerson("alice", server, clock);
  bob = new FakePerson("bob", server, clock);
  await alice.logsIn();
  await bob.logsIn();
  await alice.dials("102");
  await bob.answers();
});

const sounded = (sound: Sounded | null): void => {
  alice.past.stories.set("c-1", told({ sound }));
};
const hangsUp = async (): Promise<void> => {
  await alice.phone.calls.hangUp(alice.call.key);
  await settled();
};
const verdict = (): string | undefined => {
  const call = alice.phone.state.onStage.value ?? alice.phone.aftermath.stays.value;
  return call === undefined ? undefined : alice.phone.aftermath.verdict(call)?.sentence;
};
const stays = (): string | undefined => alice.phone.aftermath.stays.value?.id ?? undefined;
const storiesRead = (): number => alice.past.requests.filter((path) => path.includes("/story")).length;

describe("a call that sounded bad", () => {
  it("says so as soon as the server knows it, and keeps the stage until it is dismissed", async () => {
    sounded(bad);
    await hangsUp();
    await clock.pass(looks[0] - 1);
    expect(verdict()).toBeUndefined();
    await clock.pass(1);
    expect(verdict()).toBe(bad.sentence);
    await clock.pass(10 * durations.endedShown);
    expect([stays(), verdict()]).toEqual(["c-1", bad.sentence]);
    expect(alice.phone.state.calls.value).toEqual([]);
    expect(storiesRead()).toBe(1);
    const call = alice.phone.aftermath.stays.value;
    if (call !== undefined) alice.phone.aftermath.dismiss(call);
    expect(stays()).toBeUndefined();
  });

  it("keeps the stage without a moment in which nothing has it", async () => {
    sounded(bad);
    await hangsUp();
    const seen: (string | undefined)[] = [];
    effect(() => {
      seen.push(alice.phone.aftermath.onStage.value?.key);
    });
    await clock.pass(10 * durations.endedShown);
    expect(new Set(seen)).toEqual(new Set(["call-1"]));
  });

  it("can be dismissed before it would have been put away", async () => {
    sounded(bad);
    await hangsUp();
    await clock.pass(looks[0]);
    alice.phone.aftermath.dismiss(alice.call);
    expect(alice.phone.state.onStage.value).toBeUndefined();
    expect(stays()).toBeUndefined();
    expect(alice.phone.state.isEarlier("c-1")).toBe(true);
    await clock.pass(durations.endedShown);
    expect(stays()).toBeUndefined();
  });

  it("is looked at again while the server does not tell of it yet", async () => {
    await hangsUp();
    await clock.pass(looks[0]);
    expect(verdict()).toBeUndefined();
    sounded(unknown);
    await clock.pass(looks[1]);
    sounded(bad);
    await clock.pass(looks[2]);
    expect([stays(), verdict()]).toEqual(["c-1", bad.sentence]);
  });

  it("is found though its last facts came late and it looked good before", async () => {
    sounded(good);
    await hangsUp();
    await clock.pass(looks[0]);
    sounded(bad);
    await clock.pass(looks[1]);
    expect(verdict()).toBe(bad.sentence);
  });

  it("leaves the stage to the next call for good", async () => {
    sounded(bad);
    await hangsUp();
    await clock.pass(durations.endedShown);
    await alice.dials("103");
    expect(stays()).toBeUndefined();
    await hangsUp();
    await clock.pass(2 * allLooks);
    expect(stays()).toBeUndefined();
  });

  it("is told in the language the page speaks", async () => {
    sounded(bad);
    await hangsUp();
    await clock.pass(durations.endedShown);
    sounded({ ...bad, sentence: "Mauvais son" });
    alice.phone.aftermath.retell();
    await settled();
    expect(verdict()).toBe("Mauvais son");
  });
});

describe("a call of which there is nothing to tell", () => {
  it("is put away as ever if it sounded good, which is believed when it is said twice", async () => {
    sounded(good);
    await hangsUp();
    await clock.pass(durations.endedShown - 1);
    expect(alice.states()).toEqual(["ended"]);
    await clock.pass(1);
    expect(stays()).toBeUndefined();
    await clock.pass(allLooks);
    expect(storiesRead()).toBe(2);
    expect(verdict()).toBeUndefined();
  });

  it.each([undefined, unknown])("keeps the stage no longer than it is looked for: %o", async (sound) => {
    if (sound !== undefined) sounded(sound);
    await hangsUp();
    await clock.pass(allLooks - 1);
    expect(stays()).toBe("c-1");
    await clock.pass(1);
    expect(stays()).toBeUndefined();
    await clock.pass(10 * allLooks);
    expect(storiesRead()).toBe(looks.length);
  });

  it("is looked at once if nobody talked, and not at all if it was never answered", async () => {
    sounded(null);
    await hangsUp();
    await clock.pass(allLooks);
    expect(storiesRead()).toBe(1);
    await alice.dials("103");
    await hangsUp();
    await clock.pass(allLooks);
    expect(storiesRead()).toBe(1);
  });

  it("is not looked at by a page that did not carry its sound, nor if it goes on without this person", async () => {
    const other = new FakePerson("alice", server, clock);
    await other.logsIn();
    server.show("alice", { state: "ended", ended: "transferred", media: "none" });
    await clock.pass(2 * allLooks);
    expect([...alice.past.requests, ...other.past.requests].filter((path) => path.includes("/story"))).toEqual([]);
    expect([stays(), other.phone.aftermath.stays.value]).toEqual([undefined, undefined]);
  });
});

describe("a call that broke", () => {
  it("keeps the stage, and says that the sound was good if it was", async () => {
    sounded(good);
    server.show("alice", { state: "ended", ended: "network", media: "none" });
    await clock.pass(looks[0]);
    expect(verdict()).toBeUndefined();
    await clock.pass(looks[1]);
    expect(verdict()).toBe(good.sentence);
    await clock.pass(10 * durations.endedShown);
    expect(stays()).toBe("c-1");
  });

  it("keeps the stage also where nothing is known of its sound", async () => {
    server.show("alice", { state: "ended", ended: "no-media", media: "none" });
    await clock.pass(10 * allLooks);
    expect([stays(), verdict()]).toEqual(["c-1", undefined]);
  });
});

describe("a report that is begun on the stage", () => {
  beforeEach(async () => {
    sounded(good);
    await hangsUp();
    alice.phone.reports.write({ call: "c-1", place: "stage" }, null);
    await clock.pass(10 * durations.endedShown);
  });

  it("keeps the call there while it is written and after it was sent", async () => {
    expect(stays()).toBe("c-1");
    alice.phone.reports.edit({ what: "echo" });
    expect(await alice.phone.reports.send()).toBe(true);
    await clock.pass(10 * durations.endedShown);
    expect(stays()).toBe("c-1");
  });

  it("lets the call go when it is given up", () => {
    alice.phone.reports.cancel();
    expect(stays()).toBeUndefined();
  });
});

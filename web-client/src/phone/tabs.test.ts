import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { FakeBrowser } from "../fake/tabs";
import { leadPatience } from "./tabs";

let clock: FakeClock;
let server: FakeSwitchboard;
let browser: FakeBrowser;
let first: FakePerson;
let second: FakePerson;
let bob: FakePerson;

beforeEach(async () => {
  clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  browser = new FakeBrowser();
  first = new FakePerson("alice", server, clock, browser);
  second = new FakePerson("alice", server, clock, browser);
  bob = new FakePerson("bob", server, clock);
  for (const person of [first, second, bob]) await person.logsIn();
});

/** The tab goes, as the browser and the server notice it. */
async function close(person: FakePerson): Promise<void> {
  person.phone.leave();
  browser.close(person.tab);
  await settled();
}

describe("a call to somebody with two tabs", () => {
  beforeEach(async () => {
    await bob.dials("101");
  });

  it("rings in one of them, and is shown in both", () => {
    expect(first.media.ringing).toBe("ring");
    expect(second.media.ringing).toBe("silent");
    expect(second.call).toMatchObject({ state: "ringing", name: "Bob" });
  });

  it("is made ready only where it rings", () => {
    expect([first, second].map((tab) => tab.media.sessions.length)).toEqual([1, 0]);
  });

  it("is answered in the other one, which has its sound and leads from then on", async () => {
    await second.answers();
    expect(second.call).toMatchObject({ state: "in-call", media: "here" });
    expect(first.call).toMatchObject({ state: "in-call", media: "near" });
    expect(second.sound.speaking).toBe(true);
    expect(first.media.openSessions).toEqual([]);
    expect(first.media.ringing).toBe("silent");
    expect([first.phone.tabs.leads.value, second.phone.tabs.leads.value]).toEqual([false, true]);
  });

  it("is muted from the tab that only shows it", async () => {
    await second.answers();
    first.phone.calls.mute(first.call.key, true);
    expect(second.sound.speaking).toBe(false);
    expect([first.call.muted, second.call.muted]).toEqual([true, true]);
    first.phone.calls.mute(first.call.key, false);
    expect(second.sound.speaking).toBe(true);
    expect(first.call.muted).toBe(false);
  });

  it("goes on in the other tab when its own is closed, as muted as it was", async () => {
    await first.answers();
    first.phone.calls.mute(first.call.key, true);
    await close(first);
    expect(second.call).toMatchObject({ state: "in-call", media: "here", muted: true });
    expect(second.sound.speaking).toBe(false);
    expect(second.phone.tabs.leads.value).toBe(true);
  });

  it("goes on there also if the browser tells of the tab's end before the server does, or after", async () => {
    await first.answers();
    browser.close(first.tab);
    await settled();
    expect(server.messages("alice", "attach")).toEqual([]);
    first.phone.leave();
    await settled();
    expect(second.call).toMatchObject({ state: "in-call", media: "here" });
  });

  it("is brought to the tab where the person wants it, which leads from then on", async () => {
    await first.answers();
    await second.phone.calls.takeHere(second.call.key);
    await settled();
    expect(second.call.media).toBe("here");
    expect(first.call.media).toBe("near");
    expect(first.media.openSessions).toEqual([]);
    expect(second.phone.tabs.leads.value).toBe(true);
  });

  it("is put on hold, and its sound follows, when another call is made in the other tab", async () => {
    await first.answers();
    void second.phone.calls.dial("103", "");
    await settled();
    expect(server.messages("alice", "hold")).toMatchObject([{ call: "c-1" }]);
    expect(second.phone.state.calls.value.map(({ media }) => media)).toEqual(["here", "here"]);
    expect(first.media.openSessions).toEqual([]);
  });
});

describe("the tab that leads", () => {
  it("is another one as soon as a call rings that it does not notice, because it is asleep", async () => {
    first.tab.asleep = true;
    await bob.dials("101");
    await clock.pass(leadPatience - 1);
    expect(second.media.ringing).toBe("silent");
    await clock.pass(1);
    expect(second.media.ringing).toBe("ring");
  });

  it("stays the same while it notices what rings", async () => {
    await bob.dials("101");
    await clock.pass(leadPatience);
    expect([first, second].map((tab) => tab.media.ringing)).toEqual(["ring", "silent"]);
  });

  it("is one that can ring, if there is one", () => {
    expect(first.phone.tabs.leads.value).toBe(true);
    first.media.become({ canRing: false, obstacle: "sound-locked" });
    expect([first.phone.tabs.leads.value, second.phone.tabs.leads.value]).toEqual([false, true]);
    second.media.become({ canRing: false, obstacle: "sound-locked" });
    expect([first.phone.tabs.leads.value, second.phone.tabs.leads.value]).toEqual([false, true]);
    first.media.become({ canRing: true });
    expect([first.phone.tabs.leads.value, second.phone.tabs.leads.value]).toEqual([true, false]);
  });

  it("is never passed on while it has a call", async () => {
    await bob.dials("101");
    await first.answers();
    first.media.become({ canRing: false, obstacle: "microphone-denied" });
    expect(first.phone.tabs.leads.value).toBe(true);
  });

  it("is the next one once it is closed", async () => {
    await close(first);
    await bob.dials("101");
    expect(second.media.ringing).toBe("ring");
  });
});

describe("another browser of the same person", () => {
  it("does not take a call by itself whose tab is gone", async () => {
    const away = new FakePerson("alice", server, clock, new FakeBrowser("away"));
    await away.logsIn();
    await bob.dials("101");
    await first.answers();
    await clock.pass(20_000);
    await close(second);
    await close(first);
    expect(away.call).toMatchObject({ state: "reconnecting", media: "none" });
    expect(server.messages("alice", "attach")).toEqual([]);
  });
});

describe("a tab that is loaded anew", () => {
  it("leaves the call to the other tab, which has taken it", async () => {
    await bob.dials("101");
    await first.answers();
    await close(first);
    const again = new FakePerson("alice", server, clock, browser);
    await again.logsIn();
    expect(again.call).toMatchObject({ state: "in-call", media: "near" });
    expect(server.messages("alice", "attach")).toHaveLength(1);
  });
});

describe("whether the person sees the phone", () => {
  it("counts all tabs", () => {
    first.phone.tabs.look(false);
    expect(first.phone.tabs.seen.value).toBe(true);
    second.phone.tabs.look(false);
    expect(first.phone.tabs.seen.value).toBe(false);
  });
});

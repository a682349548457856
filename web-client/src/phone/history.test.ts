import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { over, told, type FakePastServer } from "../fake/past-server";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import type { History } from "./history";

let clock: FakeClock;
let bob: FakePerson;
let past: FakePastServer;
let history: History;

beforeEach(async () => {
  clock = new FakeClock();
  bob = new FakePerson("bob", new FakeSwitchboard(clock), clock);
  past = bob.past;
  history = bob.phone.history;
  await bob.logsIn();
});

const ids = (): string[] => (history.calls.value ?? []).map(({ id }) => id);

const opened = async (): Promise<void> => {
  history.open();
  await settled();
};

describe("the calls that are over", () => {
  it("are read when somebody looks, in parts, the newest first", async () => {
    past.calls = [over("c5"), over("c4"), over("c3"), over("c2"), over("c1")];
    expect(past.requests).toEqual([]);
    await opened();
    expect(ids()).toEqual(["c5", "c4"]);
    expect(history.more.value).toBe(true);
    await history.older();
    await history.older();
    expect(ids()).toEqual(["c5", "c4", "c3", "c2", "c1"]);
    expect(history.more.value).toBe(false);
  });

  it("keep the older ones when a new call is added", async () => {
    past.calls = [over("c3"), over("c2"), over("c1")];
    await opened();
    await history.older();
    past.calls = [over("c4"), ...past.calls];
    await history.read();
    expect(ids()).toEqual(["c4", "c3", "c2", "c1"]);
    expect(history.more.value).toBe(false);
  });

  it("begin anew where there may be a gap", async () => {
    past.calls = [over("c2"), over("c1")];
    await opened();
    past.calls = [over("c5"), over("c4"), over("c3"), ...past.calls];
    await history.read();
    expect(ids()).toEqual(["c5", "c4"]);
    expect(history.more.value).toBe(true);
  });

  it("say that they could not be read, and keep what there is", async () => {
    past.calls = [over("c1")];
    await opened();
    past.broken = true;
    await history.read();
    expect(history.reading.value).toBe("failed");
    expect(ids()).toEqual(["c1"]);
  });

  it("are read again when a call of this page is put away", async () => {
    await opened();
    await bob.dials("101");
    await bob.phone.calls.hangUp(bob.call.key);
    past.calls = [over("c1", { part: "called" })];
    await clock.pass(10_000);
    await settled();
    expect(ids()).toEqual(["c1"]);
  });

  it("refuse an answer that is none of the protocol", async () => {
    past.calls = [over("c1", { at: "yesterday" })];
    await opened();
    expect(history.reading.value).toBe("failed");
  });
});

describe("in another language", () => {
  it("the list is read again from its newest part, with the story and the paths that are open", async () => {
    past.calls = [over("c3"), over("c2"), over("c1")];
    past.stories.set("c3", told({ verdict: "Alice answered." }));
    past.ways = { ways: ["This phone rings."], notes: [], more: false };
    await opened();
    await history.older();
    await history.toggle("c3");
    await history.toggleWays();
    past.calls = past.calls.map(({ id }) => over(id, { outcome: "Conversation de 0:42" }));
    past.stories.set("c3", told({ verdict: "Alice a répondu." }));
    past.ways = { ways: ["Ce téléphone sonne."], notes: [], more: false };
    history.retell();
    await settled();
    expect(history.calls.value?.map(({ outcome }) => outcome)).toEqual(["Conversation de 0:42", "Conversation de 0:42"]);
    expect(history.more.value).toBe(true);
    expect(history.opened.value).toMatchObject({ story: { verdict: "Alice a répondu." } });
    expect(history.ways.value).toMatchObject({ ways: ["Ce téléphone sonne."] });
  });

  it("nothing is read that nobody looked at", async () => {
    history.retell();
    await settled();
    expect(past.requests).toEqual([]);
  });

  it("an answer that was on its way in the old one is not shown", async () => {
    past.ways = { ways: ["This phone rings."], notes: [], more: false };
    const before = history.toggleWays();
    past.ways = { ways: ["Ce téléphone sonne."], notes: [], more: false };
    history.retell();
    await before;
    await settled();
    expect(history.ways.value).toMatchObject({ ways: ["Ce téléphone sonne."] });
  });
});

describe("a story", () => {
  const story = told({
    lines: [{ at: "2026-11-23T09:30:00Z", text: "Bob declined after 4 s." }],
    sound: { rating: "good", sentence: "The sound was good the whole time." },
    report: { what: "echo", note: "Every word twice" },
  });

  it("opens and closes, one at a time", async () => {
    past.stories.set("c1", story);
    await history.toggle("c1");
    expect(history.opened.value).toEqual({ id: "c1", story });
    await history.toggle("c1");
    expect(history.opened.value).toBeNull();
  });

  it("can be asked for again when it could not be read", async () => {
    await history.toggle("c1");
    expect(history.opened.value).toEqual({ id: "c1", story: "failed" });
    past.stories.set("c1", story);
    await history.tell("c1");
    expect(history.opened.value).toEqual({ id: "c1", story });
  });

  it("that comes after it was closed stays closed", async () => {
    past.stories.set("c1", story);
    const first = history.toggle("c1");
    await history.toggle("c1");
    await first;
    expect(history.opened.value).toBeNull();
  });
});

describe("the paths to this person", () => {
  const ways = { ways: ["+15550100101: this phone rings."], notes: [], more: false };

  it("are read each time they are opened", async () => {
    past.ways = ways;
    await history.toggleWays();
    expect(history.ways.value).toEqual(ways);
    await history.toggleWays();
    expect(history.ways.value).toBe("closed");
    past.ways = { ...ways, notes: ["Do not disturb is set."] };
    await history.toggleWays();
    expect(history.ways.value).toEqual(past.ways);
  });

  it("say that they could not be read", async () => {
    await history.toggleWays();
    expect(history.ways.value).toBe("failed");
  });

  it("that come after they were closed stay closed", async () => {
    past.ways = ways;
    const first = history.toggleWays();
    await history.toggleWays();
    await first;
    expect(history.ways.value).toBe("closed");
  });
});

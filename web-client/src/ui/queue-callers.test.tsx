import { render } from "preact";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { fakeDocument, FakeDomElement } from "../fake/dom";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { timeNow } from "../phone/clock";
import type { QueueCaller, WaitingQueue } from "../phone/waiting-lines";
import { QueueCallers } from "./queue-callers";
import { Screen } from "./screen";

let clock: FakeClock;
let server: FakeSwitchboard;
let bob: FakePerson;
let screen: Screen;

beforeAll(() => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("document", {
    ...fakeDocument,
    body: null,
    activeElement: null,
    querySelector: () => null,
    querySelectorAll: () => [],
  });
});

const caller = (call: string, name: string, waited: number, change: Partial<QueueCaller> = {}): QueueCaller => ({
  call,
  name,
  number: `+3314567890${call.slice(-1)}`,
  since: new Date(timeNow() - waited * 1_000).toISOString(),
  priority: 0,
  rung: false,
  ...change,
});
const queue = (id: string, name: string, ...callers: QueueCaller[]): WaitingQueue => ({ id, name, waiting: callers.length, callers });
const waits = (): WaitingQueue => queue("support", "Support", caller("c-71", "Zoé", 95), caller("c-72", "", 40));

beforeEach(async () => {
  clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  server.queues = [waits()];
  bob = new FakePerson("bob", server, clock);
  await bob.logsIn();
  screen = new Screen(bob.phone);
});

const shown = (): readonly FakeElement[] => elementsOf(<QueueCallers phone={bob.phone} screen={screen} />);
const rows = (): string[] =>
  shown()
    .filter(({ props }) => props["class"] === "queue-caller")
    .map(({ text }) => text);
const buttons = (): readonly FakeElement[] => shown().filter(({ type }) => type === "button");
const press = async (name: string): Promise<void> => {
  const button = buttons().find(({ props }) => props["aria-label"] === name);
  if (button === undefined) throw new Error(`no button ${name}`);
  (button.props["onClick"] as () => void)();
  await settled();
};
const opens = async (): Promise<void> => {
  screen.go("reception");
  await settled();
};

describe("who waits in the queues", () => {
  it("is asked for only while the place is shown", async () => {
    expect(server.messages("bob", "watch-queues")).toEqual([]);
    await opens();
    expect(rows()).toHaveLength(2);
    screen.go("calls");
    await settled();
    expect(server.messages("bob", "watch-queues")).toMatchObject([{ on: true }, { on: false }]);
    expect(rows()).toEqual([]);
  });

  it("stands there in the order of the turns, with who he is and how long he has waited", async () => {
    await opens();
    expect(shown().find(({ type }) => type === "h2")?.text).toBe("Support2");
    expect(rows()).toEqual([
      expect.stringMatching(/^1Zoé\+331456789010?1:35$/),
      expect.stringMatching(/^2\+331456789020?0:40$/),
    ]);
  });

  it("counts by the server's clock", async () => {
    await opens();
    server.tell("bob", { type: "queues", anew: false, queues: [queue("support", "Support", caller("c-71", "Zoé", -5))] });
    expect(rows()[0]).toMatch(/0:00$/);
  });

  it("comes, moves and leaves as the server tells", async () => {
    await opens();
    const urgent = caller("c-73", "Ines", 3, { priority: 5, rung: true });
    server.tell("bob", {
      type: "queues",
      anew: false,
      queues: [queue("sales", "Sales"), queue("support", "Support", urgent, caller("c-72", "", 40))],
    });
    expect(rows()[0]).toMatch(/^1InesAgents are rung · \+33145678903 · Priority 5/);
    expect(rows()).toHaveLength(2);
    expect(shown().filter(({ type }) => type === "h2").map(({ text }) => text)).toEqual(["Support2", "Sales"]);
    server.tell("bob", { type: "queues", anew: true, queues: [] });
    expect(shown()).toEqual([]);
  });

  it("is told anew on a new stream", async () => {
    await opens();
    server.continues = false;
    server.queues = [queue("support", "Support")];
    server.breakSocket("bob");
    await clock.pass(5_000);
    expect(rows()).toEqual([]);
    expect(server.messages("bob", "watch-queues")).toHaveLength(2);
  });

  it("is counted where more wait than are told of", async () => {
    server.queues = [{ ...waits(), waiting: 120 }];
    await opens();
    expect(shown().find(({ type }) => type === "p")?.text).toBe("118 more wait.");
  });
});

describe("a caller in a queue", () => {
  beforeEach(opens);

  it("is taken out of it, and exactly he", async () => {
    await press("Take +33145678902 out of turn");
    expect(server.messages("bob", "take")).toMatchObject([{ call: "c-72" }]);
    expect(bob.call).toMatchObject({ id: "c-72", state: "in-call", number: "+33145678902", media: "here" });
    expect(bob.sound).toBeDefined();
  });

  it("is taken though his call has rung here before", async () => {
    const view = { id: "c-71", direction: "in", party: { name: "Zoé", number: "", via: "Support", heldByOther: false } };
    const rest = { began: new Date(clock.now()).toISOString(), answered: null, card: null, consult: null, slot: null, with: [] };
    server.tell("bob", { type: "call", call: { ...view, ...rest, state: "ringing", ended: null, media: "pending" } });
    expect(buttons().map(({ props }) => props["aria-label"])).toEqual(["Take +33145678902 out of turn"]);
    expect(rows()[0]).toContain("Rings for you");
    server.tell("bob", { type: "call", call: { ...view, ...rest, state: "ended", ended: "no-answer", media: "none" } });
    await press("Take Zoé out of turn");
    const taken = { ...view, ...rest, direction: "out", state: "in-call", ended: null, media: "here" };
    server.tell("bob", { type: "call", call: taken });
    expect(bob.states()).toEqual(["in-call"]);
    expect(bob.phone.calls.refusedMoves).toBe(0);
  });

  it.each([
    ["answered-elsewhere", "taken"],
    ["no-such-call", "waits-no-longer"],
    ["wrong-state", "wrong-state"],
    ["too-many-calls", "too-many-calls"],
  ] as const)("who is not to be had (%s) is said to be so", async (code, failure) => {
    server.refusals.set("take", code);
    await press("Take Zoé out of turn");
    expect(bob.call).toMatchObject({ state: "ended", failure, name: "Zoé" });
    expect(bob.media.openSessions).toEqual([]);
  });

  it("goes on the stage while another call is put on hold", async () => {
    await bob.dials("101");
    server.show("bob", { state: "in-call" });
    await press("Take Zoé out of turn");
    expect(server.messages("bob", "hold")).toHaveLength(1);
    expect(bob.phone.state.onStage.value?.id).toBe("c-71");
  });
});

describe("on the screen", () => {
  let root: FakeDomElement;

  beforeEach(async () => {
    await opens();
    root = new FakeDomElement("div");
    render(<QueueCallers phone={bob.phone} screen={screen} />, root as unknown as HTMLElement);
  });

  afterEach(() => {
    render(null, root as unknown as HTMLElement);
  });

  it("a caller is named as this person's contacts know him", async () => {
    bob.phone.state.contactNames.value = new Map([["+33145678902", "Moulin Vert"]]);
    await settled();
    expect(root.words()).toContain("Moulin Vert");
  });
});

import type { JSX } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { elementsOf, type FakeElement } from "../fake/markup";
import { over, told, type FakePastServer } from "../fake/past-server";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { onlyHere, PastList } from "./past-list";
import { Screen } from "./screen";
import { WaysToMe } from "./ways";

let bob: FakePerson;
let past: FakePastServer;
let screen: Screen;

afterEach(() => {
  vi.unstubAllGlobals();
});

beforeEach(async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const clock = new FakeClock();
  bob = new FakePerson("bob", new FakeSwitchboard(clock), clock);
  past = bob.past;
  screen = new Screen(bob.phone);
  await bob.logsIn();
});

const list = (): JSX.Element => <PastList phone={bob.phone} screen={screen} />;
const ways = (): JSX.Element => <WaysToMe history={bob.phone.history} />;
const all = (tree: JSX.Element, type: string): FakeElement[] => elementsOf(tree).filter((one) => one.type === type);
const texts = (tree: JSX.Element, type: string): string[] => all(tree, type).map(({ text }) => text);
const label = ({ props }: FakeElement): unknown => props["aria-label"];

const opened = async (): Promise<void> => {
  screen.go("calls");
  await settled();
};

const press = async (element: FakeElement | undefined): Promise<void> => {
  (element?.props["onClick"] as (() => void) | undefined)?.();
  await settled();
};

describe("the list of calls that are over", () => {
  it("says with whom, what became of it, and offers the story and a call back", async () => {
    past.calls = [over("c2", { part: "not-rung", outcome: "Your phone did not ring" }), over("c1")];
    await opened();
    expect(texts(list(), "li")[0]).toContain("Mrs RoyYour phone did not ring");
    const names = all(list(), "button").map(label);
    expect(names[0]).toMatch(/^Story of the call with Mrs Roy, /);
    expect(names[1]).toBe("Redial Mrs Roy");
  });

  it("does not offer to call a number that was withheld", async () => {
    past.calls = [over("c1", { other: { name: "", number: "" } })];
    await opened();
    expect(all(list(), "button").map(label)).toHaveLength(1);
    expect(texts(list(), "button")).toEqual(["Withheld number"]);
  });

  it("opens a story below its call and closes it", async () => {
    past.calls = [over("c1")];
    const lines = [{ at: "2026-11-23T09:30:04Z", text: "Bob declined after 4 s." }];
    past.stories.set("c1", told({ lines, sound: { rating: "good", sentence: "The sound was good the whole time." } }));
    await opened();
    await press(all(list(), "button")[0]);
    expect(all(list(), "button")[0]?.props["aria-expanded"]).toBe(true);
    expect(texts(list(), "p")).toEqual(["Alice answered after 8 s.", "The sound was good the whole time.", ""]);
    expect(texts(list(), "ol")[0]).toContain("Bob declined after 4 s.");
    await press(all(list(), "button")[0]);
    expect(texts(list(), "ol")).toEqual([]);
  });

  it("says that there is nothing, or that it could not be read", async () => {
    expect(texts(list(), "p")).toEqual(["Loading…"]);
    await opened();
    expect(texts(list(), "p")).toEqual(["Your calls will stand here."]);
    past.broken = true;
    await opened();
    expect(all(list(), "div").map(({ props }) => props["role"])).toContain("alert");
    past.broken = false;
    past.calls = [over("c1")];
    await press(all(list(), "button").find(({ text }) => text === "Try again"));
    expect(all(list(), "li")).toHaveLength(1);
  });

  it("keeps a call of this page until the server tells of it", async () => {
    const call = { id: "c1" } as never;
    await opened();
    expect(onlyHere([call], bob.phone.history)).toEqual([call]);
    past.calls = [over("c1")];
    await opened();
    expect(onlyHere([call], bob.phone.history)).toEqual([]);
  });
});

describe("the paths to this person", () => {
  it("are told when asked for, what he has set first", async () => {
    past.ways = { ways: ["101, dialled by a colleague: this phone rings."], notes: ["Do not disturb is set."], more: true };
    expect(texts(ways(), "button")).toEqual(["Which paths can reach me?"]);
    await press(all(ways(), "button")[0]);
    expect(texts(ways(), "p")).toEqual(["Do not disturb is set.", "There are more paths than are shown here."]);
    expect(texts(ways(), "li")).toEqual(["101, dialled by a colleague: this phone rings."]);
  });
});

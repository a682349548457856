import { render } from "preact";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { fakeDocument, FakeDomElement } from "../fake/dom";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { HandOverForm } from "./hand-over";
import { perform } from "./keyboard";
import { PeopleSearch } from "./people-grid";
import { PickBar } from "./pick-bar";
import { ReceptionPlace } from "./reception-place";
import type { Reception } from "./reception";
import { Screen } from "./screen";

let clock: FakeClock;
let server: FakeSwitchboard;
let alice: FakePerson;
let bob: FakePerson;
let carol: FakePerson;
let screen: Screen;
let reception: Reception;
let focused: string[];

class FakeInput {
  readonly type = "text";

  constructor(readonly id: string) {}

  matches(selector: string): boolean {
    return selector === `#${this.id}`;
  }
}

/** What a selector finds: it may get the focus, or lose it. */
const element = (selector: string) => ({
  focus: () => focused.push(selector),
  blur: () => focused.push("nowhere"),
  scrollIntoView: () => undefined,
});

beforeAll(() => {
  vi.stubGlobal("HTMLElement", FakeInput);
  vi.stubGlobal("HTMLInputElement", FakeInput);
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => {
    act();
    return 0;
  });
  vi.stubGlobal("document", {
    ...fakeDocument,
    body: null,
    activeElement: null,
    querySelector: (selector: string) => (selector === "#reception-people" ? null : element(selector)),
    querySelectorAll: (selector: string) =>
      reception.waiting.value.map((_, place) => ({ focus: () => focused.push(`${selector} ${place}`) })),
  });
});

beforeEach(async () => {
  focused = [];
  clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  alice = new FakePerson("alice", server, clock);
  bob = new FakePerson("bob", server, clock);
  carol = new FakePerson("carol", server, clock);
  for (const person of [alice, bob, carol]) await person.logsIn();
  screen = new Screen(bob.phone);
  reception = screen.reception;
  screen.go("reception");
  await settled();
});

const search = new FakeInput("reception-search");

/** A key, with the focus where it was put last. */
const press = async (key: string): Promise<void> => {
  const target = focused.at(-1) === "#reception-search" ? search : null;
  const event = { key, altKey: false, ctrlKey: false, metaKey: false, isComposing: false, target, preventDefault: () => undefined };
  perform(event as unknown as KeyboardEvent, bob.phone, screen);
  await settled();
};

/** What stands in the search after these keys: they must have been left to it. */
const types = async (text: string): Promise<void> => {
  for (const letter of text) {
    await press(letter);
    expect(focused.at(-1)).toBe("#reception-search");
  }
  reception.type(text);
};

const activeName = (): string | undefined => reception.found.value[reception.active.value]?.name;

describe("a call comes to the reception", () => {
  beforeEach(async () => {
    await alice.dials("102");
  });

  it("is answered by Enter, and handed on by two letters, Enter and T", async () => {
    expect(focused).toEqual(["#reception-search"]);
    await press("Enter");
    expect(bob.call.state).toBe("in-call");
    await types("ca");
    expect(activeName()).toBe("Carol");
    await press("Enter");
    expect(focused.at(-1)).toBe("#pick-first");
    await press("t");
    expect(server.messages("bob", "transfer")).toMatchObject([{ to: "103", note: "" }]);
    expect(reception.done.value).toEqual({ word: "reception.transferred", filled: { caller: "Alice", name: "Carol" } });
    expect([reception.typed.value, reception.picked.value, focused.at(-1)]).toEqual(["", null, "#reception-search"]);
  });

  it("is handed on after asking: A asks, T completes", async () => {
    await press("Enter");
    await types("ca");
    await press("Enter");
    await press("a");
    expect(server.messages("bob", "consult")).toMatchObject([{ to: "103" }]);
    expect(focused.at(-1)).toBe(".reception .call");
    await press("a");
    expect(server.messages("bob", "join")).toEqual([]);
    await carol.answers();
    await press("t");
    expect(server.messages("bob", "complete-transfer")).toHaveLength(1);
    expect(focused.at(-1)).toBe("#reception-search");
  });

  it("goes back to the caller by D, and joins all by A", async () => {
    await press("Enter");
    for (const key of ["d", "a"]) {
      await types("ca");
      await press("Enter");
      await press("a");
      await carol.answers();
      server.show("bob", { consult: { party: { name: "Carol", number: "103" }, state: "in-call", ended: null } });
      await press(key);
      expect(focused.at(-1)).toBe("#reception-search");
    }
    expect(["cancel-transfer", "join", "complete-transfer"].map((type) => server.messages("bob", type as "join").length)).toEqual([1, 1, 0]);
  });

  it("goes to the voicemail of a colleague by V, and nowhere by V for a number outside", async () => {
    await press("Enter");
    await types("0612345678");
    await press("Enter");
    await press("v");
    expect(server.messages("bob", "to-voicemail")).toEqual([]);
    await press("Escape");
    await types("ca");
    await press("Enter");
    await press("v");
    expect(server.messages("bob", "to-voicemail")).toMatchObject([{ to: "103" }]);
    expect(reception.done.value?.word).toBe("reception.to-voicemail");
  });

  it("is handed on with a note: N opens the form with him in it", async () => {
    await press("Enter");
    await types("ca");
    await press("Enter");
    await press("n");
    expect(screen.handOver.value).toEqual({ key: bob.call.key, kind: "transfer", to: { name: "Carol", extension: "103" } });
    expect(reception.picked.value).toBeNull();
    await press("Escape");
    expect(screen.handOver.value).toBeNull();
    expect(focused.at(-1)).toBe("#reception-search");
  });

  it("is asked about from that form too, and letters act then", async () => {
    await press("Enter");
    await types("ca");
    await press("Enter");
    await press("n");
    const open = screen.handOver.value;
    if (open === null) throw new Error("not open");
    await new HandOverForm(open, bob.phone, screen).consult();
    expect(focused.at(-1)).toBe(".reception .call");
    await press("t");
    expect(server.messages("bob", "complete-transfer")).toHaveLength(1);
  });

  it("is not handed on by a key held down", async () => {
    await press("Enter");
    await types("ca");
    const event = { key: "Enter", repeat: true, target: null, preventDefault: vi.fn() };
    perform(event as unknown as KeyboardEvent, bob.phone, screen);
    expect(event.preventDefault).toHaveBeenCalled();
    expect(reception.picked.value).toBeNull();
  });

  it("stays with whoever it was picked for, and says why it could not be handed on", async () => {
    await press("Enter");
    await types("ca");
    await press("Enter");
    server.refusals.set("transfer", "wrong-state");
    await press("t");
    expect(reception.problem.value).toBe("transfer.not-there");
    expect(reception.picked.value?.who.name).toBe("Carol");
    await press("t");
    expect(reception.problem.value).toBeNull();
    expect(reception.done.value).not.toBeNull();
  });

  it("sends once what was pressed twice", async () => {
    await press("Enter");
    await types("ca");
    await press("Enter");
    await Promise.all([press("t"), press("t")]);
    expect(server.messages("bob", "transfer")).toHaveLength(1);
  });

  it("is not handed on to him who was picked for another call", async () => {
    await press("Enter");
    await types("ca");
    await press("Enter");
    server.show("bob", { state: "ended", ended: "hung-up" });
    expect(reception.picked.value).toBeNull();
    await press("t");
    expect(server.messages("bob", "transfer")).toEqual([]);
    expect(focused.at(-1)).toBe("#reception-search");
  });

  it("is parked by P once the search is left, and is gone to by its digit", async () => {
    await press("Enter");
    await press("p");
    expect(server.messages("bob", "park")).toEqual([]);
    await press("Escape");
    expect(focused.at(-1)).toBe(".reception");
    await press("p");
    expect(bob.call.state).toBe("parked");
    expect(reception.waiting.value.map(({ remedy }) => remedy)).toEqual(["retrieve"]);
    focused.push("elsewhere");
    await press("1");
    expect(focused.at(-1)).toBe(".waiting-act 0");
    reception.act(reception.waiting.value[0]);
    await settled();
    expect(server.messages("bob", "call")).toMatchObject([{ to: "701" }]);
  });

  it("is drawn onto somebody", async () => {
    await press("Enter");
    const [onto] = reception.found.value;
    if (onto === undefined) throw new Error("nobody");
    reception.drop(bob.call.key, onto);
    await settled();
    expect(server.messages("bob", "transfer")).toMatchObject([{ to: onto.number }]);
  });
});

describe("without a call", () => {
  it("Enter calls whom the letters mean, and nobody while nothing is typed", async () => {
    await press("Enter");
    expect(server.messages("bob", "call")).toEqual([]);
    await types("ca");
    await press("Enter");
    expect(server.messages("bob", "call")).toMatchObject([{ to: "103" }]);
    expect(reception.typed.value).toBe("");
  });

  it("the arrows choose, and typing begins anew with the closest", async () => {
    await press("ArrowDown");
    expect(activeName()).toBe("Alice");
    await press("ArrowDown");
    expect(activeName()).toBe("Carol");
    await types("al");
    expect(activeName()).toBe("Alice");
    await press("Escape");
    expect([reception.typed.value, reception.active.value]).toEqual(["", -1]);
  });

  it("one who is picked with the pointer is called by C; typing lets go of him", async () => {
    const [first] = reception.found.value;
    if (first === undefined) throw new Error("nobody");
    reception.pick(first);
    await press("t");
    expect(server.messages("bob", "transfer")).toEqual([]);
    await press("c");
    expect(server.messages("bob", "call")).toMatchObject([{ to: "101" }]);
    reception.pick(first);
    reception.type("x");
    expect(reception.picked.value).toBeNull();
  });

  it("letters do nothing where they are switched off", async () => {
    await alice.dials("102");
    await press("Enter");
    await types("ca");
    await press("Enter");
    screen.shortcuts.value = false;
    await press("t");
    expect(server.messages("bob", "transfer")).toEqual([]);
  });
});

describe("on the screen", () => {
  let root: FakeDomElement;

  beforeEach(() => {
    root = new FakeDomElement("div");
    render(<ReceptionPlace phone={bob.phone} screen={screen} />, root as unknown as HTMLElement);
  });

  afterEach(() => {
    render(null, root as unknown as HTMLElement);
  });

  const words = async (): Promise<string[]> => {
    await settled();
    return root.words();
  };
  const input = (): FakeElement => {
    const found = elementsOf(<PeopleSearch reception={reception} />).find(({ type }) => type === "input");
    if (found === undefined) throw new Error("no search");
    return found;
  };

  it("everybody but the reader stands there, with how he is and for how long", async () => {
    const since = new Date(Date.now() - 4 * 60_000 - 10_000).toISOString();
    server.tell("bob", {
      type: "people",
      anew: false,
      people: [{ extension: "103", name: "Carol", department: null, presence: "in-call", since }],
    });
    const shown = await words();
    expect(shown).toContain("Alice, 101, Available, Sales");
    expect(shown).toContainEqual(expect.stringMatching(/^Carol, 103, In call · 4\smin/));
    expect(shown.filter((text) => text.startsWith("Bob"))).toEqual([]);
  });

  it("the search is a combobox over the grid, and says which entry is meant", () => {
    expect(input().props).toMatchObject({ role: "combobox", "aria-expanded": true, "aria-activedescendant": undefined });
    reception.type("ca");
    expect(input().props).toMatchObject({ "aria-controls": "reception-people", "aria-activedescendant": "reception-entry-0" });
    reception.type("zzz");
    expect(input().props).toMatchObject({ "aria-expanded": false, "aria-activedescendant": undefined });
  });

  it("says what Enter does", async () => {
    expect(await words()).toContain("Type two letters of a name, then Enter.");
    reception.type("ca");
    expect(await words()).toContain("Enter calls Carol.");
    reception.type("");
    await alice.dials("102");
    expect(await words()).toContain("Enter answers Alice.");
    await press("Enter");
    reception.type("ca");
    expect(await words()).toContain("Enter picks Carol, then T transfers.");
  });

  it("a call that comes back says from whom, and rings first", async () => {
    await alice.dials("102");
    await bob.answers();
    await bob.phone.calls.hold(bob.call.key);
    const party = { name: "Zoé", number: "+33145678901", via: "", heldByOther: false };
    const card = { kind: "returned", other: { name: "Carol", number: "103" }, note: "about the cake" };
    const none = { answered: null, ended: null, consult: null, slot: null, with: [] };
    const back = { id: "back", direction: "in", state: "ringing", party, began: new Date().toISOString(), media: "pending", card, ...none };
    server.tell("bob", { type: "call", call: back });
    const shown = await words();
    for (const text of ["Back: Carol did not take it", "about the cake", "Answer Zoé", "Resume Alice"]) expect(shown).toContain(text);
    expect(reception.waiting.value.map(({ remedy }) => remedy)).toEqual(["answer", "resume"]);
  });

  it("offers what can be done with whoever is picked, named after him and the caller", async () => {
    await alice.dials("102");
    await press("Enter");
    await types("ca");
    await press("Enter");
    const bar = elementsOf(<PickBar phone={bob.phone} reception={reception} />);
    expect(bar.find(({ props }) => props["role"] === "group")?.props["aria-label"]).toBe("Hand Alice on to Carol");
    expect(bar.filter(({ type }) => type === "button").map(({ props }) => props["aria-keyshortcuts"])).toEqual(["T", "A", "V", "N", "C"]);
  });
});

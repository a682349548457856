import { describe, expect, it } from "vitest";
import { deedOf, stepTo, type Deed, type Stance } from "./reception-keys";

const press = (key: string, held: Partial<Record<"altKey" | "ctrlKey" | "metaKey", boolean>> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

const atRest: Stance = {
  focus: "search",
  typed: false,
  active: false,
  moved: false,
  picked: "nobody",
  colleague: false,
  call: "none",
  rings: false,
  open: false,
  letters: true,
};
const deed = (key: string, change: Partial<Stance> = {}): Deed | undefined => deedOf(press(key), { ...atRest, ...change });

const either = [false, true];
const letters = ["t", "T", "a", "v", "n", "c", "p", "x", "0", "1", "9", "/", "?", " "];
const keys = [...letters, "Enter", "Escape", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Tab", "Home", "Backspace"];

/** Every way in which the place can stand. */
function everyStance(): Stance[] {
  let all: Stance[] = [atRest];
  const vary = <K extends keyof Stance>(what: K, values: readonly Stance[K][]): void => {
    all = all.flatMap((stance) => values.map((value) => ({ ...stance, [what]: value })));
  };
  vary("focus", ["search", "text", "elsewhere"]);
  vary("picked", ["nobody", "to-call", "to-hand-on"]);
  vary("call", ["none", "talks", "asks"]);
  for (const what of ["typed", "active", "moved", "colleague", "rings", "open", "letters"] as const) vary(what, either);
  return all;
}
const stances = everyStance();

interface Pressed {
  readonly key: string;
  readonly stance: Stance;
}
const pressed: readonly Pressed[] = stances.flatMap((stance) => keys.map((key) => ({ key, stance })));
const acting = (all: readonly Pressed[], held = {}): Pressed[] =>
  all.filter(({ key, stance }) => deedOf(press(key, held), stance) !== undefined);

/** All the keys in all stances that do a thing. */
function doing(kind: Deed["kind"]): Pressed[] {
  return pressed.filter(({ key, stance }) => deedOf(press(key), stance)?.kind === kind);
}

describe("every key in every state", () => {
  it("writes text where text is written", () => {
    const written = pressed.filter(({ key, stance }) => stance.focus === "text" || (stance.focus === "search" && letters.includes(key)));
    expect(acting(written)).toEqual([]);
  });

  it("is no letter where letters are switched off, and nothing with a modifier", () => {
    expect(acting(pressed.filter(({ key, stance }) => !stance.letters && letters.includes(key)))).toEqual([]);
    for (const held of ["altKey", "ctrlKey", "metaKey"]) expect(acting(pressed, { [held]: true })).toEqual([]);
  });

  it.each(["transfer", "ask", "note"] as const)("does %s only to whoever is picked for a call", (kind) => {
    const all = doing(kind);
    expect(all.length).toBeGreaterThan(0);
    for (const { stance } of all) {
      expect(stance).toMatchObject({ focus: "elsewhere", picked: "to-hand-on", open: false, letters: true });
    }
  });

  it("leads to the voicemail of colleagues alone", () => {
    const all = doing("voicemail");
    expect(new Set(all.map(({ key }) => key))).toEqual(new Set(["v"]));
    for (const { stance } of all) expect(stance).toMatchObject({ picked: "to-hand-on", colleague: true });
  });

  it("answers by Enter in the empty search alone", () => {
    for (const { key, stance } of doing("answer")) {
      expect([key, stance]).toMatchObject(["Enter", { focus: "search", rings: true, typed: false, active: false }]);
    }
    expect(doing("answer").length).toBeGreaterThan(0);
  });

  it("picks with a call on, calls without one, and does neither while somebody is asked", () => {
    for (const { stance } of doing("pick")) expect(stance).toMatchObject({ active: true, call: "talks" });
    for (const { stance } of doing("call-active")) expect(stance).toMatchObject({ active: true, call: "none" });
    expect([doing("pick").length, doing("call-active").length]).toEqual([192, 192]);
  });

  it("leaves an open form or keypad its keys", () => {
    expect(acting(pressed.filter(({ stance: { open, focus } }) => open && focus === "elsewhere"))).toEqual([]);
  });
});

describe("with the focus in the search", () => {
  it("Enter does what the place is there for", () => {
    expect(deed("Enter", { rings: true })).toEqual({ kind: "answer" });
    expect(deed("Enter")).toBeUndefined();
    expect(deed("Enter", { typed: true, rings: true })).toBeUndefined();
    expect(deed("Enter", { typed: true, active: true, rings: true })).toEqual({ kind: "call-active" });
    expect(deed("Enter", { typed: true, active: true, call: "talks", rings: true })).toEqual({ kind: "pick" });
    expect(deed("Enter", { typed: true, active: true, call: "asks" })).toBeUndefined();
  });

  it("up and down go through the people; left and right do once one is chosen by arrows", () => {
    expect(deed("ArrowDown")).toEqual({ kind: "move", towards: "down" });
    expect(deed("ArrowUp", { typed: true, active: true })).toEqual({ kind: "move", towards: "up" });
    expect(deed("ArrowRight", { typed: true, active: true })).toBeUndefined();
    expect(deed("ArrowRight", { active: true, moved: true })).toEqual({ kind: "move", towards: "right" });
    expect(deed("ArrowLeft", { typed: true, active: true, moved: true })).toEqual({ kind: "move", towards: "left" });
  });

  it("left with nothing typed goes to the waiting calls", () => {
    expect(deed("ArrowLeft")).toEqual({ kind: "leave" });
    expect(deed("ArrowLeft", { typed: true })).toBeUndefined();
    expect(deed("ArrowRight")).toBeUndefined();
  });

  it("Escape empties it, then leaves it, unless something else is to be closed", () => {
    expect(deed("Escape", { typed: true })).toEqual({ kind: "clear" });
    expect(deed("Escape", { active: true, moved: true })).toEqual({ kind: "clear" });
    expect(deed("Escape")).toEqual({ kind: "leave" });
    expect(deed("Escape", { open: true })).toBeUndefined();
  });
});

describe("with the focus elsewhere", () => {
  const picked = { focus: "elsewhere", picked: "to-hand-on", call: "talks", colleague: true } as const;

  it("one letter hands the call on to whoever is picked", () => {
    expect(["t", "T", "a", "v", "n", "c"].map((key) => deed(key, picked)?.kind)).toEqual([
      "transfer",
      "transfer",
      "ask",
      "voicemail",
      "note",
      "call",
    ]);
    expect(deed("p", picked)).toBeUndefined();
    expect(deed("1", picked)).toBeUndefined();
  });

  it("calls whoever is picked without a call, and hands nothing on", () => {
    const toCall = { ...picked, picked: "to-call", call: "none" } as const;
    expect(["t", "a", "v", "n", "c"].map((key) => deed(key, toCall)?.kind)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      "call",
    ]);
  });

  it("Escape goes back to the search, digits to the waiting calls; letters do what they do everywhere", () => {
    expect(deed("Escape", picked)).toEqual({ kind: "search" });
    expect(deed("Escape", { focus: "elsewhere" })).toEqual({ kind: "search" });
    expect(deed("2", { focus: "elsewhere" })).toEqual({ kind: "waiting", place: 1 });
    for (const key of ["0", "t", "a", "p", "Enter", "ArrowDown"]) expect(deed(key, { focus: "elsewhere" })).toBeUndefined();
  });
});

describe("a step in the grid", () => {
  // 0 1 2
  // 3 4 5
  // 6
  const from = (place: number, towards: "left" | "right" | "up" | "down"): number => stepTo(place, towards, 7, 3);

  it("goes along and across", () => {
    expect([from(4, "left"), from(4, "right"), from(4, "up"), from(3, "down")]).toEqual([3, 5, 1, 6]);
  });

  it("goes to the last where there is nothing straight below, and never out of the grid", () => {
    expect([from(5, "down"), from(6, "down"), from(6, "right"), from(1, "up"), from(0, "left")]).toEqual([6, 6, 6, 1, 0]);
  });

  it("begins with the first, and with nobody where there is nobody", () => {
    expect([from(-1, "down"), from(-1, "up"), stepTo(-1, "down", 0, 3)]).toEqual([0, 0, -1]);
  });
});

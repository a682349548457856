import { describe, expect, it } from "vitest";
import { shortcutOf } from "./shortcuts";

const press = (key: string, held: Partial<{ ctrlKey: boolean }> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe("a key", () => {
  it("does what the help says", () => {
    expect(shortcutOf(press("a"), false, true)).toEqual({ kind: "answer" });
    expect(shortcutOf(press("M"), false, true)).toEqual({ kind: "mute" });
    expect(shortcutOf(press("t"), false, true)).toEqual({ kind: "transfer" });
    expect(shortcutOf(press("P"), false, true)).toEqual({ kind: "park" });
    expect(shortcutOf(press("3"), false, true)).toEqual({ kind: "choose", place: 2 });
  });

  it("does nothing while somebody types, but Escape", () => {
    for (const key of ["a", "t", "p"]) expect(shortcutOf(press(key), true, true)).toBeUndefined();
    expect(shortcutOf(press("Escape"), true, true)).toEqual({ kind: "escape" });
  });

  it("does nothing when switched off or with a modifier", () => {
    expect(shortcutOf(press("a"), false, false)).toBeUndefined();
    expect(shortcutOf(press("a", { ctrlKey: true }), false, true)).toBeUndefined();
    expect(shortcutOf(press("x"), false, true)).toBeUndefined();
  });
});

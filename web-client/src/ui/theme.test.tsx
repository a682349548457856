import { beforeEach, describe, expect, it } from "vitest";
import { FakeMemory } from "../fake/devices";
import { elementsOf } from "../fake/markup";
import { ThemeChoice } from "./theme-choice";
import { ThemeSetting } from "./theme-setting";

describe("the theme", () => {
  let memory: FakeMemory;
  let root: { dataset: DOMStringMap };

  beforeEach(() => {
    memory = new FakeMemory();
    root = { dataset: {} };
  });

  it("is the computer's until somebody chooses, and then stays", () => {
    const choice = new ThemeChoice(memory, root);
    expect(root.dataset["theme"]).toBeUndefined();
    choice.choose("dark");
    expect(root.dataset["theme"]).toBe("dark");
    const later = { dataset: {} as DOMStringMap };
    expect(new ThemeChoice(memory, later).theme.value).toBe("dark");
    expect(later.dataset["theme"]).toBe("dark");
    choice.choose("system");
    expect(root.dataset["theme"]).toBeUndefined();
  });

  it("follows another tab, and nothing that cannot be one", () => {
    const choice = new ThemeChoice(memory, root);
    memory.keep("sonnerie.theme", "light");
    choice.follow("something else");
    expect(choice.theme.value).toBe("system");
    choice.follow("sonnerie.theme");
    expect(root.dataset["theme"]).toBe("light");
    memory.keep("sonnerie.theme", "purple");
    choice.follow(null);
    expect(root.dataset["theme"]).toBeUndefined();
  });

  it("is chosen among three, the present one marked", () => {
    const choice = new ThemeChoice(memory, root);
    const boxes = (): (readonly [unknown, () => void])[] =>
      elementsOf(<ThemeSetting choice={choice} />)
        .filter(({ type }) => type === "input")
        .map(({ props }) => [props["checked"], props["onChange"] as () => void]);
    expect(boxes().map(([checked]) => checked)).toEqual([true, false, false]);
    boxes()[2]?.[1]();
    expect(boxes().map(([checked]) => checked)).toEqual([false, false, true]);
    expect(root.dataset["theme"]).toBe("dark");
  });
});

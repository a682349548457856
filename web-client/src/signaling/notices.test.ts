import { expect, it } from "vitest";
import { readPress } from "./notices";

it("reads what was pressed, and nothing else", () => {
  expect(readPress({ call: "c1", action: "answer" })).toEqual({ call: "c1", action: "answer" });
  expect(readPress({ call: "c1", action: "open", more: 1 })).toEqual({ call: "c1", action: "open" });
  for (const nonsense of [null, 7, "answer", {}, { call: "c1" }, { call: 1, action: "answer" }, { call: "c1", action: "sing" }]) {
    expect(readPress(nonsense)).toBeUndefined();
  }
});

import { describe, expect, it } from "vitest";
import { readFlaws } from "./change";
import { readReach } from "./read-reach";

const whole = {
  own: true,
  ringSeconds: 20,
  voicemail: true,
  reach: {
    doNotDisturb: false,
    always: null,
    busy: "voicemail",
    noAnswer: "102",
    unreachable: null,
    followMe: { number: "0698765432", afterSeconds: 5 },
    rules: [{ name: "Lunch", callers: "numbers", numbers: ["+3361*"], week: { mon: ["12:00-13:00"] }, to: null }],
  },
};

describe("how somebody is reached, as the server says it", () => {
  it("is read whole", () => {
    expect(readReach(JSON.stringify(whole))).toEqual(whole);
  });

  it.each([
    ["no JSON", "{"],
    ["another kind of callers", JSON.stringify(whole).replace('"numbers",', '"friends",')],
    ["a number for a text", JSON.stringify(whole).replace('"102"', "102")],
    ["without rules", JSON.stringify(whole).replace('"rules"', '"ruled"')],
  ])("is refused: %s", (_, text) => {
    expect(readReach(text)).toBeUndefined();
  });

  it("says what is wrong with a change", () => {
    const text = '{"code":"reach-refused","flaws":[{"field":"rules.0.to","code":"not-open"}]}';
    expect(readFlaws(text, "reach-refused")).toEqual([{ field: "rules.0.to", code: "not-open" }]);
    expect(readFlaws('{"code":"other","flaws":[]}', "reach-refused")).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { timesOf, weekOf } from "./week";

describe("the hours of a rule", () => {
  it("are the same there and back", () => {
    const times = { days: ["mon", "fri"], from: "12:00", to: "13:30" } as const;
    expect(weekOf(times)).toEqual({ mon: ["12:00-13:30"], fri: ["12:00-13:30"] });
    expect(timesOf(weekOf(times))).toEqual(times);
  });

  it.each([
    [{ mon: ["09:00-12:00"], tue: ["10:00-12:00"] }],
    [{ mon: ["09:00-12:00", "14:00-18:00"] }],
    [{}],
  ])("are not shown as one span when they are more: %j", (week) => {
    expect(timesOf(week)).toBeUndefined();
  });

  it("keep the order of the week", () => {
    expect(Object.keys(weekOf({ days: ["sun", "tue"], from: "08:00", to: "09:00" }))).toEqual(["tue", "sun"]);
  });
});

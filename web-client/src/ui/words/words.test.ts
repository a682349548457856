import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { dayAndTime, duration, say, timeOfDay, type Word } from "./words";

const root = new URL("../../", import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts") && !/words.en\b/.test(file))
  .map((file) => readFileSync(new URL(file, root), "utf8"))
  .join("\n");

describe("the words", () => {
  it.each(Object.keys(en))("%s is said somewhere", (word) => {
    expect(sources).toContain(`"${word}"`);
  });

  it("are all there that are said", () => {
    const said = [...sources.matchAll(/\bsay\("([^"]+)"/g)].map((found) => found[1] ?? "");
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((word) => !(word in en))).toEqual([]);
  });

  it("are filled in, and keep what is not given", () => {
    expect(say("title.calling", { name: "Bob" })).toBe("Bob is calling");
    expect(say("title.calling" satisfies Word)).toBe("{name} is calling");
  });
});

it("writes durations in minutes and seconds", () => {
  expect(duration(0)).toBe("00:00");
  expect(duration(134_999)).toBe("02:14");
  expect(duration(3_734_000)).toBe("1:02:14");
  expect(duration(-5)).toBe("00:00");
});

it("writes the day only of a moment that is not today, and the year only of one long ago", () => {
  const now = new Date(2026, 10, 23, 18, 0).getTime();
  const moment = (...day: [number, number, number]): string => dayAndTime(new Date(...day, 9, 5).getTime(), now);
  expect(moment(2026, 10, 23)).toBe(timeOfDay(new Date(2026, 10, 23, 9, 5).getTime()));
  expect(moment(2026, 10, 22)).toContain("22");
  expect(moment(2026, 10, 22)).not.toContain("2026");
  expect(moment(2025, 10, 23)).toContain("2025");
});

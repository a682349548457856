import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { duration, say, type Word } from "./words";

const root = new URL("../../", import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts") && !file.endsWith("words/en.ts"))
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

import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { en } from "./en";
import { speak } from "./language";
import { dayWords } from "./reach-words";
import { unheardWords } from "./voicemail-words";
import { dayAndTime, duration, languageWords, numberWords, say, timeOfDay, type Word } from "./words";

const root = new URL("../../", import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/words.(en|fr)\b/.test(file))
  .map((file) => readFileSync(new URL(file, root), "utf8"))
  .join("\n");

/** Named by a part of their name and a value: `language.${language}`. */
const composed = [/^language\.(en|fr)$/];

/** Words that are said for a count are named without their last part. */
const named = (word: string): string => word.replace(/\.(one|other)$/, "");

afterEach(async () => {
  await speak("en", "en-GB");
});

describe("the words", () => {
  const plain = Object.keys(en).filter((word) => !composed.some((one) => one.test(word)));

  it.each(plain)("%s is said somewhere", (word) => {
    expect(sources).toContain(`"${named(word)}"`);
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

  it("follow the language, each by its own rule of one and several", async () => {
    expect([0, 1, 2].map(unheardWords)).toEqual(["0 new messages", "1 new message", "2 new messages"]);
    await speak("fr", "fr-FR");
    expect([0, 1, 2].map(unheardWords)).toEqual(["0 nouveau message", "1 nouveau message", "2 nouveaux messages"]);
    expect(say("finder.call")).toBe("Appeler");
    expect(languageWords("fr")).toBe("français");
  });
});

it("writes durations in minutes and seconds", () => {
  expect(duration(0)).toBe("00:00");
  expect(duration(134_999)).toBe("02:14");
  expect(duration(3_734_000)).toBe("1:02:14");
  expect(duration(-5)).toBe("00:00");
});

it("names languages in the reader's", () => {
  expect(["en", "fr"].map(languageWords)).toEqual(["English", "French"]);
});

describe("dates and numbers", () => {
  const now = new Date(2026, 10, 23, 18, 0).getTime();
  const moment = (...day: [number, number, number]): string => dayAndTime(new Date(...day, 19, 5).getTime(), now);

  it("have the day only of a moment that is not today, and the year only of one long ago", () => {
    expect(moment(2026, 10, 23)).toBe(timeOfDay(new Date(2026, 10, 23, 19, 5).getTime()));
    expect(moment(2026, 10, 22)).toContain("22");
    expect(moment(2026, 10, 22)).not.toContain("2026");
    expect(moment(2025, 10, 23)).toContain("2025");
  });

  it.each([
    ["en", "en-GB", "Sun 22 Nov", "19:05", "10,000", "Mon"],
    ["en", "en-US", "Sun, Nov 22", "07:05 PM", "10,000", "Mon"],
    ["fr", "fr-FR", "dim. 22 nov.", "19:05", "10 000", "lun."],
  ] as const)("are written as is usual: in %s as %s does", async (language, locale, day, time, number, monday) => {
    const even = (text: string): string => text.replaceAll(/\s/g, " ");
    await speak(language, locale);
    expect(even(moment(2026, 10, 22))).toContain(day);
    expect(even(timeOfDay(new Date(2026, 10, 23, 19, 5).getTime()))).toBe(time);
    expect(even(numberWords(10_000))).toBe(number);
    expect(dayWords("mon", 0).short).toBe(monday);
  });
});

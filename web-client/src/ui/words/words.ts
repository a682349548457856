import { spokenNow, type Word } from "./language";

export type { Word } from "./language";

/** A sentence that is another one for one than for several: its bundle has `….one` and `….other`. */
export type CountedWord = Word extends infer One ? (One extends `${infer Word}.one` ? Word : never) : never;

/** The sentence in the reader's language, `{name}`s filled in. */
export function say(word: Word, filled: Readonly<Record<string, string>> = {}): string {
  return spokenNow().words[word].replaceAll(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole);
}

/** The sentence for so many, `{count}` filled in: English says "0 messages", French "0 message". */
export function sayCounted(word: CountedWord, count: number): string {
  const one = new Intl.PluralRules(spokenNow().locale).select(count) === "one";
  return say(one ? `${word}.one` : `${word}.other`, { count: numberWords(count) });
}

/** A number as the reader's language writes it. */
export function numberWords(number: number): string {
  return new Intl.NumberFormat(spokenNow().locale).format(number);
}

/** A share in per cent, to one decimal: 0.2 %. */
export function percent(value: number): string {
  const how: Intl.NumberFormatOptions = { style: "percent", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(spokenNow().locale, how).format(value / 100);
}

/** The name of a language, such as "French" or « français ». */
export function languageWords(tag: string): string {
  return new Intl.DisplayNames(spokenNow().locale, { type: "language" }).of(tag) ?? tag;
}

/** Minutes and seconds, hours only when there are some: 02:14, 1:02:14. */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1_000));
  const two = (value: number): string => value.toString().padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(seconds % 60)}`;
}

/** So many minutes, with the unit as the reader's language writes it: 4 min. */
export function minutes(count: number): string {
  const how: Intl.NumberFormatOptions = { style: "unit", unit: "minute", unitDisplay: "short" };
  return new Intl.NumberFormat(spokenNow().locale, how).format(count);
}

/** A moment, or a part of it, as the reader's language writes it. */
export function written(moment: number | Date, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(spokenNow().locale, how).format(moment);
}

/** A time of day. */
export function timeOfDay(millis: number): string {
  return written(millis, { hour: "2-digit", minute: "2-digit" });
}

/** A time of day to the second. */
export function timeWithSeconds(millis: number): string {
  return written(millis, { timeStyle: "medium" });
}

/** A moment that may lie further back: the time of a day that is today, else the day too, and the year of an old one. */
export function dayAndTime(millis: number, now: number): string {
  const [then, today] = [new Date(millis), new Date(now)];
  if (then.toDateString() === today.toDateString()) return timeOfDay(millis);
  const day = then.getFullYear() === today.getFullYear() ? ({ weekday: "short" } as const) : ({ year: "numeric" } as const);
  const parts = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  return written(millis, { ...parts, ...day });
}

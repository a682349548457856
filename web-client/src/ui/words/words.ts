import { en } from "./en";

/** The name of a sentence in the bundles. */
export type Word = keyof typeof en;

const bundle: Readonly<Record<Word, string>> = en;

/** The sentence in the reader's language, `{name}`s filled in. */
export function say(word: Word, filled: Readonly<Record<string, string>> = {}): string {
  return bundle[word].replaceAll(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole);
}

/** Minutes and seconds, hours only when there are some: 02:14, 1:02:14. */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1_000));
  const two = (value: number): string => value.toString().padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(seconds % 60)}`;
}

/** A time of day as the reader's browser writes it. */
export function timeOfDay(millis: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(millis);
}

/** A time of day to the second. */
export function timeWithSeconds(millis: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: "medium" }).format(millis);
}

/** A moment that may lie further back: the time of a day that is today, else the day too, and the year of an old one. */
export function dayAndTime(millis: number, now: number): string {
  const [then, today] = [new Date(millis), new Date(now)];
  if (then.toDateString() === today.toDateString()) return timeOfDay(millis);
  const day = then.getFullYear() === today.getFullYear() ? ({ weekday: "short" } as const) : ({ year: "numeric" } as const);
  const parts = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(undefined, { ...parts, ...day }).format(millis);
}

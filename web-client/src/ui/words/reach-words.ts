import type { CallerKind } from "../../phone/reachability";
import type { Day } from "../../phone/week";
import { say, written, type Word } from "./words";

const flaws: Readonly<Record<string, Word>> = {
  "unknown-target": "reach.flaw.unknown-target",
  "same-person": "reach.flaw.same-person",
  "not-open": "reach.flaw.not-open",
  "not-for-forwards": "reach.flaw.not-for-forwards",
  "no-mailbox": "reach.flaw.no-mailbox",
  "no-outside-number": "reach.flaw.no-outside-number",
  "too-late": "reach.flaw.too-late",
  empty: "reach.flaw.empty",
  "too-long": "reach.flaw.too-long",
  "too-many": "reach.flaw.too-many",
  "no-number": "reach.flaw.no-number",
  "no-hours": "reach.flaw.no-hours",
};

/** What is wrong with a field, for its reader. */
export function flawWords(code: string, filled: Readonly<Record<string, string>> = {}): string {
  return say(flaws[code] ?? "reach.flaw.does-not-fit", filled);
}

const kinds: Readonly<Record<CallerKind, Word>> = {
  everybody: "reach.callers.everybody",
  colleagues: "reach.callers.colleagues",
  outside: "reach.callers.outside",
  withheld: "reach.callers.withheld",
  numbers: "reach.callers.numbers",
};

export function callersWords(kind: CallerKind): string {
  return say(kinds[kind]);
}

/** The day in the reader's language; 5 January 2026 was a Monday. */
export function dayWords(day: Day, at: number): { readonly short: string; readonly long: string } {
  const date = new Date(2026, 0, 5 + at);
  return { short: written(date, { weekday: "short" }), long: written(date, { weekday: "long" }) || day };
}

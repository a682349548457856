import type { Reachability } from "../phone/reachability";
import { flawWords } from "./words/reach-words";

/** What is wrong with a field of the form; empty if nothing is. */
export function flawOf(reachability: Reachability, field: string, filled: Readonly<Record<string, string>> = {}): string {
  const flaw = reachability.flaws.value.find((one) => one.field === field);
  return flaw === undefined ? "" : flawWords(flaw.code, filled);
}

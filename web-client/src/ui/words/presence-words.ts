import type { Colleague, Presence } from "../../phone/people";
import { dayAndTime, minutes, say, type Word } from "./words";
import { timeNow } from "../../phone/clock";

const words: Readonly<Record<Presence, Word>> = {
  "in-call": "presence.in-call",
  ringing: "presence.ringing",
  "do-not-disturb": "presence.do-not-disturb",
  available: "presence.available",
  asleep: "presence.asleep",
};

/** How somebody is, and since when where that is told; without a connection nobody knows. */
export function presenceWords({ presence, since }: Pick<Colleague, "presence" | "since">, offline: boolean): string {
  if (offline) return say("presence.unknown");
  const state = say(words[presence]);
  if (since === undefined) return state;
  return say("presence.since", { state, time: dayAndTime(Date.parse(since), timeNow()) });
}

/** The same with for how long, where that is told and is a minute or more. */
export function presenceForWords({ presence, since }: Pick<Colleague, "presence" | "since">, offline: boolean, now: number): string {
  if (offline) return say("presence.unknown");
  const passed = since === undefined ? 0 : Math.floor((now - Date.parse(since)) / 60_000);
  return passed < 1 ? say(words[presence]) : `${say(words[presence])} · ${minutes(passed)}`;
}

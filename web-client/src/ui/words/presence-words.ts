import type { Colleague, Presence } from "../../phone/people";
import { dayAndTime, say, type Word } from "./words";

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
  return say("presence.since", { state, time: dayAndTime(Date.parse(since), Date.now()) });
}

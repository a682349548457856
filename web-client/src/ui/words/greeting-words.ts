import type { GreetingTrouble, MailboxGreetings } from "../../phone/greetings";
import { say, type Word } from "./words";

/** Whose greetings they are. */
export function boxWords({ box }: MailboxGreetings): string {
  return box.kind === "person" ? say("greetings.mine") : say("greetings.of", { box: box.name });
}

/** A day without a time: the same in every time zone. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(`${day}T00:00Z`));
}

export function awayWords(until: string | null): string {
  return until === null ? say("greetings.here") : say("greetings.away.until", { day: dayWords(until) });
}

const problems: Readonly<Record<GreetingTrouble["why"], Word>> = {
  "date-wrong": "greetings.date-wrong",
  failed: "greetings.failed",
};

export function greetingProblem(why: GreetingTrouble["why"]): string {
  return say(problems[why]);
}

import type { GreetingKind, GreetingTrouble, MailboxGreetings } from "../../phone/greetings";
import type { SoundTrouble } from "../../phone/sound-maker";
import { say, written, type Word } from "./words";

/** Whose greetings they are. */
export function boxWords({ box }: MailboxGreetings): string {
  return box.kind === "person" ? say("greetings.mine") : say("greetings.of", { box: box.name });
}

/** A day without a time: the same in every time zone. */
export function dayWords(day: string): string {
  return written(Date.parse(`${day}T00:00Z`), { dateStyle: "long", timeZone: "UTC" });
}

const kinds: Readonly<Record<GreetingKind, Word>> = {
  usual: "greetings.usual",
  absent: "greetings.absent",
  name: "name.title",
};

export function kindWords(kind: GreetingKind): string {
  return say(kinds[kind]);
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

/** What a recorded name can be refused for; the rest cannot happen to one, or nobody knows why. */
const nameProblems: Partial<Readonly<Record<SoundTrouble, Word>>> = {
  "too-short": "prompt.too-short",
  "too-long": "name.too-long",
  silent: "prompt.silent",
  "microphone-denied": "failure.microphone-denied",
  "microphone-missing": "failure.microphone-missing",
};

export function nameProblem(why: SoundTrouble): string {
  return say(nameProblems[why] ?? "prompt.failed");
}

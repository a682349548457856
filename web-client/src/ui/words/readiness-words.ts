import type { CheckStep, ReadinessProblem, ReadinessRating } from "../../phone/readiness-check";
import { say, type Word } from "./words";

const steps: Readonly<Record<CheckStep, Word>> = {
  microphone: "check.step.microphone",
  sound: "check.step.sound",
  speaker: "check.step.speaker",
  echo: "check.step.echo",
  loss: "check.step.loss",
  delay: "check.step.delay",
  path: "check.step.path",
  notifications: "check.step.notifications",
};

const ratings: Readonly<Record<ReadinessRating, Word>> = {
  good: "check.good",
  fair: "check.fair",
  poor: "check.poor",
};

const results: Readonly<Record<ReadinessRating, Word>> = {
  good: "check.result.good",
  fair: "check.result.fair",
  poor: "check.result.poor",
};

const remedies: Readonly<Record<ReadinessProblem, Word>> = {
  "microphone-denied": "check.microphone-denied",
  "microphone-missing": "check.microphone-missing",
  "sound-locked": "check.sound-locked",
  "no-echo": "check.no-echo",
  "speaker-unheard": "check.speaker-unheard",
  loss: "check.loss",
  delay: "check.delay",
  "microphone-silent": "check.microphone-silent",
  "speaker-unconfirmed": "check.speaker-unconfirmed",
  "tcp-only": "check.tcp-only",
  "no-notifications": "check.no-notifications",
};

export function stepWords(step: CheckStep): string {
  return say(steps[step]);
}

/** How a step stands; null: not known, and never will be if the check is done. */
export function ratingWords(rating: ReadinessRating | null, done: boolean): string {
  return say(rating === null ? (done ? "check.unmeasured" : "check.unknown") : ratings[rating]);
}

export function resultWords(rating: ReadinessRating): string {
  return say(results[rating]);
}

/** The one thing to do. */
export function remedyWords(problem: ReadinessProblem): string {
  return say(remedies[problem]);
}

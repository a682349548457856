import { refusals, type Failure } from "./call";

/** Why the server did not do what was asked, by its error code. */
export function failureOf(code: string): Failure {
  if (code === "offline" || code === "timed-out") return "not-connected";
  return refusals.find((refusal) => refusal === code) ?? "refused";
}

/** Why a caller was not taken out of his queue. */
export function notTaken(code: string): Failure {
  if (code === "answered-elsewhere") return "taken";
  if (code === "no-such-call") return "waits-no-longer";
  return code === "wrong-state" ? "wrong-state" : failureOf(code);
}

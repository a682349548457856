import type { CallState, EndReason, Failure, PhoneCall } from "../../phone/call";
import { say, type Word } from "./words";

const states: Readonly<Record<CallState, Word>> = {
  calling: "state.calling",
  ringing: "state.ringing",
  "in-call": "state.in-call",
  "on-hold": "state.on-hold",
  reconnecting: "state.reconnecting",
  ended: "state.ended",
};

const reasons: Readonly<Record<Exclude<EndReason, "cancelled">, Word>> = {
  "hung-up": "reason.hung-up",
  declined: "reason.declined",
  busy: "reason.busy",
  "no-answer": "reason.no-answer",
  unreachable: "reason.unreachable",
  "unknown-number": "reason.unknown-number",
  "not-allowed": "reason.not-allowed",
  "answered-elsewhere": "reason.answered-elsewhere",
  "wrong-pin": "reason.wrong-pin",
  "no-choice": "reason.no-choice",
  "page-lost": "reason.page-lost",
  network: "reason.network",
  "no-media": "reason.no-media",
  "server-restarted": "reason.server-restarted",
};

const failures: Readonly<Record<Failure, Word>> = {
  "microphone-denied": "failure.microphone-denied",
  "microphone-missing": "failure.microphone-missing",
  "sound-locked": "failure.sound-locked",
  "sound-failed": "failure.sound-failed",
  "not-connected": "failure.not-connected",
  "no-capacity": "failure.no-capacity",
  "too-many-calls": "failure.too-many-calls",
  "company-full": "failure.company-full",
  "log-unavailable": "failure.log-unavailable",
  refused: "failure.refused",
};

/** The state's words alone, as the screen's fixed names say. */
export function stateWords(state: CallState): string {
  return say(states[state]);
}

/** Why a call ended, or what keeps it from being answered; empty if there is nothing to say. */
export function reasonWords(call: PhoneCall): string {
  if (call.failure !== null) return say(failures[call.failure]);
  if (call.reason === null) return "";
  if (call.reason === "cancelled") return say(call.direction === "in" ? "reason.cancelled.in" : "reason.cancelled.out");
  return say(reasons[call.reason]);
}

/** The person's name, else his number, else that it is unknown. */
export function nameOf(call: PhoneCall): string {
  return call.name || call.number || say("call.unknown");
}

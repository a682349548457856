import type { CallState, EndReason, Failure, Party, PhoneCall } from "../../phone/call";
import { say, type Word } from "./words";

const states: Readonly<Record<CallState, Word>> = {
  calling: "state.calling",
  ringing: "state.ringing",
  "in-call": "state.in-call",
  "on-hold": "state.on-hold",
  reconnecting: "state.reconnecting",
  parked: "state.parked",
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
  "spending-limit": "reason.spending-limit",
  "answered-elsewhere": "reason.answered-elsewhere",
  "wrong-pin": "reason.wrong-pin",
  "no-choice": "reason.no-choice",
  "page-lost": "reason.page-lost",
  network: "reason.network",
  "no-media": "reason.no-media",
  "server-restarted": "reason.server-restarted",
  transferred: "reason.transferred",
  retrieved: "reason.retrieved",
  removed: "reason.removed",
  "conference-over": "reason.conference-over",
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
  "storage-full": "failure.storage-full",
  "log-unavailable": "failure.log-unavailable",
  taken: "failure.taken",
  "waits-no-longer": "failure.waits-no-longer",
  "wrong-state": "failure.wrong-state",
  "no-such-call": "failure.no-such-call",
  "no-mailbox": "failure.no-mailbox",
  refused: "failure.refused",
};

/** The state's words alone, as the screen's fixed names say. */
export function stateWords({ state, slot }: Pick<PhoneCall, "state" | "slot">): string {
  return say(states[state], slot === null ? {} : { slot });
}

/** Why a call ended, or what keeps it from being answered; empty if there is nothing to say. */
export function reasonWords(call: PhoneCall): string {
  if (call.failure !== null) return failureWords(call.failure);
  return call.reason === null ? "" : endWords(call.reason, call.direction);
}

export function failureWords(failure: Failure): string {
  return say(failureWord(failure));
}

/** The same, to be said later. */
export function failureWord(failure: Failure): Word {
  return failures[failure];
}

/** Why it came to nothing, or ended. */
export function endWords(reason: EndReason, direction: PhoneCall["direction"]): string {
  if (reason === "cancelled") return say(direction === "in" ? "reason.cancelled.in" : "reason.cancelled.out");
  return say(reasons[reason]);
}

/** The other party's name, else his number, else that it is unknown. */
export function partyName(party: Party): string {
  return party.name || party.number || say("call.unknown");
}

/** All who are in the call, by name. */
export function nameOf(call: Pick<PhoneCall, "name" | "number" | "with">): string {
  return call.with.reduce((name, other) => say("call.with", { name, other: partyName(other) }), partyName(call));
}

/** The other party's number, and by whom the call came, where there is more to say than the name. */
export function whence(call: PhoneCall): string {
  const number = call.name === "" ? "" : call.number;
  const via = call.via === "" ? "" : say("call.via", { via: call.via });
  return [number, via].filter((part) => part !== "").join(" · ");
}

/** How a call that was handed on comes here; empty if it was not. */
export function cardWords(call: PhoneCall): string {
  if (call.card === null) return "";
  const { kind, other } = call.card;
  const name = partyName(other);
  switch (kind) {
    case "transferred":
      return say("card.transferred", { name });
    case "consultation":
      return say("card.consultation", { asker: partyName(call), name });
    case "returned":
      return isSlot(other) ? say("card.returned.slot", { slot: other.number }) : say("card.returned", { name });
    default:
      return kind satisfies never;
  }
}

/** A slot has a number and no name; people have names, and numbers outside begin with a plus. */
function isSlot(other: Party): boolean {
  return other.name === "" && /^\d+$/.test(other.number);
}

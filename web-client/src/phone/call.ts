import type { CallRecording, CallState, CallView, Consult, EndReason, ErrorCode, Party, TransferCard } from "../signaling/messages";
import { mayMove } from "./call-state";

export type { CallState, CallView, Consult, DirectoryEntry, EndReason, Party, TransferCard } from "../signaling/messages";

/** Why the server takes no new call now: its error codes whose reason is told as it is. */
export const refusals = [
  "no-capacity",
  "too-many-calls",
  "company-full",
  "storage-full",
  "log-unavailable",
] as const satisfies readonly ErrorCode[];
type Refusal = (typeof refusals)[number];

/** What this page could not do; beside the reasons the server gives. */
export type Failure =
  | "no-mailbox"
  | "microphone-denied"
  | "microphone-missing"
  | "sound-locked"
  | "sound-failed"
  | "not-connected"
  | Refusal
  /** A caller in a queue: somebody else took him, or he does not wait any more. */
  | "taken"
  | "waits-no-longer"
  /** The call stands otherwise than what was asked needs. */
  | "wrong-state"
  /** The call is over. */
  | "no-such-call"
  | "refused";

/** A call as the page shows it. A value: each change makes a new one. Times are this page's clock, in milliseconds. */
export interface PhoneCall {
  /** This page's own name for it, also before the server has given an id. */
  readonly key: string;
  /** The server's id, null while the page has asked and not been answered. */
  readonly id: string | null;
  readonly direction: "in" | "out";
  readonly state: CallState;
  readonly name: string;
  readonly number: string;
  readonly via: string;
  readonly heldByOther: boolean;
  /** Where its sound is; `near`: in another tab of this browser. */
  readonly media: CallView["media"] | "near";
  /** What came with it when it was handed on. */
  readonly card: TransferCard | null;
  /** Whom this person asks while the call's party waits. */
  readonly consult: Consult | null;
  /** Where it waits while it is parked. */
  readonly slot: string | null;
  /** Others in the call, beside its party. */
  readonly with: readonly Party[];
  /** Its recording; null where there is none and this person may not want one. */
  readonly recording: CallRecording | null;
  readonly began: number;
  /** Since when it is in its state; where the page found it so, since its answer or its beginning. */
  readonly since: number;
  readonly answered: number | null;
  readonly endedAt: number | null;
  readonly reason: EndReason | null;
  readonly failure: Failure | null;
  readonly muted: boolean;
  /** Something was asked of the server and not answered yet. */
  readonly asking: boolean;
}

/** A call of this page that is over and was put away. */
export type EarlierCall = PhoneCall;

export function asked(key: string, to: string, name: string, now: number): PhoneCall {
  return {
    key,
    id: null,
    direction: "out",
    state: "calling",
    name,
    number: to,
    via: "",
    heldByOther: false,
    media: "here",
    card: null,
    consult: null,
    slot: null,
    with: [],
    recording: null,
    began: now,
    since: now,
    answered: null,
    endedAt: null,
    reason: null,
    failure: null,
    muted: false,
    asking: true,
  };
}

/** A call that the page hears of for the first time; when it began and was answered only the server knows. */
export function adopted(key: string, view: CallView, now: number): PhoneCall {
  const began = earlierOf(view.began, now);
  const answered = view.answered === null ? null : earlierOf(view.answered, now);
  const base: PhoneCall = { ...asked(key, "", "", began), asking: false, direction: view.direction, answered };
  return { ...taken(base, view, now), since: answered ?? began };
}

/** The call with the server's newest view of it, or undefined if that view cannot follow. */
export function told(call: PhoneCall, view: CallView, now: number): PhoneCall | undefined {
  return mayMove(call.state, view.state) ? taken(call, view, now) : undefined;
}

/** The call ended by this page's own failure. */
export function failed(call: PhoneCall, failure: Failure, now: number): PhoneCall {
  return { ...call, state: "ended", endedAt: now, failure, media: "none", asking: false };
}

export function live(call: PhoneCall): boolean {
  return call.state !== "ended";
}

/** A call in that nobody has answered: it wants an answer, not the stage. */
export function rings(call: PhoneCall): boolean {
  return call.direction === "in" && call.state === "ringing";
}

/** Answered, its sound in this browser: what a person does while he talks can be done. */
export function talks(call: PhoneCall): boolean {
  return (call.state === "in-call" || call.state === "on-hold") && (call.media === "here" || call.media === "near");
}

/** A call whose sound is on a page, or could be: not one that is over, nor one that waits in a slot. */
export function hasSound(call: PhoneCall): boolean {
  return live(call) && call.state !== "parked";
}

/** A call that rings here because somebody handed it on, or because nobody took it. */
export function handedHere(view: CallView): boolean {
  return view.direction === "in" && view.state === "ringing" && view.card !== null;
}

/** A call that this person handed on or parked is led to him again: it keeps its id, and is another call to him. */
export function comesAnew(known: PhoneCall, view: CallView): boolean {
  return !hasSound(known) && handedHere(view);
}

/**
 * This person takes back what he parked, or takes a caller whose call has rung here before: it keeps its id, and is
 * another call to him.
 */
export function takenHere(known: PhoneCall, view: CallView): boolean {
  const leftHere = known.state === "parked" || (known.direction === "in" && !live(known));
  return leftHere && view.direction === "out" && view.state !== "parked" && view.state !== "ended";
}

/** Its sound is on another page, of this browser or another one. */
export function isAway(call: PhoneCall): boolean {
  return call.media === "elsewhere" || call.media === "near";
}

const broken: ReadonlySet<EndReason | null> = new Set<EndReason>(["network", "no-media", "page-lost", "server-restarted"]);

/** It ended because something failed, not because somebody wanted it. */
export function broke(call: PhoneCall): boolean {
  return !live(call) && broken.has(call.reason);
}

const goesOn: ReadonlySet<EndReason | null> = new Set<EndReason>(["transferred", "retrieved", "answered-elsewhere"]);

/** Over, and somebody talked or would have: there is something to say of how it was. */
export function wasTalk(call: PhoneCall): boolean {
  return !live(call) && (call.answered !== null || broke(call)) && !goesOn.has(call.reason);
}

/** Somebody speaks, or is about to: another call has to be put on hold first. */
export function speaks(call: PhoneCall): boolean {
  return call.state === "in-call" && talks(call);
}

/** Whether this page's microphone may be heard in the call. */
export function mayBeHeard(call: PhoneCall): boolean {
  return !call.muted && !rings(call) && call.state !== "on-hold" && hasSound(call);
}

const answeredStates: ReadonlySet<CallState> = new Set(["in-call", "on-hold", "parked"]);

function taken(call: PhoneCall, view: CallView, now: number): PhoneCall {
  const wasAnswered = view.answered !== null || answeredStates.has(view.state);
  // Only a call that came to nothing has a tone after its end.
  const silent = view.state === "ended" && (wasAnswered || call.answered !== null);
  return {
    ...call,
    id: view.id,
    direction: view.direction,
    state: view.state,
    since: sinceOf(call, view, now),
    name: view.party.name,
    number: view.party.number,
    via: view.party.via,
    heldByOther: view.party.heldByOther,
    media: silent ? "none" : view.media,
    card: view.card,
    consult: view.consult,
    slot: view.slot,
    with: view.with,
    recording: recordingOf(view),
    // What could not be done with the call as it stood is old news once it stands otherwise.
    failure: view.state === call.state ? call.failure : null,
    answered: call.answered ?? (wasAnswered ? now : null),
    endedAt: view.state === "ended" ? (call.endedAt ?? now) : null,
    reason: view.ended,
  };
}

function sinceOf({ state, since }: PhoneCall, view: CallView, now: number): number {
  return view.state === state ? since : now;
}

function recordingOf(view: CallView): CallRecording | null {
  return view.recording ?? null;
}

function earlierOf(serverTime: string, now: number): number {
  const time = Date.parse(serverTime);
  return Number.isNaN(time) ? now : Math.min(time, now);
}

import type { CallState } from "../signaling/messages";

/**
 * The states of a call as its page sees them. The server decides; this only refuses what cannot be, so that a late or
 * doubled message never brings an ended call back.
 *
 *     out ──▶ calling ──▶ ringing ──▶ in-call ◀──▶ on-hold
 *                 └───────────────────▲  ▲
 *     in ───────────────▶ ringing ───────┘
 *
 *     in-call, on-hold ──▶ parked                (it waits in a slot; taken from there it is over here)
 *     reconnecting ◀──▶ every live state        (the page or its sound was lost; the call waits)
 *     every live state ──▶ ended                (final)
 *
 * A conversation that was answered does not ring again; one that was handed on may come back as another call.
 */
const arrows: Readonly<Record<CallState, readonly CallState[]>> = {
  calling: ["ringing", "in-call", "on-hold", "reconnecting", "ended"],
  ringing: ["in-call", "on-hold", "reconnecting", "ended"],
  "in-call": ["on-hold", "reconnecting", "parked", "ended"],
  "on-hold": ["in-call", "reconnecting", "parked", "ended"],
  reconnecting: ["calling", "ringing", "in-call", "on-hold", "parked", "ended"],
  parked: ["in-call", "on-hold", "reconnecting", "ended"],
  ended: [],
};

/** Whether a call may go from one state to another; staying is always allowed. */
export function mayMove(from: CallState, to: CallState): boolean {
  return from === to || arrows[from].includes(to);
}

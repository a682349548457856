import type { EndReason } from "./messages";

/** What is pretended. */
export interface TrialWish {
  readonly to: string;
  /** Empty: withheld. */
  readonly caller: string;
  /** By the clock on the company's wall, such as 2026-12-25T10:00. */
  readonly at: string;
  readonly rung: Rung;
}

/** What whoever is rung would do. */
export const rungs = ["answers", "rings-in-vain", "cannot-be-reached"] as const;
export type Rung = (typeof rungs)[number];

/** How far a trial is. */
export const trialStates = ["calling", "ringing", "in-call", "ended"] as const;

export interface TrialLine {
  /** By the clock on the company's wall. */
  readonly at: string;
  readonly text: string;
}

export interface TrialView {
  readonly state: (typeof trialStates)[number];
  /** Null until it is over. */
  readonly ended: EndReason | null;
  readonly lines: readonly TrialLine[];
}

/** The server placed it, or says in a sentence why not. */
export type TrialPlaced = { readonly call: string; readonly sdp: string } | { readonly refused: string };

/** Trial calls at the server; undefined wherever there was no answer that can be read. */
export interface TrialServer {
  place(wish: TrialWish, sdp: string): Promise<TrialPlaced | undefined>;
  look(call: string): Promise<TrialView | undefined>;
  press(call: string, digits: string): Promise<void>;
  hangUp(call: string): Promise<void>;
}

import type { Change } from "./change";

/** A number whose calls do not ring; E.164, and the forms in which carriers may show it. */
export interface BlockedNumber {
  readonly number: string;
  readonly shownAs: readonly string[];
}

/** Whom this person has blocked. */
export interface BlockList {
  readonly numbers: readonly BlockedNumber[];
  /** Callers without a number too. */
  readonly withheld: boolean;
}

export type BlockChange = Change<BlockList>;

/** Whom this person has blocked, kept by the server (docs/protocol.md, "Blocked callers"). */
export interface BlockedDesk {
  /** Undefined if it could not be read. */
  read(): Promise<BlockList | undefined>;
  /** @param number in any form */
  block(number: string): Promise<BlockChange>;
  unblock(number: string): Promise<BlockChange>;
  blockWithheld(on: boolean): Promise<BlockChange>;
}

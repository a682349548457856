/** What the phone needs of sound; the browser's own and the tests' fake both are this. */

import type { DeviceDesk } from "./devices";
import type { EchoSound } from "./echo";
import type { Player, PlayerEvents } from "./player";

/** Why this page cannot ring or speak, in the protocol's words. */
export type SoundObstacle = "sound-locked" | "microphone-denied" | "microphone-missing";

export type Readiness = { readonly canRing: true } | { readonly canRing: false; readonly obstacle: SoundObstacle };

/** `second` is the softer sign for a call that comes while another is spoken. */
export type Ringing = "silent" | "ring" | "second";

export interface SessionEvents {
  /** The sound's way to the relay failed, or was broken for more than 2 s. Told once. */
  readonly lost: () => void;
}

export type SoundPath = "udp" | "tcp";

/** What was counted of the voice received, since the sound began; times in milliseconds. */
export interface SoundTotals {
  readonly packets: number;
  readonly lost: number;
  readonly concealedMillis: number;
  /** Now. */
  readonly jitterMillis: number;
  /** Now; null: not known. */
  readonly roundTripMillis: number | null;
  /** What the relay said last that it lost of this page's voice, 0 to 1 (RFC 3550 §6.4.1); null: nothing yet. */
  readonly sentLost: number | null;
  /** What carries the sound; null: not known. */
  readonly path: SoundPath | null;
}

/** The sound of one call: one connection to the relay. */
export interface MediaSession {
  /** The offer, at once with whatever candidates are known; throws a {@link MediaFailure}. Made once, told again. */
  offer(): Promise<string>;
  /** Takes the relay's answer; throws a {@link MediaFailure}. */
  accept(answer: string): Promise<void>;
  /** Whether the microphone is heard; it is until told otherwise, once an answer was accepted. */
  speak(speaking: boolean): void;
  /** Neither speaks nor is heard from now on, though the connection stays: the person has hung up. */
  hush(): void;
  /** Undefined while nothing was received. */
  totals(): Promise<SoundTotals | undefined>;
  close(): void;
}

/** The sound of the page. */
export interface Media {
  readonly devices: DeviceDesk;
  readiness(): Readiness;
  /** Whether the browser asks the person now whether the page may use the microphone. */
  asks(): boolean;
  /** Settles, within a second, when what the browser allows from the start is known. */
  settled(): Promise<void>;
  /** Calls back whenever the readiness or the asking may have changed. */
  watch(changed: () => void): void;
  /** From a gesture of the person: unlocks sound and asks for the microphone. */
  unlock(): Promise<void>;
  /** A call may come soon: make ready what takes time. */
  prepare(): void;
  open(events: SessionEvents): MediaSession;
  ring(ringing: Ringing): void;
  player(events: PlayerEvents): Player;
  /** From a gesture of the person. */
  echo(): EchoSound;
}

/** A call's sound could not be set up. */
export class MediaFailure extends Error {
  constructor(readonly obstacle: SoundObstacle | "failed") {
    super(obstacle);
  }
}

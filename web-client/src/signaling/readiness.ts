/** What a readiness check can find, the worst first: the server's words. */
export const readinessProblems = [
  "microphone-denied",
  "microphone-missing",
  "sound-locked",
  "no-echo",
  "speaker-unheard",
  "loss",
  "delay",
  "microphone-silent",
  "speaker-unconfirmed",
  "tcp-only",
  "no-notifications",
] as const;
export type ReadinessProblem = (typeof readinessProblems)[number];

export type ReadinessRating = "good" | "fair" | "poor";

/** What was measured on the way to the relay and back. */
export interface MeasuredSound {
  /** The worse of both ways. */
  readonly lostPercent: number;
  readonly roundTripMillis: number;
  readonly path: "udp" | "tcp";
}

export interface ReadinessResult {
  readonly rating: ReadinessRating;
  /** What most stands in the way; null: nothing does. */
  readonly problem: ReadinessProblem | null;
  /** Null: no sound came back. */
  readonly sound: MeasuredSound | null;
}

export interface ReadinessDesk {
  /** The relay's answer to an offer of sound that it sends back; undefined: there is none now. */
  echo(offer: string): Promise<string | undefined>;
  endEcho(): Promise<void>;
  /** Keeps the result for the person and his admin; false: it could not be kept. */
  keep(result: ReadinessResult): Promise<boolean>;
}

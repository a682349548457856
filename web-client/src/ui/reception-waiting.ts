import { rings, type PhoneCall } from "../phone/call";

const kinds = ["ringing", "on-hold", "parked"] as const;

/** What a receptionist does with a call that waits for her. */
export type Remedy = "answer" | "resume" | "retrieve";

const remedies: Readonly<Record<(typeof kinds)[number], Remedy>> = {
  ringing: "answer",
  "on-hold": "resume",
  parked: "retrieve",
};

/** A call that waits for this person. */
export interface Waiting {
  readonly call: PhoneCall;
  readonly remedy: Remedy;
  /** From when it waits. */
  readonly since: number;
}

/** The calls that wait: those that ring, then those on hold, then the parked ones, the longest waiting first. Pure. */
export function waitingOf(calls: readonly PhoneCall[]): readonly Waiting[] {
  return kinds.flatMap((kind) =>
    calls
      .filter((call) => (kind === "ringing" ? rings(call) : call.state === kind && call.consult === null))
      .map((call) => ({ call, remedy: remedies[kind], since: rings(call) ? call.began : call.since }))
      .sort((one, other) => one.since - other.since),
  );
}

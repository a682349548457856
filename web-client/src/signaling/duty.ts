/** One of the queues that this person serves. */
export interface ServedQueue {
  readonly id: string;
  readonly name: string;
  /** How many callers wait. */
  readonly waiting: number;
  /** How long the first of them has waited. */
  readonly longestSeconds: number;
}

/** This person as an agent; no queues: he is none. */
export interface Duty {
  readonly queues: readonly ServedQueue[];
  readonly onDuty: boolean;
  /** Why he makes a pause; null: he makes none. */
  readonly pause: string | null;
}

/** The agent's duty at the server; undefined wherever there was no answer that can be read. */
export interface DutyDesk {
  read(): Promise<Duty | undefined>;
  change(onDuty: boolean, pause: string | null): Promise<Duty | undefined>;
}

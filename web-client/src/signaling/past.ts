import type { Change } from "./change";
import type { Party } from "./messages";

/** What this person had to do with a call that is over. */
export const parts = ["called", "took", "rang", "not-rung"] as const;

/** A call that is over and concerned this person, on whichever of his pages it was. */
export interface PastCall {
  readonly id: string;
  readonly part: (typeof parts)[number];
  /** The other side; no number: withheld. */
  readonly other: Party;
  readonly at: string;
  readonly answered: boolean;
  /** What became of it for him, in his language. */
  readonly outcome: string;
}

/** A part of the list, the newest first. */
export interface PastPage {
  readonly calls: readonly PastCall[];
  /** The call after which the next part begins; null: there are no older ones. */
  readonly next: string | null;
}

/** What happened in a call and why, in this person's language. */
export interface CallStory {
  readonly verdict: string;
  readonly lines: readonly StoryLine[];
  /** How it sounded; null where nobody talked. */
  readonly sound: Sounded | null;
  /** What this person reported of it. */
  readonly report: CallReport | null;
}

export const soundRatings = ["good", "bad", "unknown"] as const;

export interface Sounded {
  readonly rating: (typeof soundRatings)[number];
  readonly sentence: string;
}

/** What can be wrong with a call. */
export const complaints = ["heard-nothing", "not-heard", "crackled", "broke-off", "echo", "other"] as const;

export type Complaint = (typeof complaints)[number];

/** What a person says of a call that is over. */
export interface CallReport {
  readonly what: Complaint;
  /** At most 500 characters. */
  readonly note: string;
}

/** As it is written: nothing may be chosen yet. */
export interface WrittenReport {
  readonly what: Complaint | null;
  readonly note: string;
}

/** What became of a report; `no-such-call`: the server keeps no such call of his, perhaps not yet. */
export type ReportChange = Change<CallReport> | "no-such-call";

export interface StoryLine {
  readonly at: string;
  readonly text: string;
}

/** A recording of a call that this person asked for. */
export interface OwnRecording {
  readonly id: string;
  readonly call: string;
  readonly at: string;
  readonly seconds: number;
  readonly cutShort: boolean;
}

/** On which paths calls can reach this person, in his language. */
export interface Ways {
  readonly ways: readonly string[];
  /** What he has set that changes all of them. */
  readonly notes: readonly string[];
  /** There are more than are told. */
  readonly more: boolean;
}

/** The calls at the server that are over; undefined wherever something could not be read. */
export interface Past {
  list(after: string | null): Promise<PastPage | undefined>;
  story(id: string): Promise<CallStory | undefined>;
  ways(): Promise<Ways | undefined>;
  /** Takes the place of what he reported of that call before. */
  report(id: string, report: WrittenReport): Promise<ReportChange>;
  /** The newest first. */
  recordings(): Promise<readonly OwnRecording[] | undefined>;
  /** Where the sound of one is. */
  recordingSound(id: string): string;
}

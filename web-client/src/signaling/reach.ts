import type { Change } from "./change";

/** Whose calls a rule is about. */
export const callerKinds = ["everybody", "colleagues", "outside", "withheld", "numbers"] as const;
export type CallerKind = (typeof callerKinds)[number];

/** Where calls go: `voicemail`, what would be dialled, or null: nowhere else. */
export type Target = string | null;

/** A rule for some of the calls. */
export interface ReachRule {
  readonly name: string;
  readonly callers: CallerKind;
  /** E.164, or the beginning of such numbers and a star; null unless `callers` is `numbers`. */
  readonly numbers: readonly string[] | null;
  /** Spans such as `09:00-12:00` of each day, `mon` to `sun`; null: always. */
  readonly week: Readonly<Record<string, readonly string[]>> | null;
  /** Null: the phone rings, whatever else is set. */
  readonly to: Target;
}

/** What becomes of calls to this person (docs/protocol.md, "How calls reach a person"). */
export interface Reach {
  readonly doNotDisturb: boolean;
  readonly always: Target;
  readonly busy: Target;
  readonly noAnswer: Target;
  readonly unreachable: Target;
  readonly followMe: { readonly number: string; readonly afterSeconds: number } | null;
  readonly rules: readonly ReachRule[];
}

/** What is in force. */
export interface OwnReach {
  /** Whether the person set it; else it is what the company's plan says. */
  readonly own: boolean;
  readonly ringSeconds: number;
  readonly voicemail: boolean;
  readonly reach: Reach;
}

export type ReachChange = Change<OwnReach>;

/** How this person is reached, kept by the server. */
export interface ReachDesk {
  /** Undefined if that could not be read. */
  read(): Promise<OwnReach | undefined>;
  change(reach: Reach): Promise<ReachChange>;
  /** From now on what the company's plan says. */
  asTheCompanySays(): Promise<ReachChange>;
}

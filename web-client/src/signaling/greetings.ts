import type { MailboxName } from "./mailbox";
import type { PromptRefusal } from "./prompts";

/** `name`: not a greeting, the person's own name. */
export type GreetingKind = "usual" | "absent" | "name";

/** A greeting that was recorded for a mailbox. */
export interface RecordedGreeting {
  readonly seconds: number;
  readonly at: string;
}

/** What callers of a mailbox hear before the tone. */
export interface MailboxGreetings {
  readonly id: string;
  readonly box: MailboxName;
  /** What opens the mailbox by phone; null: nothing does. */
  readonly dial: string | null;
  /** Null: the company's greeting is heard. */
  readonly usual: RecordedGreeting | null;
  readonly absent: RecordedGreeting | null;
  /** Null: the name is spelled. */
  readonly name: RecordedGreeting | null;
  /** The last day of an absence, `2026-12-03`; null: there is none. */
  readonly awayUntil: string | null;
}

/** `date-wrong`: it is no day to come. */
export type GreetingAnswer = "done" | "date-wrong" | "failed";

/** The greetings at the server, and what can be done with them. */
export interface GreetingDesk {
  /** Those of all mailboxes of this person; undefined if they could not be read. */
  list(): Promise<readonly MailboxGreetings[] | undefined>;
  /** Where the sound of a greeting is. */
  sound(box: string, kind: GreetingKind, recorded: RecordedGreeting): string;
  /** Keeps the person's own name in the place of the one before. */
  putName(box: string, wav: ArrayBuffer): Promise<"done" | PromptRefusal>;
  remove(box: string, kind: GreetingKind): Promise<GreetingAnswer>;
  /** An absence until the end of that day; null: it is over. */
  away(box: string, until: string | null): Promise<GreetingAnswer>;
}

import type { GreetingDesk } from "./greetings";
import type { MailboxPin } from "./mailbox-pin";
import type { Party } from "./messages";

/** Whose mailbox it is: this person's own, or that of a group or queue. */
export interface MailboxName {
  readonly kind: "person" | "group" | "queue";
  readonly name: string;
}

/** A message that somebody left: in this person's own mailbox, or in one of a group he is a member of. */
export interface VoicemailMessage {
  readonly id: string;
  readonly box: MailboxName;
  readonly caller: Party;
  readonly at: string;
  readonly seconds: number;
  readonly urgent: boolean;
  /** The server was stopped while it was being left. */
  readonly cutShort: boolean;
  readonly heard: boolean;
}

/** `gone`: the message is not there any more. `no-mailbox`: whom it should go to has none. */
export type MailboxAnswer = "done" | "gone" | "no-mailbox" | "failed";

/** What is in this person's mailboxes. */
export interface MailboxContents {
  /** The newest first. */
  readonly messages: readonly VoicemailMessage[];
  /** The mailboxes that take no more messages. */
  readonly full: readonly MailboxName[];
}

/** The messages at the server, and what can be done with them. */
export interface Mailbox {
  readonly pin: MailboxPin;
  readonly greetings: GreetingDesk;
  /** Undefined if they could not be read. */
  list(): Promise<MailboxContents | undefined>;
  /** Where the sound of a message is. */
  sound(id: string): string;
  heard(id: string): Promise<MailboxAnswer>;
  remove(id: string): Promise<MailboxAnswer>;
  /** Takes a removal back. */
  restore(id: string): Promise<MailboxAnswer>;
  /** A copy goes to that extension or name. */
  forward(id: string, to: string): Promise<MailboxAnswer>;
}

import type { MailboxPin } from "./mailbox-pin";
import type { Party } from "./messages";

/** A message that somebody left: in this person's own mailbox, or in one of a group he is a member of. */
export interface VoicemailMessage {
  readonly id: string;
  readonly box: { readonly kind: "person" | "group" | "queue"; readonly name: string };
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

/** The messages at the server, and what can be done with them. */
export interface Mailbox {
  readonly pin: MailboxPin;
  /** The newest first; undefined if they could not be read. */
  list(): Promise<readonly VoicemailMessage[] | undefined>;
  /** Where the sound of a message is. */
  sound(id: string): string;
  heard(id: string): Promise<MailboxAnswer>;
  remove(id: string): Promise<MailboxAnswer>;
  /** Takes a removal back. */
  restore(id: string): Promise<MailboxAnswer>;
  /** A copy goes to that extension or name. */
  forward(id: string, to: string): Promise<MailboxAnswer>;
}

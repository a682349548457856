import type { Change } from "./change";

/** A number of a contact. */
export interface ContactNumber {
  /** Such as "Mobile"; may be empty. */
  readonly label: string;
  /** E.164, or a short number as it is dialled. */
  readonly number: string;
  /** The forms in which carriers may show it. */
  readonly shownAs: readonly string[];
}

/** Somebody in this person's own address book. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly note: string;
  readonly numbers: readonly ContactNumber[];
}

/** A contact as somebody writes it, its numbers as he would dial them. */
export interface ContactText {
  readonly name: string;
  readonly company: string;
  readonly note: string;
  readonly numbers: readonly Pick<ContactNumber, "label" | "number">[];
}

export type ContactChange = Change<Contact>;

/** This person's address book, kept by the server (docs/protocol.md, "Contacts"). */
export interface ContactDesk {
  /** Undefined if it could not be read. */
  read(): Promise<readonly Contact[] | undefined>;
  add(text: ContactText): Promise<ContactChange>;
  change(id: string, text: ContactText): Promise<ContactChange>;
  /** Whether it is deleted now. */
  remove(id: string): Promise<boolean>;
  /** Whether a deletion is taken back. */
  restore(id: string): Promise<boolean>;
}

/** Why a PIN is not taken; `failed`: nobody knows, the server did not say. */
export type PinRefusal = "pin-length" | "pin-trivial" | "pin-extension" | "failed";

/** The PIN by which this person hears his messages from any phone. */
export interface MailboxPin {
  /** Whether there is one; undefined if that could not be read. */
  isSet(): Promise<boolean | undefined>;
  change(pin: string): Promise<"done" | PinRefusal>;
}

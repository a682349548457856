import { signal } from "@preact/signals-core";
import type { MailboxPin, PinRefusal } from "../signaling/mailbox-pin";

export type { PinRefusal } from "../signaling/mailbox-pin";

/** The PIN of this person's mailbox, as far as the page knows it: never the digits. Owned by the page's one thread. */
export class VoicemailPin {
  /** Whether there is one; null: not known. */
  readonly isSet = signal<boolean | null>(null);
  readonly saving = signal(false);
  /** What became of the last change; null: none was made yet. */
  readonly outcome = signal<"done" | PinRefusal | null>(null);
  readonly #pin: MailboxPin;

  constructor(pin: MailboxPin) {
    this.#pin = pin;
  }

  async read(): Promise<void> {
    this.isSet.value = (await this.#pin.isSet()) ?? null;
  }

  /** True once the server has it. */
  async change(pin: string): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.outcome.value = null;
    const outcome = await this.#pin.change(pin);
    this.saving.value = false;
    this.outcome.value = outcome;
    if (outcome === "done") this.isSet.value = true;
    return outcome === "done";
  }
}

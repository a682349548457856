import { computed, signal } from "@preact/signals";
import type { DirectoryEntry, Failure } from "../phone/call";
import type { Phone } from "../phone/phone";
import { FinderBox } from "./finder-box";
import type { Screen } from "./screen";
import { failureWord } from "./words/call-words";
import { say, type Word } from "./words/words";

/** What is open on the screen to hand a call on: to somebody else, or to one more. */
export interface HandOver {
  /** The call's. */
  readonly key: string;
  readonly kind: "transfer" | "add";
  /** To whom, where that is settled: then only the note is to be written. */
  readonly to?: DirectoryEntry;
}

const mostSuggestions = 4;

const notThere: Readonly<Record<HandOver["kind"], Word>> = { transfer: "transfer.not-there", add: "add.not-there" };

/** What stands in the form, and what becomes of it; it closes when the server has done as asked. */
export class HandOverForm {
  readonly finder: FinderBox;
  readonly note = signal("");
  /** Why it is still open, in words; empty at first. */
  readonly problem = computed(() => (this.#why.value === null ? "" : say(this.#why.value)));
  readonly busy = signal(false);
  readonly #why = signal<Word | null>(null);
  readonly #open: HandOver;
  readonly #phone: Phone;
  readonly #screen: Screen;

  constructor(open: HandOver, phone: Phone, screen: Screen) {
    this.#open = open;
    this.#phone = phone;
    this.#screen = screen;
    this.finder = new FinderBox(phone, screen, mostSuggestions);
    if (open.to !== undefined) this.finder.take(open.to);
  }

  /** The other party is led there. */
  async transfer(): Promise<void> {
    await this.#send((to, note) => this.#phone.transfers.transfer(this.#open.key, to, note));
  }

  /** The other party is led to the mailbox of whoever is there. */
  async toVoicemail(): Promise<void> {
    await this.#send((to) => this.#phone.transfers.toVoicemail(this.#open.key, to));
  }

  /** This person asks first, or asks somebody to join. */
  async consult(): Promise<void> {
    await this.#send((to, note) => this.#phone.transfers.consult(this.#open.key, to, note));
  }

  async #send(ask: (to: string, note: string) => Promise<Failure | null>): Promise<void> {
    const wanted = this.finder.wanted();
    this.#why.value = wanted === undefined ? "transfer.nobody" : null;
    if (wanted === undefined || this.busy.value) return;
    this.busy.value = true;
    const failure = await ask(wanted.to, this.note.value.trim());
    this.busy.value = false;
    if (failure === null) this.#screen.closeHandOver(this.#open);
    else this.#why.value = failure === "wrong-state" ? notThere[this.#open.kind] : failureWord(failure);
  }
}

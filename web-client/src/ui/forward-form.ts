import { computed, signal } from "@preact/signals";
import type { Phone } from "../phone/phone";
import { FinderBox } from "./finder-box";
import type { Screen } from "./screen";
import { forwardRefusal } from "./words/voicemail-words";
import { say, type Word } from "./words/words";

const mostSuggestions = 4;

/** To whom a message goes, and what becomes of it; it closes when the server has done as asked. */
export class ForwardForm {
  readonly finder: FinderBox;
  /** Why it is still open, in words; empty at first. */
  readonly problem = computed(() => (this.#why.value === null ? "" : say(this.#why.value)));
  readonly busy = signal(false);
  readonly #why = signal<Word | null>(null);
  readonly #phone: Phone;
  readonly #screen: Screen;

  /** @param id the message's */
  constructor(
    readonly id: string,
    phone: Phone,
    screen: Screen,
  ) {
    this.#phone = phone;
    this.#screen = screen;
    this.finder = new FinderBox(phone, screen, mostSuggestions, false);
  }

  async send(): Promise<void> {
    const wanted = this.finder.wanted();
    this.#why.value = wanted === undefined ? "forward.nobody" : null;
    if (wanted === undefined || this.busy.value) return;
    this.busy.value = true;
    const answer = await this.#phone.voicemail.forward(this.id, wanted.to, wanted.name || wanted.to);
    this.busy.value = false;
    if (answer === "done") this.#screen.closeForward(this);
    else this.#why.value = forwardRefusal(answer);
  }
}

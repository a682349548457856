import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { DirectoryEntry } from "../phone/call";
import type { Phone } from "../phone/phone";
import { meant, suggest, type Wanted } from "./finder";
import type { Screen } from "./screen";

/** What is in the box `Number or name`, and what is suggested for it. */
export class FinderBox {
  readonly typed = signal("");
  /** The suggestion that Enter takes; -1 for none. */
  readonly chosen = signal(-1);
  readonly #open = signal(false);
  readonly #phone: Phone;
  readonly #screen: Screen;

  readonly #found: ReadonlySignal<readonly DirectoryEntry[]> = computed(() =>
    suggest(this.#phone.state.directory.value, this.typed.value),
  );
  /** The suggestions on the screen. */
  readonly shown: ReadonlySignal<readonly DirectoryEntry[]> = computed(() => (this.#open.value ? this.#found.value : []));

  constructor(phone: Phone, screen: Screen) {
    this.#phone = phone;
    this.#screen = screen;
  }

  type(text: string): void {
    this.#screen.typed();
    this.typed.value = text;
    this.chosen.value = -1;
    this.#open.value = true;
    if (text !== "") this.#phone.prepare();
  }

  open(open: boolean): void {
    this.#open.value = open;
  }

  /** Goes round the suggestions. */
  step(by: 1 | -1): boolean {
    const places = this.#found.value.length;
    if (places === 0) return false;
    this.#open.value = true;
    const from = this.chosen.value < 0 && by < 0 ? places : this.chosen.value;
    this.chosen.value = (from + by + places) % places;
    return true;
  }

  submit(): void {
    const wanted = meant(this.typed.value, this.#found.value, this.chosen.value);
    if (wanted !== undefined) this.dial(wanted);
  }

  dial(wanted: Wanted): void {
    this.type("");
    this.#open.value = false;
    void this.#phone.calls.dial(wanted.to, wanted.name);
  }
}

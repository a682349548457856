import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { DirectoryEntry } from "../phone/call";
import type { Phone } from "../phone/phone";
import { meant, suggest, type Wanted } from "./finder";
import type { Screen } from "./screen";

/** What is in a box for a number or a name, and what is suggested for it. */
export class FinderBox {
  readonly typed = signal("");
  /** The suggestion that Enter takes; -1 for none. */
  readonly chosen = signal(-1);
  readonly #open = signal(false);
  /** The person taken from the suggestions, whose name now stands in the box. */
  #taken: Wanted | undefined;
  readonly #phone: Phone;
  readonly #screen: Screen;
  readonly #forCall: boolean;
  readonly #found: ReadonlySignal<readonly DirectoryEntry[]>;
  /** The suggestions on the screen. */
  readonly shown: ReadonlySignal<readonly DirectoryEntry[]>;

  /** @param forCall whether somebody is to be called: typing then makes the microphone ready */
  constructor(phone: Phone, screen: Screen, mostSuggestions: number, forCall = true) {
    this.#phone = phone;
    this.#forCall = forCall;
    this.#screen = screen;
    this.#found = computed(() => suggest(this.#known(), this.typed.value).slice(0, mostSuggestions));
    this.shown = computed(() => (this.#open.value ? this.#found.value : []));
  }

  /** Colleagues; to call, also each number of the contacts. */
  #known(): readonly DirectoryEntry[] {
    const contacts = this.#forCall ? (this.#phone.contacts.all.value ?? []) : [];
    const numbers = contacts.flatMap(({ name, numbers }) => numbers.map(({ number }) => ({ name, extension: number })));
    return [...this.#phone.state.directory.value, ...numbers];
  }

  type(text: string): void {
    this.#screen.typed();
    this.#taken = undefined;
    this.typed.value = text;
    this.chosen.value = -1;
    this.#open.value = true;
    if (text !== "" && this.#forCall) this.#phone.prepare();
  }

  open(open: boolean): void {
    this.#open.value = open && this.#taken === undefined;
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

  /** Puts a suggested person into the box. */
  take(person: DirectoryEntry): void {
    this.type(person.name);
    this.#taken = { to: person.extension, name: person.name };
    this.#open.value = false;
  }

  /** Whom the box means; undefined while nothing stands in it. */
  wanted(): Wanted | undefined {
    return this.#taken ?? meant(this.typed.value, this.#found.value, this.chosen.value);
  }

  clear(): void {
    this.type("");
    this.#open.value = false;
  }
}

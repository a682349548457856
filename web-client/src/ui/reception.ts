import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { talks, type Failure, type PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import type { QueueCaller } from "../phone/waiting-lines";
import { focusNow, focusSoon, moveFocusOutOf } from "./focus";
import { deedOf, stepTo, type Deed, type Stance, type Towards } from "./reception-keys";
import { searchAll, type Somebody } from "./reception-search";
import { waitingOf, type Waiting } from "./reception-waiting";
import type { Screen } from "./screen";
import { writesText } from "./shortcuts";
import { failureWord, nameOf, partyName } from "./words/call-words";
import type { Word } from "./words/words";

/** The search of the place. */
export const searchField = "#reception-search";
/** The call, above the search. */
const callStrip = ".reception .call";
const grid = "#reception-people";
const waitingButtons = ".waiting-act";

/** Whom the next letter is about. */
export interface Picked {
  readonly who: Somebody;
  /** The key of the call that is handed on to him; null: he is to be called. */
  readonly call: string | null;
}

/** What became of the last deed, to be said in the reader's language. */
export interface Saying {
  readonly word: Word;
  readonly filled: Readonly<Record<string, string>>;
}

/** The place `Reception`: who is looked for, who is picked, and what the keys do about it. */
export class Reception {
  readonly typed = signal("");
  readonly picked = signal<Picked | null>(null);
  readonly done = signal<Saying | null>(null);
  /** Why a call was not handed on. */
  readonly problem = signal<Word | null>(null);
  /** The calls that wait, in order. */
  readonly waiting: ReadonlySignal<readonly Waiting[]>;
  /** Who fits what was typed; everybody while nothing is. */
  readonly found: ReadonlySignal<readonly Somebody[]>;
  /** The place among them of the one whom `Enter` means; -1: nobody. */
  readonly active: ReadonlySignal<number>;
  readonly #steppedTo = signal<string | null>(null);
  readonly #phone: Phone;
  readonly #screen: Screen;
  #busy = false;

  constructor(phone: Phone, screen: Screen) {
    this.#phone = phone;
    this.#screen = screen;
    this.waiting = computed(() => waitingOf(phone.state.calls.value));
    this.found = computed(() => {
      const me = phone.state.me.value?.extension;
      const others = phone.people.all.value.filter(({ extension }) => extension !== me);
      return searchAll(others, phone.contacts.all.value ?? [], this.typed.value);
    });
    this.active = computed(() => {
      const at = this.found.value.findIndex(({ id }) => id === this.#steppedTo.value);
      return at < 0 && this.typed.value.trim() !== "" && this.found.value.length > 0 ? 0 : at;
    });
    this.#followCall();
  }

  /** The place is shown: the search has the focus. */
  open(): void {
    this.#rest();
  }

  type(text: string): void {
    this.#screen.typed();
    this.#forget();
    this.#steppedTo.value = null;
    this.typed.value = text;
    if (text !== "") this.#phone.prepare();
  }

  /** The call that can be handed on: the one on stage. */
  handedOn(): PhoneCall | undefined {
    const call = this.#phone.state.onStage.value;
    return call !== undefined && talks(call) && call.consult === null ? call : undefined;
  }

  /** He is meant by the next letter; the first button of what may be done has the focus. */
  pick(who: Somebody): void {
    this.#forget();
    this.#steppedTo.value = who.id;
    this.picked.value = { who, call: this.handedOn()?.key ?? null };
    // At once: a quick hand presses the next letter before the button is there, and it is no text any more.
    blurSearch();
    focusSoon("#pick-first");
  }

  /** What a key does here, if it does anything here alone. */
  press(event: KeyboardEvent): boolean {
    if (event.isComposing) return false;
    // Held down, it would go on to press the button that has just got the focus.
    if (event.repeat && event.key === "Enter") return true;
    const deed = deedOf(event, this.stance(focusOf(event.target)));
    if (deed !== undefined) this.perform(deed);
    return deed !== undefined;
  }

  /** How things stand, with the focus there. */
  stance(focus: Stance["focus"]): Stance {
    const { state } = this.#phone;
    const picked = this.picked.value;
    const call = state.onStage.value;
    return {
      focus,
      typed: this.typed.value !== "",
      active: this.active.value >= 0,
      moved: this.#steppedTo.value !== null,
      picked: picked === null ? "nobody" : picked.call === null ? "to-call" : "to-hand-on",
      colleague: picked?.who.person != null,
      call: call === undefined || !talks(call) ? "none" : call.consult === null ? "talks" : "asks",
      rings: state.ringing.value.length > 0,
      open: this.#screen.handOver.value !== null || this.#screen.keypad.value !== null,
      letters: this.#screen.shortcuts.value,
    };
  }

  perform(deed: Deed): void {
    switch (deed.kind) {
      case "move":
        this.#step(deed.towards);
        return;
      case "answer":
        this.act(this.waiting.value.find(({ remedy }) => remedy === "answer"));
        return;
      case "call-active":
        this.#withActive((who) => {
          this.#call(who);
        });
        return;
      case "pick":
        this.#withActive((who) => {
          this.pick(who);
        });
        return;
      case "transfer":
      case "ask":
      case "voicemail":
      case "note":
      case "call":
        this.#withPicked(deed.kind);
        return;
      case "waiting":
      case "leave":
        focusWaiting(deed.kind === "waiting" ? deed.place : 0);
        return;
      case "clear":
      case "search":
        this.#rest();
        return;
      default:
        deed satisfies never;
    }
  }

  /** Answers, resumes or retrieves a call that waits. */
  act(waiting: Waiting | undefined): void {
    if (waiting === undefined) return;
    this.#forget();
    const { call, remedy } = waiting;
    const { calls } = this.#phone;
    if (remedy === "answer") void calls.answer(call.key);
    else if (remedy === "resume") void calls.resume(call.key);
    else if (call.slot !== null) void calls.dial(call.slot, nameOf(call));
  }

  /** Takes a caller out of his queue. */
  takeOut(caller: QueueCaller): void {
    this.#forget();
    void this.#phone.calls.takeOut(caller);
  }

  /** A call was drawn onto somebody: it is handed on to him at once. */
  drop(call: string, who: Somebody): void {
    this.#forget();
    void this.handOn(call, who, "transfer");
  }

  #step(towards: Towards): void {
    const found = this.found.value;
    this.#steppedTo.value = found[stepTo(this.active.value, towards, found.length, columns())]?.id ?? null;
  }

  #withActive(act: (who: Somebody) => void): void {
    const who = this.found.value[this.active.value];
    if (who !== undefined) act(who);
  }

  #withPicked(kind: "transfer" | "ask" | "voicemail" | "note" | "call"): void {
    const picked = this.picked.value;
    if (picked === null) return;
    const { who, call } = picked;
    if (kind === "call") this.#call(who);
    else if (call !== null && kind === "note") this.#writeNote(call, who);
    else if (call !== null && kind !== "note") void this.handOn(call, who, kind);
  }

  #call(who: Somebody): void {
    this.#rest();
    void this.#phone.calls.dial(who.number, who.name);
  }

  /** The form takes the focus itself. */
  #writeNote(call: string, who: Somebody): void {
    this.#empty();
    this.#screen.toggleHandOver({ key: call, kind: "transfer", to: { name: partyName(who), extension: who.number } });
  }

  /** Hands a call on at once, after asking, or to the mailbox. */
  async handOn(call: string, who: Somebody, how: "transfer" | "ask" | "voicemail"): Promise<void> {
    if (this.#busy) return;
    const { transfers, state } = this.#phone;
    const handed = state.calls.value.find(({ key }) => key === call);
    if (handed === undefined) return;
    const filled = { caller: nameOf(handed), name: partyName(who) };
    this.#busy = true;
    this.problem.value = null;
    const failure = await ask(transfers, call, who.number, how);
    this.#busy = false;
    if (failure !== null) this.problem.value = failure === "wrong-state" ? "transfer.not-there" : failureWord(failure);
    else if (how === "ask") this.#letLettersAct();
    else {
      this.#rest();
      this.done.value = { word: how === "transfer" ? "reception.transferred" : "reception.to-voicemail", filled };
    }
  }

  /** Somebody is asked: what becomes of it is said by letters, so nothing may take them for text. */
  #letLettersAct(): void {
    this.#empty();
    focusNow(callStrip);
  }

  /** Nobody is looked for any more; the search has the focus. */
  #rest(): void {
    this.#empty();
    focusNow(searchField);
  }

  #empty(): void {
    this.#forget();
    this.#steppedTo.value = null;
    this.typed.value = "";
  }

  #forget(): void {
    this.picked.value = null;
    this.done.value = null;
    this.problem.value = null;
  }

  /** Back to work: to the search, or where letters act while somebody is asked. */
  focus(): void {
    focusNow(this.stance("elsewhere").call === "asks" ? callStrip : searchField);
  }

  /** Whoever is picked for a call is so for no other; when it is over, the search has the focus again. */
  #followCall(): void {
    const { state } = this.#phone;
    const handedOn = computed(() => this.handedOn()?.key ?? null);
    const talking = computed(() => {
      const call = state.onStage.value;
      return call !== undefined && talks(call) ? call : null;
    });
    const key = computed(() => talking.value?.key ?? null);
    const asks = computed(() => (talking.value?.consult ?? null) !== null);
    effect(() => {
      const call = handedOn.value;
      const picked = this.picked.peek();
      if (picked !== null && picked.call !== call) this.picked.value = null;
    });
    effect(() => (key.value === null ? undefined : this.#back));
    effect(() => {
      if (!asks.value) return undefined;
      if (this.#isOpen() && this.typed.peek() === "") focusNow(callStrip);
      return this.#back;
    });
  }

  /** The focus leaves what is of no use any more. */
  readonly #back = (): void => {
    if (this.#isOpen()) moveFocusOutOf(`${callStrip}, .pick`, searchField);
  };

  #isOpen(): boolean {
    return this.#screen.place.peek() === "reception";
  }
}

function ask(transfers: Phone["transfers"], call: string, to: string, how: "transfer" | "ask" | "voicemail"): Promise<Failure | null> {
  switch (how) {
    case "transfer":
      return transfers.transfer(call, to, "");
    case "ask":
      return transfers.consult(call, to, "");
    case "voicemail":
      return transfers.toVoicemail(call, to);
    default:
      return how satisfies never;
  }
}

function focusOf(target: EventTarget | null): Stance["focus"] {
  if (!writesText(target)) return "elsewhere";
  return target instanceof HTMLElement && target.matches(searchField) ? "search" : "text";
}

/** How many entries stand side by side now. */
function columns(): number {
  const element = document.querySelector(grid);
  return element === null ? 1 : getComputedStyle(element).gridTemplateColumns.split(" ").length;
}

function blurSearch(): void {
  document.querySelector<HTMLElement>(searchField)?.blur();
}

function focusWaiting(place: number): void {
  const buttons = document.querySelectorAll<HTMLElement>(waitingButtons);
  (buttons[place] ?? document.querySelector<HTMLElement>(".reception"))?.focus();
}

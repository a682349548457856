import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { hasSound } from "../phone/call";
import { browserMemory } from "../memory";
import type { Phone } from "../phone/phone";
import { focusSoon } from "./focus";
import { ForwardForm } from "./forward-form";
import type { HandOver } from "./hand-over";
import { partId } from "./part-id";
import type { Place } from "./place";
import { Reception, searchField } from "./reception";
import { timeNow } from "../phone/clock";

const shortcutsSwitch = "sonnerie.shortcuts";

export const keypadKeys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"] as const;

/** What is open on the screen, apart from the calls themselves. */
export class Screen {
  /** What the list shows. */
  readonly place = signal<Place>("calls");
  /** On a small screen, what has it: the list or the call. */
  readonly view = signal<"list" | "call">("list");
  /** The call whose keypad is open. */
  readonly keypad = signal<string | null>(null);
  /** The keys pressed since the keypad was opened. */
  readonly sent = signal("");
  /** The form to hand a call on, while it is open. */
  readonly handOver = signal<HandOver | null>(null);
  /** The call whose party waits so that somebody may join, rather than get it. */
  readonly joining = signal<string | null>(null);
  /** The form to forward a message, while it is open. */
  readonly forwarding = signal<ForwardForm | null>(null);
  /** The extension of whom the directory shows on the stage. */
  readonly person = signal<string | null>(null);
  /** The id of the contact that is shown there instead. */
  readonly contact = signal<string | null>(null);
  readonly reception: Reception;
  readonly help = signal(false);
  readonly shortcuts = signal(browserMemory.read(shortcutsSwitch) !== "off");
  /** This page's clock; it ticks while there is something to count: calls, or the people in the place `Reception`. */
  readonly now = signal(timeNow());
  /** The same for what is shown in minutes: it ticks less often. */
  readonly sometimes: ReadonlySignal<number> = computed(() => this.now.value - (this.now.value % 5_000));
  readonly #phone: Phone;
  #lastTyped = 0;

  constructor(phone: Phone) {
    this.#phone = phone;
    this.reception = new Reception(phone, this);
    this.#followStage();
    this.#followTime();
  }

  /** The list shows another place. */
  go(place: Place): void {
    this.place.value = place;
    this.forwarding.value = null;
    const people = place === "directory" || place === "reception";
    this.#phone.people.watch(people);
    this.#phone.lines.watch(place === "reception");
    if (people) void this.#phone.contacts.read();
    if (place !== "directory") this.#showNobody();
    if (place === "reception") this.reception.open();
    if (place === "calls") this.#phone.history.open();
    if (place === "calls" || place === "settings") void this.#phone.blocked.read();
    if (place === "conference") void this.#phone.guestLinks.read();
    if (place === "voicemail") this.#phone.voicemail.open();
    // Elsewhere nothing could stop it.
    else this.#phone.voicemail.silence();
  }

  /** The textbox `Number or name`, wherever it stands. */
  focusNumber(): void {
    this.view.value = "list";
    focusSoon(this.place.value === "reception" ? searchField : "#number");
  }

  /** Opens the keypad of a call, or closes it. */
  toggleKeypad(key: string): void {
    this.sent.value = "";
    this.handOver.value = null;
    this.keypad.value = this.keypad.value === key ? null : key;
  }

  /** A key of the open keypad. */
  press(key: string): void {
    if (this.keypad.value === null) return;
    this.sent.value = (this.sent.value + key).slice(-24);
    void this.#phone.calls.digits(this.keypad.value, key);
  }

  /** Opens the form to hand a call on, or closes it. */
  toggleHandOver(wanted: HandOver): void {
    const open = this.handOver.value;
    if (open?.key === wanted.key && open.kind === wanted.kind) {
      this.closeHandOver(open);
      return;
    }
    this.keypad.value = null;
    this.joining.value = wanted.kind === "add" ? wanted.key : null;
    this.handOver.value = wanted;
  }

  /** Closes that form, if it is the one open; the focus goes back to where it was opened. */
  closeHandOver(open: HandOver): void {
    if (this.handOver.value !== open) return;
    this.handOver.value = null;
    if (this.place.value === "reception") this.reception.focus();
    else focusSoon(open.kind === "add" ? "#add-button" : "#transfer-button");
  }

  /** Opens the form to forward a message, or closes it. */
  toggleForward(id: string): void {
    const open = this.forwarding.value;
    if (open?.id === id) this.closeForward(open);
    else this.forwarding.value = new ForwardForm(id, this.#phone, this);
  }

  /** Closes that form, if it is the one open; the focus goes back to where it was opened. */
  closeForward(open: ForwardForm): void {
    if (this.forwarding.value !== open) return;
    this.forwarding.value = null;
    focusSoon(`#${CSS.escape(partId(open.id, "forward"))}`);
  }

  showPerson(extension: string): void {
    this.#showNobody();
    this.person.value = extension;
    this.view.value = "call";
  }

  showContact(id: string): void {
    this.#showNobody();
    this.contact.value = id;
    this.view.value = "call";
  }

  #showNobody(): void {
    this.person.value = null;
    this.contact.value = null;
  }

  /** The focus goes back to the list. */
  closePerson(): void {
    this.#showNobody();
    this.view.value = "list";
    focusSoon("#people-search");
  }

  /** The form of a contact, which somebody has just opened, gets the stage. */
  showDraft(): void {
    this.view.value = "call";
    focusSoon("#contact-name");
  }

  /** That form is closed: the focus goes back to the list. */
  closeDraft(): void {
    this.view.value = "list";
    focusSoon(this.place.value === "directory" ? "#people-search" : "#earlier");
  }

  typed(): void {
    this.#lastTyped = timeNow();
  }

  /** Somebody who has just typed would press a button that takes the focus without meaning it. */
  mayTakeFocus(): boolean {
    return timeNow() - this.#lastTyped > 2_000;
  }

  useShortcuts(enabled: boolean): void {
    this.shortcuts.value = enabled;
    browserMemory.keep(shortcutsSwitch, enabled ? "on" : "off");
  }

  #followStage(): void {
    const key = computed(() => this.#phone.aftermath.onStage.value?.key ?? null);
    effect(() => {
      this.view.value = key.value === null ? "list" : "call";
    });
    effect(() => {
      const call = this.#phone.state.onStage.value;
      if (call?.state !== "in-call" || call.key !== this.keypad.peek()) this.keypad.value = null;
      const stays = call?.key === this.handOver.peek()?.key && call?.consult === null && hasSound(call);
      if (!stays) this.handOver.value = null;
    });
  }

  #followTime(): void {
    const counts = computed(() => this.place.value === "reception" || this.#phone.state.calls.value.length > 0);
    effect(() => {
      if (!counts.value) return undefined;
      this.now.value = timeNow();
      const timer = setInterval(() => {
        this.now.value = timeNow();
      }, 500);
      return () => {
        clearInterval(timer);
      };
    });
  }
}

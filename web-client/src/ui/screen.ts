import { computed, effect, signal } from "@preact/signals";
import type { Phone } from "../phone/phone";

const shortcutsSwitch = "sonnerie.shortcuts";

export const keypadKeys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"] as const;

/** What is open on the screen, apart from the calls themselves. */
export class Screen {
  /** On a small screen, what has it: the list or the call. */
  readonly view = signal<"list" | "call">("list");
  /** The call whose keypad is open. */
  readonly keypad = signal<string | null>(null);
  /** The keys pressed since the keypad was opened. */
  readonly sent = signal("");
  readonly help = signal(false);
  readonly shortcuts = signal(readSwitch());
  /** This page's clock, a tick each second while there are calls. */
  readonly now = signal(Date.now());
  readonly #phone: Phone;
  #lastTyped = 0;

  constructor(phone: Phone) {
    this.#phone = phone;
    this.#followStage();
    this.#followTime();
  }

  /** The textbox `Number or name`, wherever it stands. */
  focusNumber(): void {
    this.view.value = "list";
    requestAnimationFrame(() => {
      document.querySelector<HTMLInputElement>("#number")?.focus();
    });
  }

  /** Opens the keypad of a call, or closes it. */
  toggleKeypad(key: string): void {
    this.sent.value = "";
    this.keypad.value = this.keypad.value === key ? null : key;
  }

  /** A key of the open keypad. */
  press(key: string): void {
    if (this.keypad.value === null) return;
    this.sent.value = (this.sent.value + key).slice(-24);
    void this.#phone.calls.digits(this.keypad.value, key);
  }

  typed(): void {
    this.#lastTyped = Date.now();
  }

  /** Somebody who has just typed would press a button that takes the focus without meaning it. */
  mayTakeFocus(): boolean {
    return Date.now() - this.#lastTyped > 2_000;
  }

  useShortcuts(enabled: boolean): void {
    this.shortcuts.value = enabled;
    try {
      localStorage.setItem(shortcutsSwitch, enabled ? "on" : "off");
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  }

  #followStage(): void {
    const key = computed(() => this.#phone.state.onStage.value?.key ?? null);
    effect(() => {
      this.view.value = key.value === null ? "list" : "call";
    });
    effect(() => {
      const call = this.#phone.state.onStage.value;
      if (call?.state !== "in-call" || call.key !== this.keypad.peek()) this.keypad.value = null;
    });
  }

  #followTime(): void {
    const any = computed(() => this.#phone.state.calls.value.length > 0);
    effect(() => {
      if (!any.value) return undefined;
      this.now.value = Date.now();
      const timer = setInterval(() => {
        this.now.value = Date.now();
      }, 500);
      return () => {
        clearInterval(timer);
      };
    });
  }
}

function readSwitch(): boolean {
  try {
    return localStorage.getItem(shortcutsSwitch) !== "off";
  } catch {
    return true;
  }
}

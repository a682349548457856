/** What a key does. */
export type Shortcut =
  | { readonly kind: "number" | "answer" | "decline" | "mute" | "hold" | "keypad" | "transfer" | "park" | "record" | "help" | "escape" }
  | { readonly kind: "choose"; readonly place: number };

export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const letters: Readonly<Record<string, Exclude<Shortcut["kind"], "choose">>> = {
  "/": "number",
  a: "answer",
  d: "decline",
  m: "mute",
  h: "hold",
  k: "keypad",
  t: "transfer",
  p: "park",
  r: "record",
  "?": "help",
  escape: "escape",
};

/**
 * The shortcut of a key press, if it has one. Escape works always; the others only where they are switched on and
 * nobody types (WCAG 2.1.4). Pure.
 */
export function shortcutOf(press: KeyPress, typing: boolean, enabled: boolean): Shortcut | undefined {
  if (press.altKey || press.ctrlKey || press.metaKey) return undefined;
  const kind = letters[press.key.toLowerCase()];
  if (kind === "escape") return { kind };
  if (typing || !enabled) return undefined;
  if (kind !== undefined) return { kind };
  return /^[1-9]$/.test(press.key) ? { kind: "choose", place: Number(press.key) - 1 } : undefined;
}

/** Whether keys pressed there write text. */
export function writesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox" && target.type !== "range";
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

import type { KeyPress } from "./shortcuts";

/** Where in a list or grid of people the arrows lead. */
export type Towards = "left" | "right" | "up" | "down";

/** What a key does in the place `Reception`. */
export type Deed =
  /** The caller who has rung longest is answered. */
  | { readonly kind: "answer" }
  /** The active entry is called, or is picked as whom the call is handed on to. */
  | { readonly kind: "call-active" | "pick" }
  /** What becomes of the call, now that somebody is picked; `call` calls him. */
  | { readonly kind: "transfer" | "ask" | "voicemail" | "note" | "call" }
  /** The active entry is another one. */
  | { readonly kind: "move"; readonly towards: Towards }
  /** The waiting call of that place gets the focus, 0 is the first. */
  | { readonly kind: "waiting"; readonly place: number }
  /** The search is emptied, left, or has the focus again. */
  | { readonly kind: "clear" | "leave" | "search" };

/** How the place stands when a key is pressed. */
export interface Stance {
  /** The focus is in the search, in another field, or where nothing is typed. */
  readonly focus: "search" | "text" | "elsewhere";
  /** Something stands in the search. */
  readonly typed: boolean;
  /** An entry of the grid is active. */
  readonly active: boolean;
  /** It is so by the arrows: left and right go on in the grid and not in the text. */
  readonly moved: boolean;
  /** Somebody is picked, and for what. */
  readonly picked: "nobody" | "to-call" | "to-hand-on";
  /** Whoever is picked may have a mailbox: he is of the company. */
  readonly colleague: boolean;
  /** The call on stage: there is none to hand on, it can be, or somebody is asked about it already. */
  readonly call: "none" | "talks" | "asks";
  /** Somebody rings. */
  readonly rings: boolean;
  /** A form or the keypad is open. */
  readonly open: boolean;
  /** Single letters are switched on. */
  readonly letters: boolean;
}

const arrows: Readonly<Record<string, Towards>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** What a key does as the place stands; undefined: what it does everywhere. Pure. */
export function deedOf(press: KeyPress, stance: Stance): Deed | undefined {
  if (press.altKey || press.ctrlKey || press.metaKey) return undefined;
  switch (stance.focus) {
    case "search":
      return inSearch(press.key, stance);
    case "elsewhere":
      return stance.picked === "nobody" ? elsewhere(press.key, stance) : forPicked(press.key, stance);
    case "text":
      return undefined;
    default:
      return stance.focus satisfies never;
  }
}

function inSearch(key: string, stance: Stance): Deed | undefined {
  if (key === "Enter") return entered(stance);
  if (key === "Escape") return escaped(stance);
  const towards = arrows[key];
  if (towards === undefined) return undefined;
  if (towards === "up" || towards === "down" || stance.moved) return { kind: "move", towards };
  return towards === "left" && !stance.typed ? { kind: "leave" } : undefined;
}

function escaped({ typed, active, open }: Stance): Deed | undefined {
  if (typed || active) return { kind: "clear" };
  return open ? undefined : { kind: "leave" };
}

function entered({ active, typed, call, rings }: Stance): Deed | undefined {
  if (!active) return rings && !typed ? { kind: "answer" } : undefined;
  switch (call) {
    case "none":
      return { kind: "call-active" };
    case "talks":
      return { kind: "pick" };
    case "asks":
      return undefined;
    default:
      return call satisfies never;
  }
}

const lettersForPicked: Readonly<Record<string, "transfer" | "ask" | "voicemail" | "note" | "call">> = {
  t: "transfer",
  a: "ask",
  v: "voicemail",
  n: "note",
  c: "call",
};

function forPicked(key: string, { letters, colleague, open, picked }: Stance): Deed | undefined {
  if (open) return undefined;
  if (key === "Escape") return { kind: "search" };
  const kind = letters ? lettersForPicked[key.toLowerCase()] : undefined;
  if (kind === undefined || (kind !== "call" && picked === "to-call")) return undefined;
  return kind === "voicemail" && !colleague ? undefined : { kind };
}

function elsewhere(key: string, { letters, open }: Stance): Deed | undefined {
  if (open) return undefined;
  if (key === "Escape") return { kind: "search" };
  return letters && /^[1-9]$/.test(key) ? { kind: "waiting", place: Number(key) - 1 } : undefined;
}

/**
 * The place an arrow leads to among so many in so many columns: along the rows, and straight up and down, never out of
 * the grid. From none (-1), the first. Pure.
 */
export function stepTo(from: number, towards: Towards, count: number, columns: number): number {
  if (count === 0) return -1;
  if (from < 0) return 0;
  const by = { left: -1, right: 1, up: -columns, down: columns }[towards];
  const to = from + by;
  if (to < 0) return from;
  // Below the last but one row there may be nothing straight below, but there is a last row.
  if (to >= count) return Math.floor(from / columns) < Math.floor((count - 1) / columns) ? count - 1 : from;
  return to;
}

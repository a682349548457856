/** The tabs of one browser in which the same person has his phone open: together they are one phone. */

/** What a tab tells the others of itself. */
export interface TabNews {
  readonly tab: string;
  readonly leads: boolean;
  readonly canRing: boolean;
  /** The person can see it. */
  readonly inSight: boolean;
  /** The calls that it knows to ring, by their ids. */
  readonly ringing: readonly string[];
  /** The calls whose sound it has. */
  readonly carries: readonly CarriedCall[];
}

export interface CarriedCall {
  readonly call: string;
  readonly muted: boolean;
}

/** What tabs say to one another: how I am, how are you, and that whoever carries a call shall mute it or no longer. */
export type TabMessage =
  | { readonly type: "tab"; readonly news: TabNews }
  | { readonly type: "who" }
  | { readonly type: "mute"; readonly call: string; readonly muted: boolean };

/** The way from one tab to the others. One of them leads; when that goes, another one does. */
export interface TabDoor {
  /** This tab's name among them. */
  readonly tab: string;
  /** Wants to lead when it is its turn; calls back whenever it begins or ceases to. */
  lead(moved: (leads: boolean) => void): void;
  /** Leads from now on, whoever did. */
  takeLead(): void;
  /** Lets the next one lead. */
  passLead(): void;
  say(message: TabMessage): void;
  hear(heard: (message: TabMessage) => void): void;
  /** Calls back once that tab is no more. */
  whenGone(tab: string, then: () => void): void;
}

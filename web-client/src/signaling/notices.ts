/** Notices of the browser's outside the page: who calls while the page is out of sight. */

/** `none`: this browser has none, or does not trust the page's address enough for them. */
export type NoticePermission = "granted" | "denied" | "ask" | "none";

export interface Notice {
  /** The call's id: a later notice of the same call takes the place of an earlier one. */
  readonly call: string;
  readonly title: string;
  readonly body: string;
  /** The words on its two buttons. */
  readonly answer: string;
  readonly decline: string;
}

/** What the person did with one: a button, or `open` for the notice itself. */
export interface NoticePress {
  readonly call: string;
  readonly action: "answer" | "decline" | "open";
}

export interface NoticeDesk {
  permission(): NoticePermission;
  /** Asks the person, from a gesture of his. */
  ask(): Promise<void>;
  show(notice: Notice): void;
  close(call: string): void;
  /** Closes what was shown while no page was there. */
  clear(): void;
  /** Calls back when the permission changes, and when a notice of this page is pressed. */
  watch(changed: () => void, pressed: (press: NoticePress) => void): void;
}

/** What a page tells its worker. */
export type ToWorker =
  | { readonly type: "show"; readonly notice: Notice }
  | { readonly type: "close"; readonly call: string }
  | { readonly type: "clear" };

/** What came from a worker, as far as it can be understood. Pure. */
export function readPress(message: unknown): NoticePress | undefined {
  if (typeof message !== "object" || message === null || !("call" in message) || !("action" in message)) return undefined;
  const { call, action } = message;
  const known = action === "answer" || action === "decline" || action === "open";
  return typeof call === "string" && known ? { call, action } : undefined;
}

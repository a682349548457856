import { effect, signal } from "@preact/signals-core";
import type { Notice, NoticeDesk, NoticePermission } from "../signaling/notices";
import { rings } from "./call";
import type { Conversations } from "./conversations";
import type { PhoneState } from "./state";

export type { NoticePermission } from "../signaling/notices";

/** A notice in words; the call by its id. */
export type NoticeWords = Omit<Notice, "call">;

/** Tells who calls outside the page while that is out of sight, and does what is pressed there. */
export class Notices {
  readonly permission = signal<NoticePermission>("none");
  readonly #desk: NoticeDesk;
  readonly #shown = new Set<string>();
  /** The call that was answered before this page knew it: a worker woke it for that. */
  readonly #wanted = signal<string | null>(null);

  constructor(desk: NoticeDesk, state: PhoneState, calls: Conversations) {
    this.#desk = desk;
    desk.watch(
      () => {
        this.permission.value = desk.permission();
      },
      ({ call, action }) => {
        const one = state.byId(call);
        if (one === undefined && action === "answer") this.answerOnceKnown(call);
        if (one === undefined || !rings(one)) return;
        if (action === "answer") void calls.answer(one.key);
        if (action === "decline") void calls.hangUp(one.key);
      },
    );
    effect(() => {
      const one = state.ringing.value.find(({ id }) => id !== null && id === this.#wanted.value);
      if (one === undefined) return;
      this.#wanted.value = null;
      void calls.answer(one.key);
    });
    this.permission.value = desk.permission();
  }

  /** The person answered a call outside the page; only that one, and only while it rings. */
  answerOnceKnown(call: string): void {
    this.#wanted.value = call;
  }

  /** The person sees the page. */
  seen(): void {
    this.#desk.clear();
  }

  async ask(): Promise<void> {
    await this.#desk.ask();
    this.permission.value = this.#desk.permission();
  }

  /** These calls, and no others, are told of outside the page. */
  tell(wanted: ReadonlyMap<string, NoticeWords>): void {
    for (const call of [...this.#shown].filter((one) => !wanted.has(one))) {
      this.#shown.delete(call);
      this.#desk.close(call);
    }
    for (const [call, words] of wanted) {
      if (this.#shown.has(call) || this.permission.value !== "granted") continue;
      this.#shown.add(call);
      this.#desk.show({ call, ...words });
    }
  }
}

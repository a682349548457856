import { signal } from "@preact/signals-core";
import type { BlockChange, BlockedDesk, BlockList } from "../signaling/blocked";
import type { Clock } from "./clock";
import { Undoing } from "./undoing";

export type { BlockedNumber } from "../signaling/blocked";

/** What was done last to a number. */
export interface BlockStep {
  readonly number: string;
  readonly blocked: boolean;
}

/** Why the last change was not made; `failed`: nobody knows. */
export type BlockTrouble = "no-number" | "too-many" | "failed";

/** Whom this person has blocked. Owned by the page's one thread. */
export class BlockedCallers {
  /** Null until it was read. */
  readonly list = signal<BlockList | null>(null);
  readonly unread = signal(false);
  readonly trouble = signal<BlockTrouble | null>(null);
  /** What can be taken back. */
  readonly last: Undoing<BlockStep>;
  readonly #desk: BlockedDesk;

  constructor(desk: BlockedDesk, clock: Clock) {
    this.#desk = desk;
    this.last = new Undoing(clock);
  }

  async read(): Promise<void> {
    const list = await this.#desk.read();
    this.unread.value = list === undefined;
    if (list !== undefined) this.list.value = list;
  }

  /** Under which number of the list one is blocked that is shown in this form; undefined: it is not. */
  entryOf(shown: string): string | undefined {
    return this.list.value?.numbers.find(({ number, shownAs }) => number === shown || shownAs.includes(shown))?.number;
  }

  async block(number: string): Promise<void> {
    if (this.#settle(await this.#desk.block(number))) this.last.offer({ number, blocked: true });
  }

  async unblock(number: string): Promise<void> {
    if (this.#settle(await this.#desk.unblock(number))) this.last.offer({ number, blocked: false });
  }

  async blockWithheld(on: boolean): Promise<void> {
    this.#settle(await this.#desk.blockWithheld(on));
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    const step = this.last.take();
    if (step === null) return;
    const { number, blocked } = step;
    const change = await (blocked ? this.#desk.unblock(this.entryOf(number) ?? number) : this.#desk.block(number));
    if (!this.#settle(change)) this.last.offer(step);
  }

  #settle(change: BlockChange): boolean {
    if (change !== "failed" && "done" in change) {
      this.list.value = change.done;
      this.trouble.value = null;
      return true;
    }
    this.trouble.value = change === "failed" ? "failed" : change.flaws[0]?.code === "too-many" ? "too-many" : "no-number";
    return false;
  }
}

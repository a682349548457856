import { signal } from "@preact/signals-core";
import type { WaitingQueue } from "../signaling/messages";
import { Watch, type Teller } from "./watch";

export type { QueueCaller, WaitingQueue } from "../signaling/messages";

/** Who waits in the queues that this person serves, while that is watched. Owned by the page's one thread. */
export class WaitingLines {
  /** In the order of the company's plan; none while nobody looks at them, and for who serves none. */
  readonly all = signal<readonly WaitingQueue[]>([]);
  readonly #watch: Watch;

  constructor(teller: Teller) {
    this.#watch = new Watch(teller, "watch-queues");
  }

  /** The person looks at them, or no longer. */
  watch(on: boolean): void {
    this.#watch.set(on);
    // What is not told of any more is soon not true any more.
    if (!on) this.all.value = [];
  }

  /** The connection is there, perhaps anew. */
  welcomed(): void {
    this.#watch.welcomed();
  }

  hear(anew: boolean, queues: readonly WaitingQueue[]): void {
    const known = anew ? [] : this.all.value;
    const changed = known.map((one) => queues.find(({ id }) => id === one.id) ?? one);
    const others = queues.filter(({ id }) => known.every((one) => one.id !== id));
    this.all.value = [...changed, ...others];
  }
}

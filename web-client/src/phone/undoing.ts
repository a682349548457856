import { signal } from "@preact/signals-core";
import type { Clock } from "./clock";

/** Milliseconds for which something that was taken away can be had back from where that was done. */
const offeredFor = 20_000;

/** What was taken away last, while it can be had back. Owned by the page's one thread. */
export class Undoing<T> {
  readonly offered = signal<T | null>(null);
  readonly #clock: Clock;
  #callOff = (): void => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  offer(what: T): void {
    this.#callOff();
    this.offered.value = what;
    this.#callOff = this.#clock.after(offeredFor, () => {
      this.offered.value = null;
    });
  }

  /** What was offered, which it is no longer. */
  take(): T | null {
    const what = this.offered.value;
    this.#callOff();
    this.offered.value = null;
    return what;
  }
}

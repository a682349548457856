import type { Clock } from "../phone/clock";

/** Time that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now = Date.parse("2026-11-23T10:00:00Z");
  #tasks: { readonly at: number; readonly task: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  /** It is right already. */
  agree(): void {
    return;
  }

  after(millis: number, task: () => void): () => void {
    const entry = { at: this.#now + millis, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((one) => one !== entry);
    };
  }

  /** Moves time on and does what falls due, each at its own moment; promises settle in between. */
  async pass(millis: number): Promise<void> {
    const end = this.#now + millis;
    await settled();
    for (let next = this.#due(end); next !== undefined; next = this.#due(end)) {
      this.#now = next.at;
      this.#tasks = this.#tasks.filter((one) => one !== next);
      next.task();
      await settled();
    }
    this.#now = end;
  }

  #due(end: number): { readonly at: number; readonly task: () => void } | undefined {
    return this.#tasks.filter((one) => one.at <= end).toSorted((one, other) => one.at - other.at)[0];
  }
}

/** A computer's clock that is wrong, until it is told better. */
export class WrongClock implements Clock {
  readonly #right: FakeClock;
  #ahead: number;

  constructor(right: FakeClock, aheadMillis: number) {
    this.#right = right;
    this.#ahead = aheadMillis;
  }

  now(): number {
    return this.#right.now() + this.#ahead;
  }

  agree(server: number): void {
    this.#ahead = server - this.#right.now();
  }

  after(millis: number, task: () => void): () => void {
    return this.#right.after(millis, task);
  }
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

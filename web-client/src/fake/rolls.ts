import { backoff } from "../signaling/backoff";

/** Milliseconds after which a page whose stream broke has come back, where it can. */
export const retryPause = 4 * backoff.firstMillis;

/** Chance by a seed, so that a test that fails fails again. */
export class Rolls {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** At least 0, below `below`. */
  below(below: number): number {
    // A linear congruential generator with the constants of Numerical Recipes.
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return (this.#state >>> 16) % below;
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T;
  }

  /** The same with one member, however deep, replaced or left out. */
  spoil(message: Readonly<Record<string, unknown>>, junk: readonly unknown[]): Readonly<Record<string, unknown>> {
    const name = this.one(Object.keys(message).filter((one) => one !== "seq"));
    const before = message[name];
    const inner = typeof before === "object" && before !== null && !Array.isArray(before) && this.below(3) > 0;
    if (inner) return { ...message, [name]: this.spoil(before as Readonly<Record<string, unknown>>, junk) };
    return { ...message, [name]: this.below(5) === 0 ? undefined : this.one(junk) };
  }

  /** A part of a text. */
  tear(text: string): string {
    return text.slice(this.below(20), text.length - this.below(20));
  }
}

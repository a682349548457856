import type { SoundTotals } from "./media";

/** A sound of the page's own that the relay sends back: how a page measures its path without a call. */
export interface EchoSound {
  /** The offer; throws a {@link MediaFailure}. */
  offer(): Promise<string>;
  /** Takes the relay's answer; settles once it is connected, and sounds from then on; throws a {@link MediaFailure}. */
  accept(answer: string): Promise<void>;
  /** How many of its tones have come back. */
  returned(): number;
  totals(): Promise<SoundTotals | undefined>;
  close(): void;
}

/** The tones, one pitch after the other, each rising. Between the beginnings of two, and how long each is: seconds. */
export const tones = { hertz: [620, 980, 1_420, 2_100], rise: 1.4, every: 0.5, lasts: 0.18, count: 16 } as const;

/** One tone: when it begins, in seconds, and with what pitch. */
export interface Strike {
  readonly at: number;
  readonly hertz: number;
}

/** All tones, if the first begins then. Pure. */
export function strikesFrom(start: number): readonly Strike[] {
  return Array.from({ length: tones.count }, (_, place) => ({
    at: start + place * tones.every,
    hertz: tones.hertz[place % tones.hertz.length] ?? 0,
  }));
}

/** Counts tones in what is heard: each is loud after a while of quiet. Pure. */
export class ToneCounter {
  #count = 0;
  #quiet = 0;

  get count(): number {
    return this.#count;
  }

  /** The loudness of the next 20 ms, 0 to 1. */
  hear(loudness: number): void {
    if (loudness < quietest) this.#quiet++;
    else if (loudness > loudest) {
      if (this.#quiet >= quietSteps) this.#count++;
      this.#quiet = 0;
    }
  }
}

/** Between the two nothing is decided. */
const quietest = 0.01;
const loudest = 0.03;

/** So many steps of quiet stand before a tone. */
const quietSteps = 3;

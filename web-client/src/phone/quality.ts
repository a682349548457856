import { signal } from "@preact/signals-core";
import type { SoundPath, SoundTotals } from "../media/media";
import type { PageSecond } from "../signaling/messages";

/** So many seconds are looked back. */
const lookBack = 10;

/** Nothing received for so many seconds is told. */
const silentAfter = 3;

/** The E-model's rating without any impairment (ITU-T G.107). */
const best = 93.2;

/** From here on users are satisfied, or many are not (ITU-T G.109). */
const good = 80;
const fair = 65;

export type SoundRating = "good" | "fair" | "poor" | "silent";

/** How a call sounds now. */
export interface CallQuality {
  readonly rating: SoundRating;
  /** The worse of both ways, in per cent. */
  readonly lostPercent: number;
  /** Which way that is: what this person hears, or what is heard of him. */
  readonly worse: "heard" | "said";
  /** There and back; null: not known. */
  readonly roundTripMillis: number | null;
  readonly path: SoundPath | null;
}

interface Heard {
  readonly packets: number;
  readonly lost: number;
  readonly sentLost: number | null;
}

/** How each call sounds: from what this page receives, and from what the relay says it receives of this page. */
export class Quality {
  readonly now = signal<ReadonlyMap<string, CallQuality>>(new Map());
  readonly #seconds = new Map<string, readonly Heard[]>();

  /** One second more of a call. */
  heard(call: string, second: PageSecond, totals: SoundTotals): void {
    const heard = { packets: second.packets, lost: second.lost, sentLost: totals.sentLost };
    const seconds = [...(this.#seconds.get(call) ?? []), heard].slice(-lookBack);
    this.#seconds.set(call, seconds);
    this.now.value = new Map(this.now.value).set(call, qualityOf(seconds, totals));
  }

  /** Only these calls sound here. */
  forgetAllBut(calls: readonly string[]): void {
    const over = [...this.#seconds.keys()].filter((call) => !calls.includes(call));
    if (over.length === 0) return;
    for (const call of over) this.#seconds.delete(call);
    // Peeked at: whoever follows the calls need not follow their sound too.
    this.now.value = new Map([...this.now.peek()].filter(([call]) => calls.includes(call)));
  }
}

/** The E-model in short, with the impairments a page can know: loss as for G.711 with concealment, and delay. Pure. */
function qualityOf(seconds: readonly Heard[], totals: SoundTotals): CallQuality {
  const lost = sum(seconds, "lost");
  const [inward, outward] = [(100 * lost) / Math.max(1, lost + sum(seconds, "packets")), 100 * sentLost(seconds)];
  const lostPercent = Math.max(inward, outward);
  const oneWay = (totals.roundTripMillis ?? 0) / 2;
  const rating =
    best - (95 * lostPercent) / (lostPercent + 25.1) - 0.024 * oneWay - 0.11 * Math.max(0, oneWay - 177.3);
  const silent = seconds.length >= silentAfter && sum(seconds.slice(-silentAfter), "packets") === 0;
  return {
    rating: silent ? "silent" : rating >= good ? "good" : rating >= fair ? "fair" : "poor",
    lostPercent,
    worse: outward > inward ? "said" : "heard",
    roundTripMillis: totals.roundTripMillis,
    path: totals.path,
  };
}

function sum(seconds: readonly Heard[], what: "packets" | "lost"): number {
  return seconds.reduce((all, second) => all + second[what], 0);
}

/** The relay reports at its own pace: the same report counts for each second until the next. */
function sentLost(seconds: readonly Heard[]): number {
  return seconds.reduce((all, second) => all + (second.sentLost ?? 0), 0) / Math.max(1, seconds.length);
}

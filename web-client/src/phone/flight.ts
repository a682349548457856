import type { SoundTotals } from "../media/media";
import type { PageSecond } from "../signaling/messages";
import type { Clock } from "./clock";

const secondMillis = 1_000;

/** How many seconds go in one message. */
const together = 5;

/** A call whose sound is on this page: the server's id, and what was counted so far. */
export interface SoundOfCall {
  readonly call: string;
  readonly totals: () => Promise<SoundTotals | undefined>;
}

/** What the flight recorder needs of the phone. */
export interface Recorded {
  sounds(): readonly SoundOfCall[];
  /** A second has passed: what was received in it, and what is counted in all. */
  heard(call: string, second: PageSecond, now: SoundTotals): void;
  send(call: string, seconds: readonly PageSecond[]): void;
}

/**
 * Tells the server what each second of a call's sound was like on this page, some seconds at a time. It is lost without
 * harm; the clock runs only while there is sound.
 */
export class Flight {
  readonly #recorded: Recorded;
  readonly #clock: Clock;
  readonly #before = new Map<string, SoundTotals>();
  readonly #waiting = new Map<string, PageSecond[]>();
  #running = false;

  constructor(recorded: Recorded, clock: Clock) {
    this.#recorded = recorded;
    this.#clock = clock;
  }

  /** There may be sound now. */
  begin(): void {
    if (this.#running || this.#recorded.sounds().length === 0) return;
    this.#running = true;
    this.#clock.after(secondMillis, () => void this.#second());
  }

  async #second(): Promise<void> {
    const sounds = this.#recorded.sounds();
    this.#forgetAllBut(new Set(sounds.map(({ call }) => call)));
    await Promise.all(sounds.map(async ({ call, totals }) => {
      const now = await totals();
      if (now !== undefined) this.#add(call, now);
    }));
    this.#running = false;
    this.begin();
  }

  #add(call: string, now: SoundTotals): void {
    const before = this.#before.get(call);
    this.#before.set(call, now);
    if (before === undefined || now.packets < before.packets) return;
    const second = since(before, now);
    this.#recorded.heard(call, second, now);
    const seconds = [...(this.#waiting.get(call) ?? []), second];
    this.#waiting.set(call, seconds.length < together ? seconds : []);
    if (seconds.length >= together) this.#recorded.send(call, seconds);
  }

  #forgetAllBut(calls: ReadonlySet<string>): void {
    for (const call of [...this.#before.keys(), ...this.#waiting.keys()].filter((one) => !calls.has(one))) {
      this.#before.delete(call);
      this.#waiting.delete(call);
    }
  }
}

/** What was added. The loss of a browser goes down when a packet comes after all. Pure. */
function since(before: SoundTotals, now: SoundTotals): PageSecond {
  return {
    packets: now.packets - before.packets,
    lost: Math.max(0, now.lost - before.lost),
    concealedMillis: Math.max(0, Math.round(now.concealedMillis - before.concealedMillis)),
    jitterMillis: Math.round(now.jitterMillis),
    roundTripMillis: now.roundTripMillis === null ? -1 : Math.round(now.roundTripMillis),
  };
}

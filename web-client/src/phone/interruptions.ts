import { effect, signal } from "@preact/signals-core";
import { talks, type CallState, type PhoneCall } from "./call";
import type { Clock } from "./clock";
import type { PhoneState } from "./state";

/** Milliseconds for which it is said that a call is back. */
export const backShown = 20_000;

/** After so many seconds without a packet it is asked whether the server is still there. */
export const doubtAfter = 2;

/** What is done about a call whose connection is lost or found. */
export interface Interrupted {
  move(key: string, state: CallState): void;
  /** Nothing comes any more: is the server still there? */
  doubt(): void;
}

/**
 * Calls whose connection is lost. The server says so where it is reached; while it is not, a call that brings nothing any
 * more is no call, whatever the server said last. Afterwards it is told how long that took.
 */
export class Interruptions {
  /** By the page's keys: for how many milliseconds calls that are back were gone. */
  readonly over = signal<ReadonlyMap<string, number>>(new Map());
  readonly #state: PhoneState;
  readonly #calls: Interrupted;
  readonly #clock: Clock;
  /** Since when. */
  readonly #gone = new Map<string, number>();
  /** How calls stood that only this page knows to be gone. */
  readonly #stood = new Map<string, CallState>();
  /** For how many seconds in a row nothing came. */
  readonly #silent = new Map<string, number>();

  constructor(state: PhoneState, calls: Interrupted, clock: Clock) {
    this.#state = state;
    this.#calls = calls;
    this.#clock = clock;
    effect(() => {
      for (const call of state.calls.value) this.#follow(call);
    });
  }

  /** A second of a call's sound, by the server's id: how many packets came. */
  heard(id: string, packets: number): void {
    const call = this.#state.byId(id);
    if (call === undefined) return;
    if (packets === 0) this.#nothing(call);
    else this.#something(call);
  }

  #nothing(call: PhoneCall): void {
    const silent = (this.#silent.get(call.key) ?? 0) + 1;
    this.#silent.set(call.key, silent);
    if (!talks(call)) return;
    if (silent === doubtAfter) this.#calls.doubt();
    if (!this.#state.offline.value) return;
    this.#stood.set(call.key, call.state);
    this.#calls.move(call.key, "reconnecting");
  }

  #something({ key }: PhoneCall): void {
    this.#silent.delete(key);
    const stood = this.#stood.get(key);
    if (stood !== undefined) this.#calls.move(key, stood);
  }

  #follow({ key, state }: PhoneCall): void {
    const since = this.#gone.get(key);
    if (state === "reconnecting") {
      if (since === undefined) this.#gone.set(key, this.#clock.now());
      return;
    }
    this.#stood.delete(key);
    if (state === "ended") this.#silent.delete(key);
    if (since === undefined) return;
    this.#gone.delete(key);
    if (state !== "ended") this.#back(key, this.#clock.now() - since);
  }

  #back(key: string, millis: number): void {
    this.over.value = new Map(this.over.peek()).set(key, millis);
    this.#clock.after(backShown, () => {
      this.over.value = new Map([...this.over.peek()].filter(([one]) => one !== key));
    });
  }
}

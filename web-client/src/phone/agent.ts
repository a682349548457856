import { effect, signal } from "@preact/signals-core";
import type { Duty, DutyDesk } from "../signaling/duty";
import type { Clock } from "./clock";
import type { PhoneState } from "./state";

export type { Duty, ServedQueue } from "../signaling/duty";

/** Milliseconds between two looks at the queues: by one who serves some, and by one who may some day. */
export const looks = { agent: 5_000, other: 60_000 } as const;

/** This person as an agent of queues. Owned by the page's one thread. */
export class Agent {
  /** Null until it was read once. */
  readonly duty = signal<Duty | null>(null);
  /** The last change was not taken. */
  readonly failed = signal(false);
  readonly #desk: DutyDesk;
  readonly #clock: Clock;
  /** Which question is the newest; answers to older ones are out of date. */
  #questions = 0;
  #changing = 0;
  #callOff: () => void = () => undefined;

  constructor(state: PhoneState, desk: DutyDesk, clock: Clock) {
    this.#desk = desk;
    this.#clock = clock;
    effect(() => {
      this.#callOff();
      if (state.link.value === "connected") void this.#look();
    });
  }

  /** Serves the queues, or no longer; with a reason it is a pause. What the server says is shown. */
  async change(onDuty: boolean, pause: string | null): Promise<void> {
    const question = ++this.#questions;
    this.#changing++;
    const duty = await this.#desk.change(onDuty, pause);
    this.#changing--;
    if (question !== this.#questions) return;
    this.failed.value = duty === undefined;
    if (duty !== undefined) this.duty.value = duty;
  }

  async #read(): Promise<void> {
    const question = ++this.#questions;
    const duty = await this.#desk.read();
    if (question === this.#questions && duty !== undefined) this.duty.value = duty;
  }

  async #look(): Promise<void> {
    // While a change is under way, its answer is what counts.
    if (this.#changing === 0) await this.#read();
    const serves = (this.duty.peek()?.queues.length ?? 0) > 0;
    this.#callOff = this.#clock.after(serves ? looks.agent : looks.other, () => void this.#look());
  }
}

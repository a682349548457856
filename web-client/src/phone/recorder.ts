import type { RecordingWish } from "../signaling/messages";
import { live } from "./call";
import type { Desk } from "./desk";
import type { PhoneState } from "./state";
import { failureOf } from "./transfers";

/** Recording calls: the server does it, tells everybody, and says on whose page what may be wanted. */
export class Recorder {
  readonly #state: PhoneState;
  readonly #desk: Desk;

  constructor(state: PhoneState, desk: Desk) {
    this.#state = state;
    this.#desk = desk;
  }

  /** Begins it where it may begin, ends it where it may be ended; otherwise nothing. */
  async toggle(key: string): Promise<void> {
    const wishes = this.#state.get(key)?.recording?.wishes ?? [];
    const wish = wishes.find((one) => one === "start" || one === "stop");
    if (wish !== undefined) await this.wish(key, wish);
  }

  async wish(key: string, wish: RecordingWish): Promise<void> {
    const call = this.#state.get(key);
    // Pressed twice, it is meant once.
    if (call?.id == null || call.asking || !live(call)) return;
    this.#state.put({ ...call, asking: true, failure: null });
    const outcome = await this.#desk.request({ type: "record", call: call.id, wish });
    const since = this.#state.get(key);
    if (since === undefined) return;
    this.#state.put({ ...since, asking: false, ...(outcome.ok || !live(since) ? {} : { failure: failureOf(outcome.code) }) });
  }
}

import type { Outcome } from "../signaling/link";
import type { Request } from "../signaling/messages";
import { live, refusals, type Failure } from "./call";
import type { Desk } from "./desk";
import type { PhoneState } from "./state";

/**
 * Handing calls on: transferred at once or after asking, three in one call, parked. The server does it and tells; this
 * asks it, and says what it refused.
 */
export class Transfers {
  readonly #state: PhoneState;
  readonly #desk: Desk;

  constructor(state: PhoneState, desk: Desk) {
    this.#state = state;
    this.#desk = desk;
  }

  /** Leads the other party there; null if the server does so. */
  transfer(key: string, to: string, note: string): Promise<Failure | null> {
    return this.#ask(key, (call) => ({ type: "transfer", call, to, note }));
  }

  /** Leads the other party to a mailbox; null if the server does so. */
  toVoicemail(key: string, to: string): Promise<Failure | null> {
    return this.#ask(key, (call) => ({ type: "to-voicemail", call, to }));
  }

  /** The other party waits while this person speaks to somebody else; null if the server does so. */
  consult(key: string, to: string, note: string): Promise<Failure | null> {
    return this.#ask(key, (call) => ({ type: "consult", call, to, note }));
  }

  /** The party that waits gets whoever was asked. */
  complete(key: string): Promise<void> {
    return this.#askAndSay(key, "complete-transfer");
  }

  /** Back to the party that waits. */
  cancel(key: string): Promise<void> {
    return this.#askAndSay(key, "cancel-transfer");
  }

  /** All three talk. */
  join(key: string): Promise<void> {
    return this.#askAndSay(key, "join");
  }

  park(key: string): Promise<void> {
    return this.#askAndSay(key, "park");
  }

  /** Asks where no form stands that could say what was refused: the call itself says it. */
  async #askAndSay(key: string, type: "complete-transfer" | "cancel-transfer" | "join" | "park"): Promise<void> {
    // Pressed twice, it is meant once.
    if (this.#state.get(key)?.asking === true) return;
    const failure = await this.#ask(key, (call) => ({ type, call }));
    const call = this.#state.get(key);
    if (failure !== null && call !== undefined && live(call)) this.#state.put({ ...call, failure });
  }

  async #ask(key: string, request: (call: string) => Request): Promise<Failure | null> {
    const call = this.#state.get(key);
    if (call?.id == null || !live(call)) return "no-such-call";
    this.#state.put({ ...call, asking: true, failure: null });
    const outcome = await this.#desk.request(request(call.id));
    const since = this.#state.get(key);
    if (since !== undefined) this.#state.put({ ...since, asking: false });
    return outcome.ok ? null : failureOf(outcome.code);
  }
}

/** What the page says of what the server refused. */
export function failureOf(code: Exclude<Outcome, { ok: true }>["code"]): Failure {
  if (code === "offline" || code === "timed-out") return "not-connected";
  if (code === "wrong-state" || code === "no-such-call" || code === "no-mailbox") return code;
  return refusals.find((refusal) => refusal === code) ?? "refused";
}

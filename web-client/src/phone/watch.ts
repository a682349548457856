import type { Request } from "../signaling/messages";

/** What says something to the server; what is lost is lost. */
export interface Teller {
  tell(request: Request): void;
}

/** Whether this page looks at something of which the server tells only those who look. */
export class Watch {
  readonly #teller: Teller;
  readonly #type: "watch-people" | "watch-queues";
  #wanted: boolean | undefined;

  constructor(teller: Teller, type: "watch-people" | "watch-queues") {
    this.#teller = teller;
    this.#type = type;
  }

  set(on: boolean): void {
    if ((this.#wanted ?? false) === on) return;
    this.#wanted = on;
    this.#teller.tell({ type: this.#type, on });
  }

  /** The connection is there, perhaps anew: the server may not know what was wished meanwhile. */
  welcomed(): void {
    if (this.#wanted !== undefined) this.#teller.tell({ type: this.#type, on: this.#wanted });
  }
}

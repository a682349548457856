import { effect, signal } from "@preact/signals-core";
import type { PushDesk, PushState } from "../signaling/push";
import type { Notices } from "./notices";

/** Whether this browser rings while the page sleeps. Only one that may show notifications can. */
export class Waking {
  readonly state = signal<PushState>("none");
  readonly changing = signal(false);
  /** The last change could not be made. */
  readonly failed = signal(false);
  readonly #desk: PushDesk;

  constructor(desk: PushDesk, notices: Notices) {
    this.#desk = desk;
    effect(() => {
      if (notices.permission.value === "granted") void this.#look();
    });
  }

  async #look(): Promise<void> {
    this.state.value = await this.#desk.state();
  }

  async turn(on: boolean): Promise<void> {
    if (this.changing.value) return;
    this.changing.value = true;
    const now = await this.#desk.turn(on);
    this.changing.value = false;
    this.failed.value = now === undefined;
    if (now !== undefined) this.state.value = now;
  }

  /** Nobody is signed in here any more: who calls is no business of whoever comes next. */
  async forget(): Promise<void> {
    if (this.state.value === "on") await this.#desk.turn(false);
  }
}

import { signal } from "@preact/signals-core";
import type { GuestLinkItem, HttpGuestLinks } from "../signaling/http-guest-links";

export type { GuestLinkItem } from "../signaling/http-guest-links";

/** Where guest links are kept: the server, or the tests' own. */
export type GuestLinkDesk = Pick<HttpGuestLinks, "all" | "make" | "revoke">;

/** How long a link lets in. */
const hours = 24;

/** The guest links this person has made. */
export class GuestLinks {
  readonly all = signal<readonly GuestLinkItem[]>([]);
  /** The room for which none could be made. */
  readonly failed = signal<string | null>(null);
  readonly #desk: GuestLinkDesk;

  constructor(desk: GuestLinkDesk) {
    this.#desk = desk;
  }

  async read(): Promise<void> {
    this.all.value = (await this.#desk.all()) ?? this.all.value;
  }

  async make(room: string): Promise<void> {
    const made = await this.#desk.make(room, hours);
    this.failed.value = made === undefined ? room : null;
    if (made !== undefined) this.all.value = [...this.all.value, made];
  }

  async revoke(id: string): Promise<void> {
    if (await this.#desk.revoke(id)) this.all.value = this.all.value.filter((link) => link.id !== id);
    else await this.read();
  }
}

import type { GuestLinkDesk, GuestLinkItem } from "../phone/guest-links";

/** Guest links in memory; makes none for the room called "closed". */
export class FakeGuestLinks implements GuestLinkDesk {
  links: GuestLinkItem[] = [];
  #made = 0;

  all(): Promise<GuestLinkItem[]> {
    return Promise.resolve([...this.links]);
  }

  make(room: string): Promise<GuestLinkItem | undefined> {
    if (room === "closed") return Promise.resolve(undefined);
    const id = `l${++this.#made}`;
    const link = { id, room, path: `/join/${id}`, expires: "2026-11-24T10:00:00Z" };
    this.links.push(link);
    return Promise.resolve(link);
  }

  revoke(id: string): Promise<boolean> {
    const there = this.links.some((link) => link.id === id);
    this.links = this.links.filter((link) => link.id !== id);
    return Promise.resolve(there);
  }
}

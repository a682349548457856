import type { BlockChange, BlockedDesk, BlockList } from "../signaling/blocked";

/** A server that keeps whom somebody has blocked, or refuses what the test says. */
export class FakeBlockedDesk implements BlockedDesk {
  kept: BlockList | undefined = { numbers: [], withheld: false };
  refusal: BlockChange | undefined;

  read(): Promise<BlockList | undefined> {
    return Promise.resolve(this.kept);
  }

  block(number: string): Promise<BlockChange> {
    return this.#keep((list) => ({ ...list, numbers: [...list.numbers, { number, shownAs: [number] }] }));
  }

  unblock(number: string): Promise<BlockChange> {
    return this.#keep((list) => ({ ...list, numbers: list.numbers.filter((one) => one.number !== number) }));
  }

  blockWithheld(on: boolean): Promise<BlockChange> {
    return this.#keep((list) => ({ ...list, withheld: on }));
  }

  #keep(change: (list: BlockList) => BlockList): Promise<BlockChange> {
    if (this.refusal !== undefined || this.kept === undefined) return Promise.resolve(this.refusal ?? "failed");
    this.kept = change(this.kept);
    return Promise.resolve({ done: this.kept });
  }
}

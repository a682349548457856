import type { OwnReach, Reach, ReachChange, ReachDesk } from "../signaling/reach";

export const plain: Reach = {
  doNotDisturb: false,
  always: null,
  busy: null,
  noAnswer: null,
  unreachable: null,
  followMe: null,
  rules: [],
};

/** A server that keeps how one person is reached, or refuses what the test says. */
export class FakeReachDesk implements ReachDesk {
  kept: OwnReach | undefined = { own: false, ringSeconds: 20, voicemail: true, reach: plain };
  refusal: ReachChange | undefined;

  read(): Promise<OwnReach | undefined> {
    return Promise.resolve(this.kept);
  }

  change(reach: Reach): Promise<ReachChange> {
    return this.#answer({ own: true, ringSeconds: 20, voicemail: true, reach: { ...reach } });
  }

  asTheCompanySays(): Promise<ReachChange> {
    return this.#answer({ own: false, ringSeconds: 20, voicemail: true, reach: plain });
  }

  #answer(next: OwnReach): Promise<ReachChange> {
    if (this.refusal !== undefined) return Promise.resolve(this.refusal);
    this.kept = next;
    return Promise.resolve({ done: next });
  }
}

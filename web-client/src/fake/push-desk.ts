import type { PushDesk, PushState } from "../signaling/push";

/** A browser that can be woken, or not. */
export class FakePushDesk implements PushDesk {
  now: PushState = "off";
  /** The push service is away. */
  away = false;

  state(): Promise<PushState> {
    return Promise.resolve(this.now);
  }

  turn(on: boolean): Promise<PushState | undefined> {
    if (this.away) return Promise.resolve(undefined);
    this.now = on ? "on" : "off";
    return Promise.resolve(this.now);
  }
}

import type { Player, PlayerEvents } from "../media/player";

/** A player without sound: the test says what becomes of what was asked. */
export class FakePlayer implements Player {
  /** What was asked of it, in order. */
  readonly asked: string[] = [];

  constructor(readonly events: PlayerEvents) {}

  play(address: string): void {
    this.asked.push(`play ${address}`);
  }

  pause(): void {
    this.asked.push("pause");
    this.events.paused();
  }

  seek(seconds: number): void {
    this.asked.push(`seek ${seconds}`);
  }

  speed(factor: number): void {
    this.asked.push(`speed ${factor}`);
  }
}

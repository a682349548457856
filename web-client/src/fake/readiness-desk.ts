import type { ReadinessDesk, ReadinessResult } from "../signaling/readiness";

/** A server that sends sound back, and remembers results. */
export class FakeReadinessDesk implements ReadinessDesk {
  answer: string | undefined = "answer of the relay";
  keeps = true;
  echoes = 0;
  last: ReadinessResult | undefined;

  echo(): Promise<string | undefined> {
    if (this.answer !== undefined) this.echoes++;
    return Promise.resolve(this.answer);
  }

  endEcho(): Promise<void> {
    this.echoes = 0;
    return Promise.resolve();
  }

  keep(result: ReadinessResult): Promise<boolean> {
    this.last = result;
    return Promise.resolve(this.keeps);
  }
}

import type { SoundDesk } from "../media/take";
import type { Clock } from "./clock";
import { SoundMaker, type Keeping } from "./sound-maker";

/** Milliseconds: nobody's name is longer. */
export const longestName = 5_000;

/** Records the person's own name; it ends by itself. Owned by the page's one thread. */
export class NameMaker extends SoundMaker {
  readonly #clock: Clock;
  readonly #begins: () => void;
  #callOffEnd: () => void = () => undefined;

  /** @param begins told when the microphone is about to open: nothing else shall sound */
  constructor(desk: SoundDesk, keep: Keeping, clock: Clock, begins: () => void, kept: () => void) {
    super(desk, keep, kept);
    this.#clock = clock;
    this.#begins = begins;
  }

  override async record(): Promise<void> {
    if (this.recording.value) return;
    this.#begins();
    this.choose(null);
    await super.record();
    // The microphone may be refused.
    if (!this.recording.peek()) return;
    this.#callOffEnd = this.#clock.after(longestName, () => void this.stop());
  }

  override async stop(): Promise<void> {
    this.#callOffEnd();
    await super.stop();
  }
}

import { computed, effect, signal, untracked } from "@preact/signals-core";
import type { Media } from "../media/media";
import type { Player } from "../media/player";
import { hasSound, rings, type PhoneCall } from "./call";
import type { PhoneState } from "./state";

/** The message that was played last, and whether it plays: `starting` until it is heard. */
export interface Playing {
  readonly id: string;
  readonly state: "starting" | "playing" | "paused" | "failed";
}

export const speeds = [1, 1.25, 1.5, 2] as const;
export type Speed = (typeof speeds)[number];

/** Listening to recorded messages, one at a time. It gives way to every call that is answered, placed or resumed. */
export class Playback {
  readonly current = signal<Playing | null>(null);
  /** Seconds. */
  readonly position = signal(0);
  readonly length = signal(0);
  /** One of the {@link speeds}. */
  readonly speed = signal<Speed>(1);
  readonly #player: Player;

  constructor(state: PhoneState, media: Media, began: (id: string) => void) {
    this.#player = media.player({
      began: () => {
        this.#become("playing");
        const id = this.current.peek()?.id;
        if (id !== undefined) began(id);
      },
      paused: () => {
        this.#become("paused");
      },
      ended: () => {
        this.#become("paused");
        this.position.value = 0;
      },
      failed: () => {
        this.#become("failed");
      },
      moved: (position, length) => {
        this.position.value = position;
        if (length !== undefined) this.length.value = length;
      },
    });
    this.#giveWayToCalls(state);
  }

  /** Plays a message: from where it was paused, or from the beginning. */
  play(id: string, address: string, seconds: number): void {
    if (this.current.peek()?.id !== id) {
      this.position.value = 0;
      this.length.value = seconds;
    }
    this.current.value = { id, state: "starting" };
    this.#player.play(address);
  }

  pause(): void {
    const state = this.current.peek()?.state;
    if (state !== "starting" && state !== "playing") return;
    this.#become("paused");
    this.#player.pause();
  }

  seek(seconds: number): void {
    this.position.value = seconds;
    this.#player.seek(seconds);
  }

  /** From now on so fast, this message and the next ones. */
  hurry(speed: Speed): void {
    this.speed.value = speed;
    this.#player.speed(speed);
  }

  /** The message is not there any more. */
  forget(): void {
    this.pause();
    this.current.value = null;
  }

  #become(state: Playing["state"]): void {
    const playing = this.current.peek();
    if (playing !== null) this.current.value = { ...playing, state };
  }

  #giveWayToCalls(state: PhoneState): void {
    const spoken = computed(() => state.calls.value.filter(isSpoken).map((call) => call.key));
    let before: readonly string[] = [];
    effect(() => {
      const now = spoken.value;
      const another = now.some((key) => !before.includes(key));
      before = now;
      if (another) {
        untracked(() => {
          this.pause();
        });
      }
    });
  }
}

/** The person listens to it, or is about to. */
function isSpoken(call: PhoneCall): boolean {
  return hasSound(call) && !rings(call) && call.state !== "on-hold";
}

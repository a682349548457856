export interface PlayerEvents {
  /** The sound can be heard, also again after a pause. */
  readonly began: () => void;
  /** It stands still: asked here, by a key of the keyboard or headset, or because it was taken away. */
  readonly paused: () => void;
  readonly ended: () => void;
  readonly failed: () => void;
  /** Where it is, and how long it is as far as that is known; in seconds. */
  readonly moved: (position: number, length: number | undefined) => void;
}

/** Plays one recorded sound at a time. */
export interface Player {
  /** Plays what is at that address of the page's server: from where it was paused, or from the beginning. */
  play(address: string): void;
  pause(): void;
  seek(seconds: number): void;
  /** How fast, 1 being as it was said; the pitch stays. Holds for what is played later too. */
  speed(factor: number): void;
}

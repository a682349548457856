import { signal } from "@preact/signals-core";
import type { Media } from "../media/media";
import type { OwnRecording, Past } from "../signaling/past";
import { Playback } from "./playback";
import type { PhoneState } from "./state";

export type { OwnRecording } from "../signaling/past";

/** What this person recorded himself, and listening to it. Owned by the page's one thread. */
export class OwnRecordings {
  readonly playback: Playback;
  readonly #all = signal<readonly OwnRecording[]>([]);
  readonly #past: Past;

  constructor(state: PhoneState, past: Past, media: Media) {
    this.#past = past;
    this.playback = new Playback(state, media, () => undefined);
  }

  /** Those of a call, the oldest first. */
  of(call: string): readonly OwnRecording[] {
    return this.#all.value.filter((one) => one.call === call).toReversed();
  }

  /** What cannot be read stays as it was: the calls above it say that something is amiss. */
  async read(): Promise<void> {
    this.#all.value = (await this.#past.recordings()) ?? this.#all.value;
  }

  /** Plays it or goes on with it, or pauses it. */
  toggle(recording: OwnRecording): void {
    const playing = this.playback.current.peek();
    const sounds = playing?.id === recording.id && (playing.state === "playing" || playing.state === "starting");
    if (sounds) this.playback.pause();
    else this.playback.play(recording.id, this.#past.recordingSound(recording.id), recording.seconds);
  }
}

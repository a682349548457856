import { signal } from "@preact/signals-core";
import { MediaFailure } from "../media/media";
import type { SoundDesk, Take } from "../media/take";
import type { PromptRefusal } from "../signaling/prompts";

/** Why nothing was kept, beside what the server says. */
export type SoundTrouble = PromptRefusal | "no-sound" | "unreadable" | "microphone-denied" | "microphone-missing";

/** Keeps a sound at the server under a name. */
export type Keeping = (name: string, wav: ArrayBuffer) => Promise<"done" | PromptRefusal>;

/** Makes a sound that the server keeps: recorded here or taken from a file. Owned by the page's one thread. */
export class SoundMaker {
  readonly recording = signal(false);
  readonly saving = signal(false);
  /** What would be kept now. */
  readonly sound = signal<Blob | null>(null);
  readonly trouble = signal<SoundTrouble | null>(null);
  readonly #desk: SoundDesk;
  readonly #keep: Keeping;
  readonly #kept: () => void;
  #take: Take | undefined;

  constructor(desk: SoundDesk, keep: Keeping, kept: () => void) {
    this.#desk = desk;
    this.#keep = keep;
    this.#kept = kept;
  }

  choose(file: Blob | null): void {
    this.trouble.value = null;
    this.sound.value = file;
  }

  async record(): Promise<void> {
    if (this.recording.value) return;
    this.trouble.value = null;
    this.recording.value = true;
    try {
      this.#take = await this.#desk.record();
    } catch (failure) {
      this.recording.value = false;
      if (!(failure instanceof MediaFailure)) throw failure;
      this.trouble.value = failure.obstacle === "microphone-denied" ? "microphone-denied" : "microphone-missing";
    }
  }

  async stop(): Promise<void> {
    const take = this.#take;
    if (take === undefined) return;
    this.#take = undefined;
    const sound = await take.stop();
    this.recording.value = false;
    this.sound.value = sound.size === 0 ? null : sound;
  }

  async save(name: string): Promise<void> {
    const sound = this.sound.value;
    if (sound === null) {
      this.trouble.value = "no-sound";
      return;
    }
    await this.ask(async () => {
      const wav = await this.#desk.wav(sound);
      return wav === undefined ? "unreadable" : this.#keep(name, wav);
    });
  }

  protected async ask(ask: () => Promise<"done" | SoundTrouble>): Promise<void> {
    if (this.saving.value) return;
    this.saving.value = true;
    this.trouble.value = null;
    const outcome = await ask();
    this.saving.value = false;
    if (outcome === "done") {
      this.sound.value = null;
      this.#kept();
    } else {
      this.trouble.value = outcome;
    }
  }
}

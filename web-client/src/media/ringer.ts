import type { Ringing } from "./media";
import { RingExit } from "./ring-exit";

/** Two soft notes, a fourth apart, then a pause: hertz and seconds. */
const notes = [
  { hertz: 587.33, at: 0 },
  { hertz: 783.99, at: 0.32 },
] as const;

const patterns = {
  ring: { periodSeconds: 2.4, loudness: 0.16 },
  second: { periodSeconds: 4, loudness: 0.05 },
} as const;

const noteSeconds = 0.9;
const longestUnlockMillis = 200;

/** The ring tone, made by WebAudio. The context sleeps while nothing rings. */
export class Ringer {
  readonly #changed: () => void;
  #context: AudioContext | undefined;
  #unlocked = false;
  #ringing: Ringing = "silent";
  #next: ReturnType<typeof setTimeout> | undefined;
  #out: GainNode | undefined;
  readonly #exit = new RingExit();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Whether the browser lets this page sound. */
  get unlocked(): boolean {
    return this.#unlocked;
  }

  /** The browser refused sound that was thought unlocked. */
  lock(): void {
    this.#unlocked = false;
    this.#changed();
  }

  /** Tries to unlock; without a gesture of the person that may be refused or come later. */
  async unlock(): Promise<void> {
    if (this.#context === undefined) {
      this.#context = new AudioContext();
      this.#exit.place(this.#context);
    }
    // Without a gesture the promise may stay open for ever, so nothing waits for it.
    await Promise.race([this.#context.resume().catch(() => undefined), later(longestUnlockMillis)]);
    if (this.#context.state !== "running") return;
    this.#unlocked = true;
    this.#changed();
    if (this.#ringing === "silent") void this.#context.suspend();
  }

  ring(ringing: Ringing): void {
    if (ringing === this.#ringing) return;
    this.#ringing = ringing;
    this.#silence();
    if (ringing !== "silent" && this.#unlocked && this.#context !== undefined) {
      void this.#context.resume();
      this.#strike(this.#context, ringing);
    }
  }

  /** Rings on that device from now on; null: the computer's own choice. */
  choose(device: string | null): void {
    this.#exit.choose(device);
  }

  /** The ring tone once, unless it rings anyway; from a gesture of the person. */
  async sample(): Promise<void> {
    await this.unlock();
    if (this.#context === undefined || !this.#unlocked || this.#ringing !== "silent") return;
    this.#silence();
    void this.#context.resume();
    this.#strikeOnce(this.#context, "ring");
    this.#next = setTimeout(() => {
      this.#silence();
    }, patterns.ring.periodSeconds * 1_000);
  }

  #silence(): void {
    clearTimeout(this.#next);
    this.#out?.disconnect();
    this.#out = undefined;
    this.#exit.close();
    if (this.#ringing === "silent") void this.#context?.suspend();
  }

  #strike(context: AudioContext, ringing: Exclude<Ringing, "silent">): void {
    this.#strikeOnce(context, ringing);
    this.#next = setTimeout(() => {
      this.#strike(context, ringing);
    }, patterns[ringing].periodSeconds * 1_000);
  }

  #strikeOnce(context: AudioContext, ringing: Exclude<Ringing, "silent">): void {
    if (this.#out === undefined) {
      this.#out = new GainNode(context, { gain: patterns[ringing].loudness });
      this.#out.connect(this.#exit.open(context));
    }
    for (const note of notes) strikeNote(context, this.#out, note.hertz, context.currentTime + note.at);
  }
}

/** One note like a small bell: a fundamental and a faint octave, quick to come and slow to go. */
function strikeNote(context: AudioContext, out: AudioNode, hertz: number, start: number): void {
  for (const [overtone, share] of [
    [1, 0.8],
    [2, 0.15],
  ] as const) {
    const voice = new OscillatorNode(context, { frequency: hertz * overtone });
    const envelope = new GainNode(context, { gain: 0 });
    envelope.gain.setValueAtTime(0, start);
    envelope.gain.linearRampToValueAtTime(share, start + 0.02);
    envelope.gain.exponentialRampToValueAtTime(0.001, start + noteSeconds);
    voice.connect(envelope).connect(out);
    voice.start(start);
    voice.stop(start + noteSeconds);
  }
}

function later(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

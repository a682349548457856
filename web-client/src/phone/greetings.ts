import { signal } from "@preact/signals-core";
import type { Media } from "../media/media";
import type { GreetingAnswer, GreetingDesk, GreetingKind, MailboxGreetings } from "../signaling/greetings";
import { Playback } from "./playback";
import type { PhoneState } from "./state";

export type { GreetingKind, MailboxGreetings } from "../signaling/greetings";

/** What could not be done, and with which mailbox. */
export interface GreetingTrouble {
  readonly box: string;
  readonly why: Exclude<GreetingAnswer, "done">;
}

/** The greetings of this person's mailboxes. The server's list, read again after each change, is the truth. Owned by the page's one thread. */
export class Greetings {
  /** Null until they were read once. */
  readonly boxes = signal<readonly MailboxGreetings[] | null>(null);
  readonly failed = signal(false);
  readonly trouble = signal<GreetingTrouble | null>(null);
  readonly playback: Playback;
  readonly #desk: GreetingDesk;
  readonly #sounds: () => void;
  #wanted = false;
  /** Which reading of the list is the newest; older ones are out of date. */
  #readings = 0;

  /** @param sounds told when one is about to be heard: nothing else shall be */
  constructor(state: PhoneState, desk: GreetingDesk, media: Media, sounds: () => void) {
    this.#desk = desk;
    this.#sounds = sounds;
    this.playback = new Playback(state, media, () => undefined);
  }

  /** The person looks at them. */
  open(): void {
    this.#wanted = true;
    void this.read();
  }

  /** Something in the mailboxes changed: a greeting was recorded by phone, perhaps. */
  hear(): void {
    if (this.#wanted) void this.read();
  }

  async read(): Promise<void> {
    const reading = ++this.#readings;
    const boxes = await this.#desk.list();
    if (reading !== this.#readings) return;
    this.failed.value = boxes === undefined;
    if (boxes !== undefined) this.boxes.value = boxes;
  }

  /** Plays a greeting or goes on with it, or pauses it. */
  toggle(box: MailboxGreetings, kind: GreetingKind): void {
    const recorded = box[kind];
    if (recorded === null) return;
    if (this.sounds(box, kind)) {
      this.playback.pause();
      return;
    }
    this.#sounds();
    this.playback.play(nameOf(box, kind), this.#desk.sound(box.id, kind, recorded), recorded.seconds);
  }

  /** Whether it is being heard. */
  sounds(box: MailboxGreetings, kind: GreetingKind): boolean {
    const playing = this.playing(box, kind);
    return playing === "playing" || playing === "starting";
  }

  /** How it is with this greeting, if it was played last. */
  playing(box: MailboxGreetings, kind: GreetingKind): "starting" | "playing" | "paused" | "failed" | null {
    const playing = this.playback.current.value;
    return playing?.id === nameOf(box, kind) ? playing.state : null;
  }

  async remove(box: string, kind: GreetingKind): Promise<void> {
    this.playback.forget();
    await this.#did(box, await this.#desk.remove(box, kind));
  }

  /** An absence until the end of that day; null: it is over. */
  async away(box: string, until: string | null): Promise<void> {
    await this.#did(box, await this.#desk.away(box, until));
  }

  async #did(box: string, answer: GreetingAnswer): Promise<void> {
    this.trouble.value = answer === "done" ? null : { box, why: answer };
    await this.read();
  }
}

/** A new recording is another sound. */
function nameOf(box: MailboxGreetings, kind: GreetingKind): string {
  return `${box.id}/${kind}/${box[kind]?.at ?? ""}`;
}

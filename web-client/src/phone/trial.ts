import { signal } from "@preact/signals-core";
import { MediaFailure, type Media, type MediaSession } from "../media/media";
import type { EndReason } from "../signaling/messages";
import type { TrialLine, TrialServer, TrialView, TrialWish } from "../signaling/trials";
import type { Clock } from "./clock";

export { rungs, type Rung, type TrialLine, type TrialWish } from "../signaling/trials";

/** Milliseconds between two looks at a trial. */
export const trialLook = 500;

/** The server forgets a trial it cannot be asked about for ten seconds; so does the page. */
const mostUnanswered = 3;

/** Why there is no trial call, beside the reasons of a call and what the server says. */
export type TrialTrouble = "microphone-denied" | "microphone-missing" | "sound-failed" | "not-connected";

export type TrialState =
  | { readonly kind: "none"; readonly trouble: TrialTrouble | { readonly refused: string } | null }
  | { readonly kind: "placing" }
  | { readonly kind: "on"; readonly state: TrialView["state"] }
  | { readonly kind: "over"; readonly why: EndReason };

interface Running {
  readonly call: string;
  readonly sound: MediaSession;
}

/** One trial call of a draft at a time. Owned by the page's one thread. */
export class TrialPhone {
  readonly state = signal<TrialState>({ kind: "none", trouble: null });
  /** What has happened, and why; kept when it is over. */
  readonly lines = signal<readonly TrialLine[]>([]);
  readonly #media: Media;
  readonly #server: TrialServer;
  readonly #clock: Clock;
  #sound: MediaSession | undefined;
  #running: Running | undefined;
  #unanswered = 0;

  constructor(media: Media, server: TrialServer, clock: Clock) {
    this.#media = media;
    this.#server = server;
    this.#clock = clock;
  }

  /** From a gesture: the browser may ask for the microphone. */
  async call(wish: TrialWish): Promise<void> {
    if (this.#sound !== undefined) return;
    this.lines.value = [];
    this.state.value = { kind: "placing" };
    const sound = this.#media.open({
      lost: () => {
        this.#fail("not-connected");
      },
    });
    this.#sound = sound;
    try {
      await this.#media.unlock();
      await this.#place(sound, wish, await sound.offer());
    } catch (failure) {
      if (!(failure instanceof MediaFailure)) throw failure;
      this.#fail(troubleOf(failure));
    }
  }

  press(digit: string): void {
    if (this.#running !== undefined) void this.#server.press(this.#running.call, digit);
  }

  hangUp(): void {
    const running = this.#running;
    if (running === undefined) return;
    void this.#server.hangUp(running.call).then(() => this.#look(running));
  }

  /** The page goes away. */
  leave(): void {
    if (this.#running !== undefined) void this.#server.hangUp(this.#running.call);
    this.#close();
  }

  async #place(sound: MediaSession, wish: TrialWish, offer: string): Promise<void> {
    const placed = await this.#server.place(wish, offer);
    if (this.#sound !== sound) return;
    if (placed === undefined) {
      this.#fail("not-connected");
    } else if ("refused" in placed) {
      this.#fail(placed);
    } else {
      await sound.accept(placed.sdp);
      sound.speak(true);
      this.#running = { call: placed.call, sound };
      await this.#look(this.#running);
    }
  }

  async #look(running: Running): Promise<void> {
    if (this.#running !== running) return;
    const seen = await this.#server.look(running.call);
    if (this.#running !== running) return;
    if (seen === undefined) {
      this.#unanswered++;
      if (this.#unanswered > mostUnanswered) this.#fail("not-connected");
    } else {
      this.#unanswered = 0;
      this.#show(seen);
    }
    this.#clock.after(trialLook, () => void this.#look(running));
  }

  #show(seen: TrialView): void {
    this.lines.value = seen.lines;
    if (seen.ended === null) {
      this.state.value = { kind: "on", state: seen.state };
    } else {
      this.state.value = { kind: "over", why: seen.ended };
      this.#close();
    }
  }

  #fail(trouble: TrialTrouble | { readonly refused: string }): void {
    if (this.#sound === undefined) return;
    this.state.value = { kind: "none", trouble };
    this.#close();
  }

  #close(): void {
    this.#sound?.close();
    this.#sound = undefined;
    this.#running = undefined;
    this.#unanswered = 0;
  }
}

function troubleOf(failure: MediaFailure): TrialTrouble {
  const { obstacle } = failure;
  return obstacle === "microphone-denied" || obstacle === "microphone-missing" ? obstacle : "sound-failed";
}

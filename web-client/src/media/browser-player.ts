import type { Player, PlayerEvents } from "./player";
import type { Speaker } from "./speaker";

/** The player as one audio element of the browser, where calls are heard. */
export class BrowserPlayer implements Player {
  readonly #events: PlayerEvents;
  readonly #element = new Audio();
  #address = "";
  #speed = 1;

  constructor(events: PlayerEvents, speaker: Speaker) {
    this.#events = events;
    const element = this.#element;
    speaker.attach(element);
    element.preload = "metadata";
    element.addEventListener("playing", events.began);
    element.addEventListener("ended", events.ended);
    element.addEventListener("error", events.failed);
    element.addEventListener("pause", () => {
      // Told late, when another sound may be playing already.
      if (element.paused && !element.ended) events.paused();
    });
    for (const moved of ["timeupdate", "durationchange", "seeked"]) {
      element.addEventListener(moved, () => {
        this.#moved();
      });
    }
  }

  play(address: string): void {
    const anew = address !== this.#address || this.#element.error !== null;
    this.#address = address;
    if (anew) this.#element.src = address;
    // Another source begins at the usual speed again.
    this.#element.playbackRate = this.#speed;
    this.#element.play().catch((failure: unknown) => {
      // Paused, or another sound asked for, before it had begun: nothing went wrong.
      const calledOff = failure instanceof DOMException && failure.name === "AbortError";
      if (!calledOff && address === this.#address) this.#events.failed();
    });
  }

  pause(): void {
    this.#element.pause();
  }

  seek(seconds: number): void {
    this.#element.currentTime = seconds;
  }

  speed(factor: number): void {
    this.#speed = factor;
    this.#element.playbackRate = factor;
  }

  #moved(): void {
    const { currentTime, duration } = this.#element;
    this.#events.moved(currentTime, Number.isFinite(duration) ? duration : undefined);
  }
}

import { MediaFailure, type MediaSession } from "../media/media";
import { hasSound, mayBeHeard, rings, type PhoneCall } from "./call";
import type { Clock } from "./clock";
import type { Desk } from "./desk";
import type { Sounds } from "./sounds";

/** Milliseconds between two tries. */
export const attachAgain = 1_000;

const attachTries = 40;

/** Gives live calls new sound from this page: after a reload, a broken network, or taken from another page. */
export class Attachments {
  readonly #desk: Desk;
  readonly #sounds: Sounds;
  readonly #clock: Clock;
  readonly #find: (key: string) => PhoneCall | undefined;
  readonly #attaching = new Set<string>();

  constructor(desk: Desk, sounds: Sounds, clock: Clock, find: (key: string) => PhoneCall | undefined) {
    this.#desk = desk;
    this.#sounds = sounds;
    this.#clock = clock;
    this.#find = find;
  }

  /** What all calls have may have gone with the network; it is kept until the new one answers. */
  attachAll(): void {
    for (const [key] of this.#sounds.all()) void this.attach(key);
  }

  async attach(key: string): Promise<void> {
    if (this.#attaching.has(key)) return;
    this.#attaching.add(key);
    for (let tries = 0; tries < attachTries && (await this.#once(key)) === "again"; tries++) {
      await new Promise<void>((resolve) => {
        this.#clock.after(attachAgain, resolve);
      });
    }
    this.#attaching.delete(key);
  }

  async #once(key: string): Promise<"done" | "again"> {
    const call = this.#find(key);
    if (call?.id == null || !hasSound(call) || rings(call)) return "done";
    const sound = this.#sounds.renew(key);
    sound.speak(mayBeHeard(call));
    const next = await this.#askForSound(call.id, sound);
    if (next === "attached") this.#sounds.renewed(key);
    else this.#sounds.notRenewed(key);
    return next === "again" ? "again" : "done";
  }

  async #askForSound(call: string, sound: MediaSession): Promise<"attached" | "again" | "refused"> {
    try {
      const outcome = await this.#desk.request({ type: "attach", call, sdp: await sound.offer() });
      if (!outcome.ok) return outcome.code === "no-such-call" || outcome.code === "wrong-state" ? "refused" : "again";
      await sound.accept(outcome.reply.sdp ?? "");
      return "attached";
    } catch (failure) {
      if (!(failure instanceof MediaFailure)) throw failure;
      return "again";
    }
  }
}

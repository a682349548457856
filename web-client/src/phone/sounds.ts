import type { Media, MediaSession } from "../media/media";

/** The sound of each call, by the call's key. A call that attaches anew keeps its old sound until the new one answers. */
export class Sounds {
  readonly #media: Media;
  readonly #sessions = new Map<string, MediaSession>();
  readonly #renewing = new Map<string, MediaSession>();
  readonly #lost: (key: string) => void;

  constructor(media: Media, lost: (key: string) => void) {
    this.#media = media;
    this.#lost = lost;
  }

  has(key: string): boolean {
    return this.#sessions.has(key);
  }

  /** The sounds that calls have now, by the calls' keys. */
  all(): readonly (readonly [string, MediaSession])[] {
    return [...this.#sessions];
  }

  /** The call's sound, opened if it has none; its offer is under way from now on. */
  open(key: string): MediaSession {
    const present = this.#sessions.get(key);
    if (present !== undefined) return present;
    const session = this.#begin(key);
    this.#sessions.set(key, session);
    return session;
  }

  /** New sound for a call, beside what it has; {@link renewed} or {@link notRenewed} ends the matter. */
  renew(key: string): MediaSession {
    this.notRenewed(key);
    const session = this.#begin(key);
    this.#renewing.set(key, session);
    return session;
  }

  renewed(key: string): void {
    const session = this.#renewing.get(key);
    if (session === undefined) return;
    this.#renewing.delete(key);
    this.#sessions.get(key)?.close();
    this.#sessions.set(key, session);
  }

  notRenewed(key: string): void {
    this.#renewing.get(key)?.close();
    this.#renewing.delete(key);
  }

  speak(key: string, speaking: boolean): void {
    this.#sessions.get(key)?.speak(speaking);
    this.#renewing.get(key)?.speak(speaking);
  }

  hush(key: string): void {
    this.#sessions.get(key)?.hush();
    this.#renewing.get(key)?.hush();
  }

  close(key: string): void {
    this.notRenewed(key);
    this.#sessions.get(key)?.close();
    this.#sessions.delete(key);
  }

  #begin(key: string): MediaSession {
    const session: MediaSession = this.#media.open({
      lost: () => {
        if (this.#sessions.get(key) === session) this.#lost(key);
      },
    });
    return session;
  }
}

import { BrowserDevices } from "./browser-devices";
import { BrowserEcho } from "./browser-echo";
import { BrowserPlayer } from "./browser-player";
import type { EchoSound } from "./echo";
import type { Media, MediaSession, Readiness, Ringing, SessionEvents } from "./media";
import { Microphone } from "./microphone";
import type { Player, PlayerEvents } from "./player";
import { Ringer } from "./ringer";
import { BrowserSession } from "./session";
import { Speaker } from "./speaker";

/** The browser's own sound: microphone, peer connections and the ring tone. */
export class BrowserMedia implements Media {
  #changed: () => void = () => undefined;
  readonly #ringer = new Ringer(() => {
    this.#changed();
  });
  readonly #microphone = new Microphone(() => {
    // Browsers let a page sound that hears.
    if (this.#microphone.permission === "granted" && !this.#ringer.unlocked) void this.#ringer.unlock();
    this.devices.lookAgain();
    this.#changed();
  });
  readonly #speaker = new Speaker();
  readonly devices = new BrowserDevices(this.#microphone, this.#speaker, this.#ringer);
  /** One DTLS certificate for the life of the page: making one takes longer than all else in a call's start. */
  #certificates: RTCCertificate[] = [];

  readonly #settled: Promise<void>;

  constructor() {
    const kind: EcKeyGenParams = { name: "ECDSA", namedCurve: "P-256" };
    void RTCPeerConnection.generateCertificate(kind).then(
      (certificate) => {
        this.#certificates = [certificate];
      },
      () => undefined,
    );
    this.#settled = Promise.race([this.#unlockUnasked(), new Promise<void>((resolve) => setTimeout(resolve, 1_000))]);
  }

  settled(): Promise<void> {
    return this.#settled;
  }

  readiness(): Readiness {
    switch (this.#microphone.permission) {
      case "denied":
        return { canRing: false, obstacle: "microphone-denied" };
      case "missing":
        return { canRing: false, obstacle: "microphone-missing" };
      case "ask":
        return { canRing: false, obstacle: "sound-locked" };
      case "granted":
        return this.#ringer.unlocked ? { canRing: true } : { canRing: false, obstacle: "sound-locked" };
    }
  }

  asks(): boolean {
    return this.#microphone.asks;
  }

  watch(changed: () => void): void {
    this.#changed = changed;
  }

  async unlock(): Promise<void> {
    await Promise.all([this.#ringer.unlock(), this.#microphone.permission === "granted" ? null : this.#microphone.open()]);
  }

  prepare(): void {
    if (this.#microphone.permission === "granted") this.#microphone.open().catch(() => undefined);
  }

  open(events: SessionEvents): MediaSession {
    const shared = { certificates: this.#certificates, microphone: this.#microphone, speaker: this.#speaker };
    const session = new BrowserSession(shared, events, () => {
      this.#ringer.lock();
    });
    // Whoever needs the offer asks for it again, and hears then what went wrong.
    session.offer().catch(() => undefined);
    return session;
  }

  ring(ringing: Ringing): void {
    this.#ringer.ring(ringing);
  }

  echo(): EchoSound {
    return new BrowserEcho();
  }

  player(events: PlayerEvents): Player {
    return new BrowserPlayer(events, this.#speaker);
  }

  /**
   * Where the browser allows it, as after a log-in by click, sound is unlocked from the start. After a reload it is
   * not; but where the microphone may be used, using it for a moment unlocks sound too.
   */
  async #unlockUnasked(): Promise<void> {
    await Promise.all([this.#ringer.unlock(), this.#microphone.known]);
    if (this.#ringer.unlocked || this.#microphone.permission !== "granted") return;
    await this.#microphone.open().catch(() => undefined);
    await this.#ringer.unlock();
  }
}

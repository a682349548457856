import {
  MediaFailure,
  type Media,
  type MediaSession,
  type Readiness,
  type Ringing,
  type SessionEvents,
  type SoundTotals,
} from "../media/media";
import type { Player, PlayerEvents } from "../media/player";
import type { EchoSound } from "../media/echo";
import { FakeDevices } from "./devices";
import { FakePlayer } from "./player";

/** One call's sound in memory: says what it was told. */
export class FakeSession implements MediaSession {
  speaking = false;
  accepted: string | undefined;
  closed = false;
  hushed = false;
  counted: SoundTotals | undefined;

  constructor(
    readonly name: string,
    readonly events: SessionEvents,
    readonly failure: MediaFailure | undefined,
  ) {}

  offer(): Promise<string> {
    return this.failure === undefined ? Promise.resolve(`offer of ${this.name}`) : Promise.reject(this.failure);
  }

  accept(answer: string): Promise<void> {
    this.accepted = answer;
    return Promise.resolve();
  }

  speak(speaking: boolean): void {
    this.speaking = speaking;
  }

  hush(): void {
    this.hushed = true;
  }

  totals(): Promise<SoundTotals | undefined> {
    return Promise.resolve(this.counted);
  }

  close(): void {
    this.closed = true;
  }
}

/** A sound that comes back as often as the test says. */
export class FakeEcho implements EchoSound {
  accepted: string | undefined;
  closed = false;
  tones = 0;
  counted: SoundTotals | undefined;

  constructor(readonly failure: MediaFailure | undefined) {}

  offer(): Promise<string> {
    return this.failure === undefined ? Promise.resolve("offer of the echo") : Promise.reject(this.failure);
  }

  accept(answer: string): Promise<void> {
    this.accepted = answer;
    return Promise.resolve();
  }

  returned(): number {
    return this.tones;
  }

  totals(): Promise<SoundTotals | undefined> {
    return Promise.resolve(this.counted);
  }

  close(): void {
    this.closed = true;
  }
}

/** Sound without any: remembers every session and how the page rings. */
export class FakeMedia implements Media {
  readonly devices = new FakeDevices();
  readonly sessions: FakeSession[] = [];
  ringing: Ringing = "silent";
  ready: Readiness = { canRing: true };
  asking = false;
  failure: MediaFailure | undefined;
  echoed: FakeEcho | undefined;
  /** The first player made: the mailboxes'. */
  tape: FakePlayer | undefined;
  settling: Promise<void> = Promise.resolve();
  #changed: () => void = () => undefined;

  readiness(): Readiness {
    return this.ready;
  }

  settled(): Promise<void> {
    return this.settling;
  }

  asks(): boolean {
    return this.asking;
  }

  watch(changed: () => void): void {
    this.#changed = changed;
  }

  unlock(): Promise<void> {
    this.become({ canRing: true });
    return Promise.resolve();
  }

  become(ready: Readiness): void {
    this.ready = ready;
    this.#changed();
  }

  prepare(): void {
    // Nothing takes time here.
  }

  open(events: SessionEvents): MediaSession {
    const session = new FakeSession(`session ${this.sessions.length + 1}`, events, this.failure);
    this.sessions.push(session);
    return session;
  }

  ring(ringing: Ringing): void {
    this.ringing = ringing;
  }

  echo(): EchoSound {
    this.echoed = new FakeEcho(this.failure);
    return this.echoed;
  }

  player(events: PlayerEvents): Player {
    const player = new FakePlayer(events);
    this.tape ??= player;
    return player;
  }

  get openSessions(): FakeSession[] {
    return this.sessions.filter((session) => !session.closed);
  }
}

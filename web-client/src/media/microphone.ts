import { microphoneConstraints, openMicrophone, openMicrophoneBeside } from "./constraints";
import { usualDevices, type DeviceUse } from "./devices";
import { MediaFailure } from "./media";

/** How long the microphone stays open after its last use, so that the next call starts at once. */
const openAfterUseMillis = 5_000;

/** What is known of the permission: `ask` until the person has said something. */
export type Permission = "granted" | "denied" | "missing" | "ask";

/** The person's microphone: opened when a call is near, shared by all calls, closed when none needs it. */
export class Microphone {
  readonly #changed: () => void;
  /** Who hears it, with the track that was handed out last. */
  readonly #users = new Map<(track: MediaStreamTrack) => void, MediaStreamTrack | undefined>();
  #stream: Promise<MediaStream> | undefined;
  #permission: Permission = "ask";
  /** Questions to the browser that are not answered yet. */
  #questions = 0;
  #wanted: DeviceUse = usualDevices;
  /** Whether the permission is known, as far as the browser tells it. */
  readonly known: Promise<void>;
  #closing: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.known = this.#watchPermission();
    navigator.mediaDevices.addEventListener("devicechange", () => {
      void this.#lookForDevices();
    });
  }

  get permission(): Permission {
    return this.#permission;
  }

  /** Whether the browser asks the person now whether this page may hear it. */
  get asks(): boolean {
    return this.#questions > 0 && this.#permission === "ask";
  }

  /** Opens it; throws a {@link MediaFailure}. */
  async open(): Promise<MediaStream> {
    clearTimeout(this.#closing);
    const asked = (this.#stream ??= this.#ask());
    try {
      return await asked;
    } catch (failure) {
      if (this.#stream === asked) this.#stream = undefined;
      throw this.#understood(failure);
    } finally {
      this.#closeWhenUnused();
    }
  }

  /**
   * Uses it for a call: `heard` gets a track of the call's own, now and again whenever the device changes. The
   * returned function ends the use.
   */
  async use(heard: (track: MediaStreamTrack) => void): Promise<() => void> {
    this.#users.set(heard, undefined);
    const stop = (): void => {
      this.#users.delete(heard);
      this.#closeWhenUnused();
    };
    try {
      const [opening, asked] = [this.open(), this.#stream];
      const stream = await opening;
      // Where another device was chosen meanwhile, its sound is handed out to all.
      const stillWanted = this.#stream === asked || this.#stream === undefined;
      if (stillWanted && this.#users.has(heard)) this.#handOut(stream, heard);
      return stop;
    } catch (failure) {
      stop();
      throw failure;
    }
  }

  /**
   * From now on another device, or heard otherwise. The calls get the new sound before the old one ends: no gap, unless
   * this browser cannot hear the same device otherwise while it is open.
   */
  async choose(wanted: DeviceUse): Promise<void> {
    const same = asksTheSame(wanted, this.#wanted);
    const sameDevice = wanted.microphone === this.#wanted.microphone;
    this.#wanted = wanted;
    const old = this.#stream;
    if (old === undefined || same) return;
    const heardOtherwise = sameDevice && this.#users.size > 0;
    this.#stream = heardOtherwise ? this.#ask(this.#besideOrAfter(old)) : undefined;
    await this.#handOutAnew();
    stop(await old.catch(() => new MediaStream()));
  }

  /** The microphone that is open, heard as it is wanted now. */
  async #besideOrAfter(old: Promise<MediaStream>): Promise<MediaStream> {
    const wanted = this.#wanted;
    // Those of now: what is handed out meanwhile is of another device.
    const heardNow = [...this.#users.values()];
    const before = await old.catch(() => undefined);
    const beside = before === undefined ? undefined : await openMicrophoneBeside(before, wanted);
    if (beside !== undefined) return beside;
    for (const track of heardNow) track?.stop();
    if (before !== undefined) stop(before);
    return openMicrophone(wanted);
  }

  async #ask(opening = openMicrophone(this.#wanted)): Promise<MediaStream> {
    const stream = await this.#answered(opening);
    this.#become("granted");
    for (const track of stream.getAudioTracks()) {
      track.addEventListener("ended", () => {
        void this.#lost(stream);
      });
    }
    return stream;
  }

  async #answered(question: Promise<MediaStream>): Promise<MediaStream> {
    this.#questions++;
    if (this.asks) this.#changed();
    try {
      return await question;
    } finally {
      this.#questions--;
      if (this.#permission === "ask") this.#changed();
    }
  }

  /** The device was unplugged or its permission withdrawn: the calls go on with whatever there is now. */
  async #lost(stream: MediaStream): Promise<void> {
    if ((await this.#stream?.catch(() => undefined)) !== stream) return;
    this.#stream = undefined;
    await this.#handOutAnew();
  }

  async #handOutAnew(): Promise<void> {
    if (this.#users.size === 0) return;
    const [opening, asked] = [this.open(), this.#stream];
    const next = await opening.catch(() => undefined);
    if (next !== undefined && this.#stream === asked) for (const heard of this.#users.keys()) this.#handOut(next, heard);
  }

  #handOut(stream: MediaStream, heard: (track: MediaStreamTrack) => void): void {
    const track = stream.getAudioTracks()[0]?.clone();
    if (track === undefined) return;
    this.#users.set(heard, track);
    heard(track);
  }

  #understood(failure: unknown): MediaFailure {
    const name = failure instanceof DOMException ? failure.name : "";
    if (name === "NotAllowedError" || name === "SecurityError") this.#become("denied");
    else if (name === "NotFoundError") this.#become("missing");
    else return new MediaFailure("failed");
    return new MediaFailure(name === "NotFoundError" ? "microphone-missing" : "microphone-denied");
  }

  #closeWhenUnused(): void {
    clearTimeout(this.#closing);
    if (this.#users.size > 0) return;
    this.#closing = setTimeout(() => {
      const stream = this.#stream;
      this.#stream = undefined;
      void stream?.then(stop, () => undefined);
    }, openAfterUseMillis);
  }

  async #watchPermission(): Promise<void> {
    try {
      const status = await navigator.permissions.query({ name: "microphone" });
      const read = (): Promise<unknown> => {
        this.#become(status.state === "prompt" ? "ask" : status.state);
        // A refusal costs no question to confirm; a browser that answers all questions by itself says it wrongly.
        const confirmed = status.state === "denied" ? this.open().catch(() => undefined) : undefined;
        return Promise.all([confirmed, this.#lookForDevices()]);
      };
      status.addEventListener("change", () => void read());
      await read();
    } catch {
      // This browser does not tell; the first use will.
    }
  }

  async #lookForDevices(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const there = devices.some((device) => device.kind === "audioinput");
    if (!there && this.#permission === "granted") this.#become("missing");
    if (there && this.#permission === "missing") this.#become("granted");
  }

  #become(permission: Permission): void {
    this.#permission = permission;
    this.#changed();
  }
}

function asksTheSame(one: DeviceUse, other: DeviceUse): boolean {
  const asked = (use: DeviceUse): string => JSON.stringify(microphoneConstraints(false, use, "required"));
  return asked(one) === asked(other);
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

import { MediaFailure, type MediaSession, type SessionEvents, type SoundTotals } from "./media";
import type { Microphone } from "./microphone";
import type { Attached, Speaker } from "./speaker";
import { reportsOf, totalsOf } from "./statistics";

/** A connection that is only interrupted may mend itself for so long. */
const interruptionMillis = 2_000;

/** What the sounds of all calls share. */
export interface SessionParts {
  readonly certificates: RTCCertificate[];
  readonly microphone: Microphone;
  readonly speaker: Speaker;
}

/** The sound of one call on a real RTCPeerConnection: audio only, offered by this page, no candidates trickled. */
export class BrowserSession implements MediaSession {
  readonly #connection: RTCPeerConnection;
  readonly #microphone: Microphone;
  readonly #sender: RTCRtpSender;
  readonly #ear = document.createElement("audio");
  readonly #onSpeaker: Attached;
  readonly #lost: () => void;
  readonly #soundRefused: () => void;
  #track: MediaStreamTrack | undefined;
  #speaking = false;
  #hushed = false;
  #closed = false;
  #stopUsing: () => void = () => undefined;
  #interrupted: ReturnType<typeof setTimeout> | undefined;
  #ready: Promise<void> | undefined;
  /** The microphone that was thought sure could not be opened. */
  #deaf: MediaFailure | undefined;

  constructor({ certificates, microphone, speaker }: SessionParts, events: SessionEvents, soundRefused: () => void) {
    this.#microphone = microphone;
    this.#lost = once(events.lost);
    this.#soundRefused = soundRefused;
    this.#connection = new RTCPeerConnection({
      iceServers: [],
      bundlePolicy: "max-bundle",
      ...(certificates.length > 0 ? { certificates } : {}),
    });
    this.#sender = this.#connection.addTransceiver("audio", { direction: "sendrecv" }).sender;
    this.#connection.ontrack = (event) => {
      this.#hear(event.streams[0] ?? new MediaStream([event.track]));
    };
    this.#connection.onconnectionstatechange = () => {
      this.#follow(this.#connection.connectionState);
    };
    this.#ear.autoplay = true;
    this.#ear.hidden = true;
    this.#onSpeaker = speaker.attach(this.#ear);
    document.body.append(this.#ear);
  }

  async offer(): Promise<string> {
    this.#ready ??= this.#makeReady();
    await this.#ready;
    if (this.#deaf !== undefined) throw this.#deaf;
    const sdp = this.#connection.localDescription?.sdp;
    if (sdp === undefined) throw new MediaFailure("failed");
    return sdp;
  }

  async accept(answer: string): Promise<void> {
    if (this.#closed) return;
    try {
      await this.#connection.setRemoteDescription({ type: "answer", sdp: answer });
    } catch {
      if (!this.#isClosed()) throw new MediaFailure("failed");
    }
  }

  speak(speaking: boolean): void {
    this.#speaking = speaking && !this.#hushed;
    if (this.#track !== undefined) this.#track.enabled = this.#speaking;
  }

  hush(): void {
    this.#hushed = true;
    this.#ear.muted = true;
    this.speak(false);
  }

  async totals(): Promise<SoundTotals | undefined> {
    if (this.#closed) return undefined;
    return totalsOf(await reportsOf(this.#connection));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#interrupted);
    this.#stopUsing();
    this.#track?.stop();
    this.#connection.close();
    this.#onSpeaker.detach();
    this.#ear.srcObject = null;
    this.#ear.remove();
  }

  /** Where the microphone may be used for sure, it opens while the offer is on its way; otherwise it comes first. */
  async #makeReady(): Promise<void> {
    const opened = this.#openMicrophone();
    if (this.#microphone.permission !== "granted") await opened;
    else opened.catch((failure: unknown) => {
      this.#deaf = failure instanceof MediaFailure ? failure : new MediaFailure("failed");
      this.#lost();
    });
    try {
      await this.#connection.setLocalDescription();
    } catch {
      throw new MediaFailure("failed");
    }
  }

  async #openMicrophone(): Promise<void> {
    const stopUsing = await this.#microphone.use((track) => {
      this.#take(track);
    });
    this.#stopUsing = stopUsing;
    if (this.#closed) stopUsing();
  }

  #take(track: MediaStreamTrack): void {
    if (this.#closed) {
      track.stop();
      return;
    }
    const before = this.#track;
    this.#track = track;
    track.enabled = this.#speaking;
    // The old one is heard until the new one is.
    const stopBefore = (): void => before?.stop();
    this.#sender.replaceTrack(track).then(stopBefore, stopBefore);
  }

  #hear(stream: MediaStream): void {
    this.#ear.srcObject = stream;
    this.#ear.play().catch((failure: unknown) => {
      if (failure instanceof DOMException && failure.name === "NotAllowedError") this.#soundRefused();
    });
  }

  #follow(state: RTCPeerConnectionState): void {
    clearTimeout(this.#interrupted);
    if (this.#closed) return;
    if (state === "failed") this.#lost();
    else if (state === "disconnected") this.#interrupted = setTimeout(this.#lost, interruptionMillis);
  }

  /** Read anew: it may have been closed while something was awaited. */
  #isClosed(): boolean {
    return this.#closed;
  }
}

function once(task: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    task();
  };
}

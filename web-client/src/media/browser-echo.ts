import { ToneCounter, strikesFrom, tones, type EchoSound } from "./echo";
import { MediaFailure, type SoundTotals } from "./media";
import { reportsOf, totalsOf } from "./statistics";

const stepMillis = 20;
const loudness = 0.3;
const connectMillis = 8_000;

/** Tones on a real RTCPeerConnection; nobody hears them, and the microphone is not used. */
export class BrowserEcho implements EchoSound {
  readonly #context = new AudioContext();
  readonly #connection = new RTCPeerConnection({ iceServers: [], bundlePolicy: "max-bundle" });
  /** What comes back reaches the graph only if it plays too. */
  readonly #ear = new Audio();
  readonly #counter = new ToneCounter();
  /** Sounds all the time, mostly at no loudness. */
  readonly #voice = new OscillatorNode(this.#context);
  readonly #loudness = new GainNode(this.#context, { gain: 0 });
  #listening: ReturnType<typeof setInterval> | undefined;

  constructor() {
    const out = this.#context.createMediaStreamDestination();
    // While nothing sounds into it, a browser sends no packets and stops its clock: what comes later comes too late.
    this.#voice.connect(this.#loudness).connect(out);
    this.#voice.start();
    this.#connection.addTransceiver(out.stream.getAudioTracks()[0] ?? "audio", { direction: "sendrecv" });
    this.#ear.muted = true;
    this.#connection.ontrack = ({ track }) => {
      this.#listen(new MediaStream([track]));
    };
  }

  async offer(): Promise<string> {
    await this.#must(() => this.#connection.setLocalDescription());
    return this.#connection.localDescription?.sdp ?? "";
  }

  async accept(answer: string): Promise<void> {
    await this.#must(() => this.#connection.setRemoteDescription({ type: "answer", sdp: withoutPauses(answer) }));
    await this.#must(() => this.#connected());
    this.#strike();
  }

  returned(): number {
    return this.#counter.count;
  }

  async totals(): Promise<SoundTotals | undefined> {
    return totalsOf(await reportsOf(this.#connection));
  }

  close(): void {
    clearInterval(this.#listening);
    this.#connection.close();
    this.#ear.srcObject = null;
    void this.#context.close();
  }

  #connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      const tooLate = setTimeout(reject, connectMillis, new Error("not connected"));
      const look = (): void => {
        if (this.#connection.connectionState !== "connected") return;
        clearTimeout(tooLate);
        resolve();
      };
      this.#connection.addEventListener("connectionstatechange", look);
      look();
    });
  }

  async #must(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch {
      throw new MediaFailure("failed");
    }
  }

  /** By the clock of the sound, however busy the page is. */
  #strike(): void {
    for (const { at, hertz } of strikesFrom(this.#context.currentTime)) {
      this.#voice.frequency.setValueAtTime(hertz, at);
      this.#voice.frequency.linearRampToValueAtTime(hertz * tones.rise, at + tones.lasts);
      this.#loudness.gain.setValueAtTime(loudness, at);
      this.#loudness.gain.setValueAtTime(0, at + tones.lasts);
    }
  }

  #listen(stream: MediaStream): void {
    this.#ear.srcObject = stream;
    // Where the browser refuses, nothing comes back, and that is the result.
    this.#ear.play().catch(() => undefined);
    const analyser = new AnalyserNode(this.#context, { fftSize: 1_024 });
    this.#context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#listening = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      this.#counter.hear(Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length));
    }, stepMillis);
  }
}

/** An encoder that sends nothing in silence (DTX) takes tones for noise, and there would be less to count. */
function withoutPauses(sdp: string): string {
  return sdp.replace(/;usedtx=1/g, "");
}

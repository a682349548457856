import { chime } from "./chime";
import { usualDevices, type Device, type DeviceDesk, type DeviceList, type DeviceUse } from "./devices";
import type { Microphone } from "./microphone";
import { meterOf } from "./microphone-meter";
import type { Ringer } from "./ringer";
import { canChooseSpeakers, type Speaker } from "./speaker";
import { wavOf } from "./wav";

const chimeHz = 24_000;

/** Not every system tells its browsers when a device comes or goes. */
const lookEveryMillis = 3_000;

/** Names of choices, not of devices. */
const notDevices: readonly string[] = ["", "default", "communications"];

/** The devices as the browser tells them. */
export class BrowserDevices implements DeviceDesk {
  readonly #microphone: Microphone;
  readonly #speaker: Speaker;
  readonly #ringer: Ringer;
  #used: DeviceUse = usualDevices;
  #changed: () => void = () => undefined;

  constructor(microphone: Microphone, speaker: Speaker, ringer: Ringer) {
    this.#microphone = microphone;
    this.#speaker = speaker;
    this.#ringer = ringer;
  }

  /** What is used now. */
  get used(): DeviceUse {
    return this.#used;
  }

  async list(): Promise<DeviceList> {
    const all = await navigator.mediaDevices.enumerateDevices();
    return {
      microphones: named(all, "audioinput"),
      speakers: canChooseSpeakers() ? named(all, "audiooutput") : [],
    };
  }

  watch(changed: () => void): void {
    this.#changed = changed;
    navigator.mediaDevices.addEventListener("devicechange", changed);
    setInterval(changed, lookEveryMillis);
  }

  /** More may be known of the devices. */
  lookAgain(): void {
    this.#changed();
  }

  use(wanted: DeviceUse): void {
    this.#used = wanted;
    this.#speaker.choose(wanted.speaker);
    this.#ringer.choose(wanted.ringing);
    void this.#microphone.choose(wanted);
  }

  meter(heard: (level: number) => void): () => void {
    let stopMeter = (): void => undefined;
    let over = false;
    const using = this.#microphone.use((track) => {
      stopMeter();
      stopMeter = over ? stopTrack(track) : meterOf(track, heard);
    });
    // Without a microphone the meter stays at nothing; the page says elsewhere what is missing.
    void using.then((stopUsing) => {
      if (over) stopUsing();
    }, () => undefined);
    return () => {
      over = true;
      stopMeter();
      void using.then((stopUsing) => {
        stopUsing();
      }, () => undefined);
    };
  }

  sample(of: "speaker" | "ringing"): void {
    if (of === "ringing") {
      void this.#ringer.sample();
      return;
    }
    const address = URL.createObjectURL(new Blob([wavOf(chime(chimeHz), chimeHz)], { type: "audio/wav" }));
    const element = new Audio(address);
    const attached = this.#speaker.attach(element);
    const over = (): void => {
      attached.detach();
      URL.revokeObjectURL(address);
    };
    element.addEventListener("ended", over);
    attached.moved.then(() => element.play()).catch(over);
  }
}

function named(all: readonly MediaDeviceInfo[], kind: MediaDeviceKind): readonly Device[] {
  return all
    .filter((one) => one.kind === kind && !notDevices.includes(one.deviceId) && one.label !== "")
    .map((one) => ({ id: one.deviceId, name: one.label }));
}

function stopTrack(track: MediaStreamTrack): () => void {
  track.stop();
  return () => undefined;
}

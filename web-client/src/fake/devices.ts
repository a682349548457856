import { usualDevices, type Device, type DeviceDesk, type DeviceList, type DeviceUse } from "../media/devices";
import type { Memory } from "../memory";

/** Devices that a test plugs in and out; says what it was told to use. */
export class FakeDevices implements DeviceDesk {
  there: DeviceList = { microphones: [], speakers: [] };
  used: DeviceUse = usualDevices;
  readonly samples: string[] = [];
  metered: ((level: number) => void) | undefined;
  #changed: () => void = () => undefined;

  list(): Promise<DeviceList> {
    return Promise.resolve(this.there);
  }

  watch(changed: () => void): void {
    this.#changed = changed;
  }

  use(wanted: DeviceUse): void {
    this.used = wanted;
  }

  meter(heard: (level: number) => void): () => void {
    this.metered = heard;
    return () => {
      this.metered = undefined;
    };
  }

  sample(of: "speaker" | "ringing"): void {
    this.samples.push(of);
  }

  /** From now on these are there, each id being its name in small letters. */
  plug(microphones: readonly string[], speakers: readonly string[]): void {
    const device = (name: string): Device => ({ id: name.toLowerCase(), name });
    this.there = { microphones: microphones.map(device), speakers: speakers.map(device) };
    this.#changed();
  }
}

/** What a computer keeps, in memory. */
export class FakeMemory implements Memory {
  readonly kept = new Map<string, string>();

  read(name: string): string | null {
    return this.kept.get(name) ?? null;
  }

  keep(name: string, text: string): void {
    this.kept.set(name, text);
  }
}

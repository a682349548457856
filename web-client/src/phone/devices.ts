import { computed, signal, type ReadonlySignal } from "@preact/signals-core";
import type { Cleaning, Device, DeviceDesk, DeviceList } from "../media/devices";
import type { Memory } from "../memory";
import { devicesFor, inUse, missing, readWanted, type Role, type WantedDevices } from "./wanted-devices";

const keptAs = "sonnerie.devices";

/** A chosen device that is not there, so that the computer's own choice is used. */
export interface MissingDevice {
  readonly role: Role;
  readonly name: string;
}

/** The sound devices: which are there, which the person chose on this computer, which are used. */
export class Devices {
  readonly list = signal<DeviceList>({ microphones: [], speakers: [] });
  readonly #wanted = signal<WantedDevices>(readWanted(null));
  /** How loud the microphone is, 0 to 1, while it is looked at. */
  readonly level = signal(0);
  readonly missing: ReadonlySignal<readonly MissingDevice[]> = computed(() =>
    missing(this.#wanted.value, this.list.value).map((role) => ({ role, name: this.#wanted.value[role]?.name ?? "" })),
  );
  readonly #desk: DeviceDesk;
  readonly #memory: Memory;
  /** Which reading of the list is the newest; older ones are out of date. */
  #readings = 0;

  constructor(desk: DeviceDesk, memory: Memory) {
    this.#desk = desk;
    this.#memory = memory;
    this.#wanted.value = readWanted(memory.read(keptAs));
    desk.watch(() => void this.#read());
    this.#use();
    void this.#read();
  }

  get wanted(): WantedDevices {
    return this.#wanted.value;
  }

  /** The person chooses one of those that are there; an id that is none of them is the computer's own choice. */
  choose(role: Role, id: string): void {
    const chosen: Device | undefined = devicesFor(role, this.list.value).find((one) => one.id === id);
    this.#want({ ...this.#wanted.value, [role]: chosen ?? null });
  }

  /** Another tab has kept something under that name. */
  follow(name: string | null): void {
    if (name !== keptAs) return;
    this.#wanted.value = readWanted(this.#memory.read(keptAs));
    this.#use();
  }

  switch(name: keyof Cleaning, on: boolean): void {
    this.#want({ ...this.#wanted.value, [name]: on });
  }

  /** Shows the level from now on; the returned function ends it. */
  watchLevel(): () => void {
    const stop = this.#desk.meter((level) => {
      this.level.value = level;
    });
    return () => {
      stop();
      this.level.value = 0;
    };
  }

  sample(of: "speaker" | "ringing"): void {
    this.#desk.sample(of);
  }

  #want(wanted: WantedDevices): void {
    this.#wanted.value = wanted;
    this.#memory.keep(keptAs, JSON.stringify(wanted));
    this.#use();
  }

  async #read(): Promise<void> {
    const reading = ++this.#readings;
    const list = await this.#desk.list();
    const same = JSON.stringify(list) === JSON.stringify(this.list.value);
    if (reading !== this.#readings || same) return;
    this.list.value = list;
    this.#use();
  }

  #use(): void {
    this.#desk.use(inUse(this.#wanted.value, this.list.value));
  }
}

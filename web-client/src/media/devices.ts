/** The sound devices of this computer, as the phone chooses among them; the browser's own and the tests' fake are this. */

/** One of them. */
export interface Device {
  /** The browser's id for it on this site: it stays while the person lets the site use the microphone. */
  readonly id: string;
  readonly name: string;
}

/** Those that are there now, apart from the computer's own choice, which is always there. */
export interface DeviceList {
  /** Empty also while the browser does not tell: the person has not let the page hear yet. */
  readonly microphones: readonly Device[];
  /** Empty also where the browser has no choice of them. */
  readonly speakers: readonly Device[];
}

/** What the browser does to what the microphone hears. */
export interface Cleaning {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly gainControl: boolean;
}

/** The ids of those that are used; null: the computer's own choice. */
export interface DeviceUse extends Cleaning {
  readonly microphone: string | null;
  readonly speaker: string | null;
  readonly ringing: string | null;
}

export interface DeviceDesk {
  list(): Promise<DeviceList>;
  /** Calls back when a device came or went, or when more is known of them. */
  watch(changed: () => void): void;
  /** Uses these from now on, in the calls that run too. */
  use(wanted: DeviceUse): void;
  /** How loud the microphone is, 0 (nothing) to 1 (full scale), many times a second; the returned function ends it. */
  meter(heard: (level: number) => void): () => void;
  /** A short sound where calls are heard, or the ring tone once where it rings. */
  sample(of: "speaker" | "ringing"): void;
}

/** As it is before anybody chooses. */
export const usualDevices: DeviceUse = {
  microphone: null,
  speaker: null,
  ringing: null,
  echoCancellation: true,
  noiseSuppression: true,
  gainControl: true,
};

import { usualDevices, type Cleaning, type Device, type DeviceList, type DeviceUse } from "../media/devices";

/** What a device is for. */
export const roles = ["microphone", "speaker", "ringing"] as const;
export type Role = (typeof roles)[number];

export const switches = ["echoCancellation", "noiseSuppression", "gainControl"] as const satisfies readonly (keyof Cleaning)[];

/** What the person chose on this computer; null: whatever the computer's own choice is. */
export interface WantedDevices extends Cleaning {
  readonly microphone: Device | null;
  readonly speaker: Device | null;
  readonly ringing: Device | null;
}

export const nothingChosen: WantedDevices = { ...usualDevices, microphone: null, speaker: null, ringing: null };

/** Those that are there now for a role. Pure. */
export function devicesFor(role: Role, list: DeviceList): readonly Device[] {
  return role === "microphone" ? list.microphones : list.speakers;
}

/** The device that was chosen, as it is known now: browsers may give the same one another id. Pure. */
export function found(role: Role, wanted: WantedDevices, list: DeviceList): Device | undefined {
  const chosen = wanted[role];
  if (chosen === null) return undefined;
  const there = devicesFor(role, list);
  return there.find(({ id }) => id === chosen.id) ?? there.find(({ name }) => name === chosen.name);
}

/** The roles whose chosen device is not there, as far as the browser tells what is. Pure. */
export function missing(wanted: WantedDevices, list: DeviceList): readonly Role[] {
  return roles.filter(
    (role) => wanted[role] !== null && devicesFor(role, list).length > 0 && found(role, wanted, list) === undefined,
  );
}

/** What is used: what was chosen and is there, otherwise the computer's own choice. Pure. */
export function inUse(wanted: WantedDevices, list: DeviceList): DeviceUse {
  const id = (role: Role): string | null => found(role, wanted, list)?.id ?? null;
  const { echoCancellation, noiseSuppression, gainControl } = wanted;
  return {
    microphone: id("microphone"),
    speaker: id("speaker"),
    ringing: id("ringing"),
    echoCancellation,
    noiseSuppression,
    gainControl,
  };
}

/** What was kept, as far as it can be understood: storage may hold anything. Pure. */
export function readWanted(text: string | null): WantedDevices {
  const kept = parsed(text);
  const device = (role: Role): Device | null => {
    const one = kept[role];
    return isDevice(one) ? { id: one.id, name: one.name } : null;
  };
  const on = (name: keyof Cleaning): boolean => kept[name] !== false;
  return {
    microphone: device("microphone"),
    speaker: device("speaker"),
    ringing: device("ringing"),
    echoCancellation: on("echoCancellation"),
    noiseSuppression: on("noiseSuppression"),
    gainControl: on("gainControl"),
  };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isDevice(value: unknown): value is Device {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "name" in value &&
    typeof value.name === "string"
  );
}

import type { JSX } from "preact";
import type { Devices } from "../phone/devices";
import type { Role } from "../phone/wanted-devices";
import { say, type Word } from "./words/words";

const gone: Readonly<Record<Role, Word>> = {
  microphone: "devices.missing.microphone",
  speaker: "devices.missing.speaker",
  ringing: "devices.missing.ringing",
};

/** Says, for as long as it is so, that a chosen device is not there and what is used in its place. */
export function DeviceNotice({ devices }: { readonly devices: Devices }): JSX.Element {
  const missing = devices.missing.value;
  return (
    <div class="banner devices-missing" aria-live="polite" hidden={missing.length === 0}>
      {missing.map(({ role, name }) => (
        <p key={role}>{say(gone[role], { name })}</p>
      ))}
    </div>
  );
}

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Devices } from "../phone/devices";
import type { NoticePermission, Notices } from "../phone/notices";
import type { Phone } from "../phone/phone";
import type { Obstacle } from "../phone/state";
import type { Waking } from "../phone/waking";
import { devicesFor, found, switches, type Role } from "../phone/wanted-devices";
import { Icon } from "./icon";
import { Readiness } from "./readiness-check";
import { say, type Word } from "./words/words";

/** The place `Devices`: what the person is heard with, where he hears, and where it rings. */
export function DevicesPage({ phone }: { readonly phone: Phone }): JSX.Element {
  const heard = phone.state.readiness.value.canRing;
  useEffect(() => (heard ? phone.devices.watchLevel() : undefined), [phone, heard]);
  return (
    <div class="settings">
      <DevicesForm phone={phone} />
    </div>
  );
}

export function DevicesForm({ phone }: { readonly phone: Phone }): JSX.Element {
  const { devices } = phone;
  return (
    <div class="form">
      <h2>{say("devices.title")}</h2>
      <Unlock phone={phone} />
      <Readiness check={phone.check} />
      <fieldset>
        <legend>{say("devices.microphone")}</legend>
        <Choice devices={devices} role="microphone" />
        <meter min={0} max={1} value={devices.level.value} aria-label={say("devices.level")} />
        <p class="quiet-text">{say("devices.level.help")}</p>
        <Cleaning devices={devices} />
      </fieldset>
      <Output devices={devices} role="speaker" />
      <Output devices={devices} role="ringing" />
      <Notifications notices={phone.notices} waking={phone.waking} />
    </div>
  );
}

const locks: Readonly<Record<Obstacle, Word>> = {
  "sound-locked": "devices.locked",
  "microphone-denied": "devices.denied",
  "microphone-missing": "devices.none",
};

function Unlock({ phone }: { readonly phone: Phone }): JSX.Element {
  const readiness = phone.state.readiness.value;
  if (readiness.canRing) return <p class="quiet-text">{say("devices.unlocked")}</p>;
  return (
    <div class="devices-unlock">
      <p>{say(locks[readiness.obstacle])}</p>
      {readiness.obstacle === "sound-locked" && (
        <button type="button" class="button main" onClick={() => void phone.unlock()}>
          {say("devices.unlock")}
        </button>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly devices: Devices;
  readonly role: Role;
}

const labels: Readonly<Record<Role, Word>> = {
  microphone: "devices.microphone",
  speaker: "devices.speaker",
  ringing: "devices.ringing",
};

function Choice({ devices, role }: ChoiceProps): JSX.Element {
  const list = devices.list.value;
  return (
    <select
      aria-label={say(labels[role])}
      value={found(role, devices.wanted, list)?.id ?? ""}
      onChange={(event) => {
        devices.choose(role, event.currentTarget.value);
      }}
    >
      <option value="">{say("devices.computer")}</option>
      {devicesFor(role, list).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

const cleaning: Readonly<Record<(typeof switches)[number], Word>> = {
  echoCancellation: "devices.echoCancellation",
  noiseSuppression: "devices.noiseSuppression",
  gainControl: "devices.gainControl",
};

function Cleaning({ devices }: { readonly devices: Devices }): JSX.Element {
  return (
    <div role="group" aria-label={say("devices.cleaning")}>
      {switches.map((name) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={devices.wanted[name]}
            onChange={(event) => {
              devices.switch(name, event.currentTarget.checked);
            }}
          />
          {say(cleaning[name])}
        </label>
      ))}
    </div>
  );
}

const samples: Readonly<Record<"speaker" | "ringing", Word>> = {
  speaker: "devices.sample.speaker",
  ringing: "devices.sample.ringing",
};

const helps: Readonly<Record<"speaker" | "ringing", Word>> = {
  speaker: "devices.speaker.help",
  ringing: "devices.ringing.help",
};

interface OutputProps {
  readonly devices: Devices;
  readonly role: "speaker" | "ringing";
}

/** Where something sounds, and a button to find out whether it does. */
function Output({ devices, role }: OutputProps): JSX.Element {
  const choice = devices.list.value.speakers.length > 0;
  return (
    <fieldset>
      <legend>{say(labels[role])}</legend>
      <p class="quiet-text">{say(choice ? helps[role] : "devices.noChoice")}</p>
      {choice && <Choice devices={devices} role={role} />}
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          devices.sample(role);
        }}
      >
        <Icon name="volume-2" />
        {say(samples[role])}
      </button>
    </fieldset>
  );
}

const permissions: Readonly<Record<NoticePermission, Word>> = {
  granted: "notices.granted",
  denied: "notices.denied",
  ask: "notices.ask",
  none: "notices.none",
};

/** Whether the browser tells who calls while another window is in front. */
function Notifications({ notices, waking }: { readonly notices: Notices; readonly waking: Waking }): JSX.Element {
  const permission = notices.permission.value;
  return (
    <fieldset>
      <legend>{say("notices.title")}</legend>
      <p class="quiet-text">{say(permissions[permission])}</p>
      {permission === "ask" && (
        <button type="button" class="button quiet" onClick={() => void notices.ask()}>
          {say("notices.allow")}
        </button>
      )}
      {permission === "granted" && <WhileAsleep waking={waking} />}
    </fieldset>
  );
}

/** Whether this browser rings while no page of the phone is awake. */
function WhileAsleep({ waking }: { readonly waking: Waking }): JSX.Element {
  const state = waking.state.value;
  if (state === "none") return <p class="quiet-text">{say("waking.none")}</p>;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={state === "on"}
          disabled={waking.changing.value}
          onChange={(event) => void waking.turn(event.currentTarget.checked)}
        />
        {say("waking.switch")}
      </label>
      <p class="quiet-text">{say("waking.help")}</p>
      {waking.failed.value && <p role="alert">{say("waking.failed")}</p>}
    </>
  );
}

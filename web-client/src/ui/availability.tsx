import type { JSX } from "preact";
import type { Phone } from "../phone/phone";
import { Icon } from "./icon";
import { say, type Word } from "./words/words";

/** The switch by which a person is reachable or not, and beside it the reason in words, with its remedy. */
export function Availability({ phone }: { readonly phone: Phone }): JSX.Element {
  const available = phone.state.available.value;
  const toggle = (): void => {
    void phone.setAvailable(!available);
  };
  return (
    <div class="availability">
      <Reason phone={phone} />
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={available}
        aria-label={say("availability.label")}
        aria-describedby="availability-reason"
        onClick={toggle}
      >
        <span class="knob" />
      </button>
    </div>
  );
}

const obstacles: Readonly<Record<string, Word>> = {
  "sound-locked": "obstacle.sound-locked",
  "microphone-denied": "obstacle.microphone-denied",
  "microphone-missing": "obstacle.microphone-missing",
};

function Reason({ phone }: { readonly phone: Phone }): JSX.Element {
  const readiness = phone.state.readiness.value;
  if (phone.state.microphoneAsked.value) {
    return (
      <span id="availability-reason" class="reason warn" role="status">
        <Icon name="circle-alert" />
        {say("availability.asked")}
      </span>
    );
  }
  const connected = phone.state.link.value === "connected";
  if (connected && phone.state.available.value && !readiness.canRing) {
    const words = say(obstacles[readiness.obstacle] ?? "obstacle.sound-locked");
    return readiness.obstacle === "microphone-missing" ? (
      <span id="availability-reason" class="reason warn">
        <Icon name="circle-alert" />
        {words}
      </span>
    ) : (
      <button
        type="button"
        id="availability-reason"
        class="reason warn remedy"
        onClick={() => {
          void phone.unlock();
        }}
      >
        <Icon name={readiness.obstacle === "sound-locked" ? "volume-x" : "circle-alert"} />
        {words}
      </button>
    );
  }
  const [word, tone]: [Word, string] = !connected
    ? ["availability.connecting", "quiet"]
    : phone.state.available.value
      ? ["availability.available", "good"]
      : ["availability.away", "bad"];
  return (
    <span id="availability-reason" class={`reason ${tone}`}>
      <span class="dot" />
      {say(word)}
    </span>
  );
}

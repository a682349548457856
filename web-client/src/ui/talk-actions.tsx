import type { JSX } from "preact";
import type { PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { ActionButton } from "./call-parts";
import { RecordingActions } from "./recording";
import type { Screen } from "./screen";
import { say } from "./words/words";

interface TalkProps {
  readonly call: PhoneCall;
  readonly phone: Phone;
  readonly screen: Screen;
}

const tooltip = (action: string, key: string): string => say("action.tooltip", { action, key });

/** What a person does while he talks; while he asks somebody, the call is not handed on a second time. */
export function TalkActions({ call, phone, screen }: TalkProps): JSX.Element {
  return (
    <div class="actions">
      <OwnActions call={call} phone={phone} screen={screen} />
      <RecordingActions call={call} phone={phone} />
      {call.consult === null && <HandOnActions call={call} phone={phone} screen={screen} />}
    </div>
  );
}

function OwnActions({ call, phone, screen }: TalkProps): JSX.Element {
  const held = call.state === "on-hold";
  const mute = say(call.muted ? "action.unmute" : "action.mute");
  const hold = say(held ? "action.resume" : "action.hold");
  return (
    <>
      <ActionButton
        icon={call.muted ? "mic-off" : "mic"}
        label={mute}
        shortcut={tooltip(mute, "M")}
        pressed={call.muted}
        act={() => {
          phone.calls.mute(call.key, !call.muted);
        }}
      />
      <ActionButton
        icon={held ? "play" : "pause"}
        label={hold}
        shortcut={tooltip(hold, "H")}
        pressed={held}
        act={() => void (held ? phone.calls.resume(call.key) : phone.calls.hold(call.key))}
      />
      <ActionButton
        icon="grip"
        id="keypad-button"
        label={say("action.keypad")}
        shortcut={tooltip(say("action.keypad"), "K")}
        pressed={screen.keypad.value === call.key}
        disabled={held}
        act={() => {
          screen.toggleKeypad(call.key);
        }}
      />
    </>
  );
}

function HandOnActions({ call, phone, screen }: TalkProps): JSX.Element {
  const open = screen.handOver.value?.key === call.key ? screen.handOver.value.kind : undefined;
  return (
    <>
      <ActionButton
        icon="phone-forwarded"
        id="transfer-button"
        label={say("action.transfer")}
        shortcut={tooltip(say("action.transfer"), "T")}
        pressed={open === "transfer"}
        act={() => {
          screen.toggleHandOver({ key: call.key, kind: "transfer" });
        }}
      />
      <ActionButton
        icon="square-parking"
        label={say("action.park")}
        shortcut={tooltip(say("action.park"), "P")}
        act={() => void phone.transfers.park(call.key)}
      />
      <ActionButton
        icon="user-plus"
        id="add-button"
        label={say("action.add-person")}
        shortcut={tooltip(say("action.add-person"), "A")}
        pressed={open === "add"}
        act={() => {
          screen.toggleHandOver({ key: call.key, kind: "add" });
        }}
      />
    </>
  );
}

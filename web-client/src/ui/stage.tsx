import type { JSX } from "preact";
import { live, type PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { ActionButton, Avatar, CallStatus, CallTimer } from "./call-parts";
import { Icon } from "./icon";
import { Keypad } from "./keypad";
import type { Screen } from "./screen";
import { nameOf, reasonWords } from "./words/call-words";
import { say } from "./words/words";

/** The call that has the stage, or what to do when there is none. */
export function Stage({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  const call = phone.state.onStage.value;
  return call === undefined ? <Empty screen={screen} /> : <CallOnStage key={call.key} {...{ call, phone, screen }} />;
}

function Empty({ screen }: { readonly screen: Screen }): JSX.Element {
  return (
    <div class="empty">
      <Icon name="phone" />
      <p>{say("empty.text")}</p>
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          screen.focusNumber();
        }}
      >
        {say("empty.button")}
      </button>
    </div>
  );
}

interface CallProps {
  readonly call: PhoneCall;
  readonly phone: Phone;
  readonly screen: Screen;
}

function CallOnStage({ call, phone, screen }: CallProps): JSX.Element {
  const name = nameOf(call);
  return (
    <article class="call" aria-label={say("call.label", { name })} aria-busy={call.asking}>
      <button
        type="button"
        class="icon-button back"
        aria-label={say("call.back")}
        onClick={() => {
          screen.view.value = "list";
        }}
      >
        <Icon name="arrow-left" />
      </button>
      <Avatar call={call} />
      <h2>{name}</h2>
      <p class="whence">
        {[name === call.number ? "" : call.number, call.via === "" ? "" : say("call.via", { via: call.via })]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      <p class="state-line">
        <CallStatus call={call} />
        <CallTimer call={call} now={screen.now.value} />
      </p>
      <Why call={call} />
      <Actions call={call} phone={phone} screen={screen} />
      {screen.keypad.value === call.key && <Keypad screen={screen} />}
    </article>
  );
}

/** What there is to say beside the state: why it ended, who holds whom, where the sound is. */
function Why({ call }: { readonly call: PhoneCall }): JSX.Element | null {
  const reason = reasonWords(call);
  if (reason !== "") return <p class="why">{reason}</p>;
  if (live(call) && call.media === "elsewhere") return <p class="why">{say("call.elsewhere")}</p>;
  return call.heldByOther && live(call) ? <p class="why">{say("call.heldByOther")}</p> : null;
}

function Actions({ call, phone, screen }: CallProps): JSX.Element {
  const act = (what: (key: string) => Promise<void>) => (): void => {
    void what(call.key);
  };
  const talking = call.state === "in-call" || call.state === "on-hold";
  return (
    <>
      {talking && call.media === "here" && <TalkActions call={call} phone={phone} screen={screen} />}
      <div class="last-actions">
        {live(call) && call.media === "elsewhere" && (
          <button type="button" class="button quiet" onClick={act((key) => phone.calls.attach(key))}>
            <Icon name="monitor-smartphone" />
            {say("call.takeHere")}
          </button>
        )}
        {(live(call) || call.media === "here") && (
          <button type="button" class="button bad wide" onClick={act((key) => phone.calls.hangUp(key))}>
            <Icon name="phone-off" />
            {say("action.hang-up")}
          </button>
        )}
        {!live(call) && call.direction === "out" && (
          <button type="button" class="button quiet" onClick={() => void phone.calls.dial(call.number, call.name)}>
            <Icon name="phone" />
            {say("action.redial")}
          </button>
        )}
      </div>
    </>
  );
}

function TalkActions({ call, phone, screen }: CallProps): JSX.Element {
  const held = call.state === "on-hold";
  const tooltip = (action: string, key: string): string => say("action.tooltip", { action, key });
  const mute = say(call.muted ? "action.unmute" : "action.mute");
  const hold = say(held ? "action.resume" : "action.hold");
  return (
    <div class="actions">
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
    </div>
  );
}

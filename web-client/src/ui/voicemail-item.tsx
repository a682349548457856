import type { JSX } from "preact";
import type { Phone } from "../phone/phone";
import type { VoicemailMessage } from "../phone/voicemail";
import { focusSoon } from "./focus";
import { ForwardDialog } from "./forward-dialog";
import { Icon, type IconName } from "./icon";
import { partId } from "./part-id";
import { PlayBar } from "./play-bar";
import type { Screen } from "./screen";
import { aboutWords, callerName } from "./words/voicemail-words";
import { dayAndTime, say } from "./words/words";
import { timeNow } from "../phone/clock";

interface ItemProps {
  readonly message: VoicemailMessage;
  readonly phone: Phone;
  readonly screen: Screen;
}

/** A message: who left it and when, what is known of it, and what can be done with it. */
export function VoicemailItem({ message, phone, screen }: ItemProps): JSX.Element {
  const { playback } = phone.voicemail;
  const played = playback.current.value?.id === message.id ? playback.current.value : null;
  const form = screen.forwarding.value;
  return (
    <li class="message" data-new={message.heard ? undefined : ""}>
      <div class="message-head">
        <h3 id={partId(message.id, "caller")}>{callerName(message)}</h3>
        <time class="row-time" dateTime={message.at}>
          {dayAndTime(Date.parse(message.at), timeNow())}
        </time>
      </div>
      <p class="message-about number">{aboutWords(message)}</p>
      <Badges message={message} />
      {played !== null && <PlayBar playback={playback} />}
      {played?.state === "failed" && (
        <p class="problem" role="alert">
          {say("voicemail.mute")}
        </p>
      )}
      <Actions message={message} phone={phone} screen={screen} />
      {form?.id === message.id && <ForwardDialog key={message.id} form={form} screen={screen} />}
    </li>
  );
}

function Badges({ message }: { readonly message: VoicemailMessage }): JSX.Element | null {
  if (message.heard && !message.urgent && !message.cutShort) return null;
  return (
    <p class="badges">
      {message.urgent && <span class="badge urgent">{say("voicemail.urgent")}</span>}
      {!message.heard && <span class="badge new">{say("voicemail.new")}</span>}
      {message.cutShort && (
        <span class="badge cut-short" title={say("voicemail.cut-short.why")}>
          {say("voicemail.cut-short")}
        </span>
      )}
    </p>
  );
}

function Actions({ message, phone, screen }: ItemProps): JSX.Element {
  const { voicemail } = phone;
  const { id, caller } = message;
  return (
    <div class="message-actions">
      <PlayButton message={message} phone={phone} />
      <Action
        of={id}
        part="delete"
        icon="trash-2"
        label={say("voicemail.delete")}
        act={() => {
          if (screen.forwarding.value?.id === id) screen.forwarding.value = null;
          void voicemail.delete(id);
          focusSoon("#voicemail-undo");
        }}
      />
      {caller.number !== "" && (
        <Action
          of={id}
          part="call-back"
          icon="phone"
          label={say("voicemail.call-back")}
          act={() => void phone.calls.dial(caller.number, caller.name)}
        />
      )}
      <Action
        of={id}
        part="forward"
        icon="forward"
        label={say("voicemail.forward")}
        expanded={screen.forwarding.value?.id === id}
        act={() => {
          screen.toggleForward(id);
        }}
      />
    </div>
  );
}

function PlayButton({ message, phone }: Omit<ItemProps, "screen">): JSX.Element {
  const { voicemail } = phone;
  const current = voicemail.playback.current.value;
  const plays = current?.id === message.id && (current.state === "starting" || current.state === "playing");
  return (
    <Action
      of={message.id}
      part="play"
      icon={plays ? "pause" : "play"}
      label={say(plays ? "voicemail.pause" : "voicemail.play")}
      act={() => {
        if (plays) voicemail.playback.pause();
        else voicemail.play(message.id);
      }}
    />
  );
}

interface ActionProps {
  /** The message's id. */
  readonly of: string;
  readonly part: string;
  readonly icon: IconName;
  readonly label: string;
  /** Whether what it opens is open. */
  readonly expanded?: boolean;
  readonly act: () => void;
}

/** The verb alone is its name; whose message it is about is its description. */
function Action({ of, part, icon, label, expanded, act }: ActionProps): JSX.Element {
  return (
    <button
      type="button"
      id={partId(of, part)}
      class={`message-action ${part}`}
      aria-describedby={partId(of, "caller")}
      aria-expanded={expanded}
      onClick={act}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

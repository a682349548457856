import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Icon, type IconName } from "./icon";
import { RoomRecorded } from "./recording";
import type { StayProps } from "./room-members";
import { say } from "./words/words";

/** What one does in a room: be heard or not; a moderator also what concerns all. */
export function RoomSteering({ room, stay, phone }: StayProps): JSX.Element | null {
  const me = stay.members.find(({ id }) => id === stay.member);
  if (me?.standing !== "in") return null;
  const muted = me.silence === "self";
  return (
    <>
      <RoomRecorded stay={stay} />
      <div class="room-acts">
        <Toggle
          icon={muted ? "mic-off" : "mic"}
          label={say(muted ? "room.unmute-myself" : "room.mute-myself")}
          act={() => void phone.rooms.ask({ type: "room-mute-myself", room: room.id, muted: !muted })}
        />
        {stay.moderator && <Orders {...{ room, stay, phone }} />}
      </div>
      {stay.moderator && <Invite {...{ room, stay, phone }} />}
    </>
  );
}

function Orders({ room, stay, phone }: StayProps): JSX.Element {
  const others = stay.members.filter((one) => one.standing === "in" && !one.moderator);
  const allMuted = others.length > 0 && others.every((one) => one.silence === "moderator");
  return (
    <>
      <Toggle
        icon={allMuted ? "mic" : "mic-off"}
        label={say(allMuted ? "room.unmute-all" : "room.mute-all")}
        act={() => void phone.rooms.ask({ type: "room-mute-all", room: room.id, muted: !allMuted })}
      />
      <Toggle
        icon={stay.locked ? "lock-open" : "lock"}
        label={say(stay.locked ? "room.unlock" : "room.lock")}
        act={() => void phone.rooms.ask({ type: "room-lock", room: room.id, locked: !stay.locked })}
      />
      <Toggle
        icon="volume-x"
        label={say("room.listen-only")}
        pressed={stay.listenOnly}
        act={() => void phone.rooms.ask({ type: "room-listen-only", room: room.id, on: !stay.listenOnly })}
      />
      <RecordRoom {...{ room, stay, phone }} />
      <End {...{ room, stay, phone }} />
    </>
  );
}

/** Has what is said recorded, where the plan allows it. */
export function RecordRoom({ room, stay, phone }: StayProps): JSX.Element | null {
  if (stay.recording === undefined) return null;
  return (
    <Toggle
      icon="disc"
      label={say("action.record")}
      pressed={stay.recording === "on"}
      act={() => void phone.rooms.ask({ type: "room-record", room: room.id, on: stay.recording === "off" })}
    />
  );
}

/** What cannot be undone is pressed twice. */
function End({ room, phone }: StayProps): JSX.Element {
  const [asked, setAsked] = useState(false);
  return (
    <Toggle
      icon="phone-off"
      label={say(asked ? "room.end-sure" : "room.end")}
      act={() => {
        if (asked) void phone.rooms.ask({ type: "room-end", room: room.id });
        setAsked(!asked);
      }}
    />
  );
}

interface ToggleProps {
  readonly icon: IconName;
  readonly label: string;
  readonly pressed?: boolean;
  readonly act: () => void;
}

function Toggle({ icon, label, pressed, act }: ToggleProps): JSX.Element {
  return (
    <button type="button" class="button quiet" aria-pressed={pressed} onClick={act}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** Has somebody called: he comes in without a PIN. */
function Invite({ room, phone }: StayProps): JSX.Element {
  const [to, setTo] = useState("");
  const field = `invite-${room.id}`;
  const send = async (): Promise<void> => {
    if (to.trim() !== "" && (await phone.rooms.ask({ type: "room-invite", room: room.id, to: numberOf(to.trim()) }))) {
      setTo("");
    }
  };
  const numberOf = (typed: string): string =>
    phone.state.directory.value.find(({ name }) => name.toLowerCase() === typed.toLowerCase())?.extension ?? typed;
  return (
    <form
      class="room-invite"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for={field}>{say("room.invite")}</label>
      <input
        id={field}
        type="text"
        maxLength={64}
        value={to}
        onInput={(event) => {
          setTo(event.currentTarget.value);
        }}
      />
      <button type="submit" class="button quiet">
        <Icon name="user-plus" />
        {say("room.invite-send")}
      </button>
    </form>
  );
}

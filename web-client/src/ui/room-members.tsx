import type { JSX } from "preact";
import type { Phone } from "../phone/phone";
import type { Room, RoomMember, RoomStay } from "../phone/rooms";
import { Icon, type IconName } from "./icon";
import { memberBadges, memberName } from "./words/room-words";
import { say } from "./words/words";

export interface StayProps {
  readonly room: Room;
  readonly stay: RoomStay;
  readonly phone: Phone;
}

/** Who is in a room, who waits, who speaks. */
export function RoomMembers({ room, stay, phone }: StayProps): JSX.Element {
  return (
    <ul role="list" class="members" aria-label={say("room.members", { name: room.name })}>
      {stay.members.map((member) => (
        <li key={member.id} class="member" data-speaks={member.speaks ? "" : undefined}>
          <span class="member-who">
            <span class="member-name">
              {member.id === stay.member ? say("room.you", { name: memberName(member) }) : memberName(member)}
            </span>
            {member.name !== "" && member.number !== "" && <span class="number">{member.number}</span>}
            <Badges member={member} />
          </span>
          {stay.moderator && member.id !== stay.member && <Steer {...{ room, stay, phone }} member={member} />}
        </li>
      ))}
    </ul>
  );
}

function Badges({ member }: { readonly member: RoomMember }): JSX.Element {
  return (
    <>
      {memberBadges(member).map((words) => (
        <span key={words} class="badge">
          {words}
        </span>
      ))}
    </>
  );
}

function Steer({ room, phone, member }: StayProps & { readonly member: RoomMember }): JSX.Element {
  const name = memberName(member);
  const about = { room: room.id, member: member.id };
  const muted = member.silence === "moderator";
  return (
    <span class="member-acts">
      {member.standing === "in" ? (
        <Act
          icon={muted ? "mic-off" : "mic"}
          label={say(muted ? "room.unmute" : "room.mute", { name })}
          act={() => void phone.rooms.ask({ type: "room-mute", ...about, muted: !muted })}
        />
      ) : (
        <Act
          icon="user-check"
          label={say("room.admit", { name })}
          act={() => void phone.rooms.ask({ type: "room-admit", ...about })}
        />
      )}
      <Act
        icon="user-minus"
        label={say("room.remove", { name })}
        act={() => void phone.rooms.ask({ type: "room-remove", ...about })}
      />
    </span>
  );
}

function Act(props: { readonly icon: IconName; readonly label: string; readonly act: () => void }): JSX.Element {
  return (
    <button type="button" class="icon-button" aria-label={props.label} title={props.label} onClick={props.act}>
      <Icon name={props.icon} />
    </button>
  );
}

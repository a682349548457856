import type { JSX } from "preact";
import type { Phone } from "../phone/phone";
import type { Room } from "../phone/rooms";
import { RoomGuestLinks } from "./guest-links";
import { RoomMembers } from "./room-members";
import { RoomSteering } from "./room-steering";
import { roomFailureWords, standingWords } from "./words/room-words";
import { say } from "./words/words";

/** The conference rooms: who is in those where this person is, and how he gets into the others. */
export function RoomList({ phone }: { readonly phone: Phone }): JSX.Element {
  const rooms = phone.rooms.all.value;
  return (
    <div class="rooms">
      <h2 class="visually-hidden">{say("nav.conference")}</h2>
      {rooms.length === 0 && <p class="nothing">{say("room.none")}</p>}
      {rooms.map((room) => (
        <RoomCard key={room.id} room={room} phone={phone} />
      ))}
    </div>
  );
}

export interface RoomProps {
  readonly room: Room;
  readonly phone: Phone;
}

function RoomCard({ room, phone }: RoomProps): JSX.Element {
  const title = `room-${room.id}`;
  return (
    <section class="room" aria-labelledby={title}>
      <div class="room-head">
        <h3 id={title}>{room.name}</h3>
        <span class="number">{room.number}</span>
        {room.own && <span class="badge new">{say("room.own")}</span>}
        {room.stay === null && (
          <button
            type="button"
            class="button main"
            aria-label={say("room.join-named", { name: room.name })}
            onClick={() => void phone.calls.dial(room.number, room.name)}
          >
            {say("room.join")}
          </button>
        )}
      </div>
      {room.stay !== null && <p class="room-note">{standingWords(room.stay)}</p>}
      {room.stay !== null && <RoomSteering room={room} stay={room.stay} phone={phone} />}
      {room.stay !== null && <RoomMembers room={room} stay={room.stay} phone={phone} />}
      <Refused room={room} phone={phone} />
      <RoomGuestLinks room={room} phone={phone} />
    </section>
  );
}

function Refused({ room, phone }: RoomProps): JSX.Element {
  const refused = phone.rooms.refused.value;
  return (
    <p class="room-refused" role="alert">
      {refused?.room === room.id ? roomFailureWords(refused.why) : ""}
    </p>
  );
}

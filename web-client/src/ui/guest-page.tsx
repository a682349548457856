import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Guest, GuestState } from "../phone/guest";
import type { RoomMember, RoomStay } from "../phone/rooms";
import { endWords } from "./words/call-words";
import { memberBadges, memberName, standingWords } from "./words/room-words";
import { say, type Word } from "./words/words";

const longestName = 60;

const troubles = {
  link: "guest.link",
  "microphone-denied": "failure.microphone-denied",
  "microphone-missing": "failure.microphone-missing",
  sound: "failure.sound-failed",
  "not-connected": "guest.not-connected",
  refused: "failure.refused",
} as const satisfies Readonly<Record<string, Word>>;

/** A guest outside the room, or in it. */
export function GuestPage({ guest }: { readonly guest: Guest }): JSX.Element {
  const state = guest.state.value;
  return state.kind === "there" ? <There guest={guest} stay={state.stay} /> : <Outside guest={guest} state={state} />;
}

function Outside({ guest, state }: { readonly guest: Guest; readonly state: GuestState }): JSX.Element {
  const [name, setName] = useState("");
  const joining = state.kind === "joining";
  return (
    <form
      aria-busy={joining}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") void guest.join(name.trim());
      }}
    >
      <p class="notice bad" role="alert" hidden={whyOutside(state) === ""}>
        {whyOutside(state)}
      </p>
      <div class="field">
        <label for="guest-name">{say("guest.name")}</label>
        <input
          id="guest-name"
          autocomplete="name"
          maxLength={longestName}
          required
          value={name}
          onInput={(event) => {
            setName(event.currentTarget.value);
          }}
        />
      </div>
      <button type="submit" class="button primary full" disabled={joining}>
        {say(joining ? "guest.joining" : "room.join")}
      </button>
    </form>
  );
}

function whyOutside(state: GuestState): string {
  if (state.kind !== "outside" || state.why === null) return "";
  const why = state.why;
  return why in troubles ? say(troubles[why as keyof typeof troubles]) : endWords(why as Parameters<typeof endWords>[0], "out");
}

function There({ guest, stay }: { readonly guest: Guest; readonly stay: RoomStay | null }): JSX.Element {
  const me = stay?.members.find(({ id }) => id === stay.member);
  const muted = me?.silence === "self";
  return (
    <>
      <p role="status">{say(standing(me))}</p>
      <p class="guest-note">{stay === null ? "" : standingWords(stay)}</p>
      {stay?.recording === "on" && <p class="guest-note recorded">{say("recording.on")}</p>}
      {stay !== null && <Members stay={stay} />}
      <div class="guest-acts">
        {me?.standing === "in" && (
          <button
            type="button"
            class="button"
            onClick={() => {
              guest.mute(!muted);
            }}
          >
            {say(muted ? "action.unmute" : "action.mute")}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            guest.leave();
          }}
        >
          {say("guest.leave")}
        </button>
      </div>
    </>
  );
}

function standing(me: RoomMember | undefined): Word {
  if (me === undefined) return "guest.entering";
  return me.standing === "in" ? "guest.in" : "room.waiting";
}

function Members({ stay }: { readonly stay: RoomStay }): JSX.Element {
  return (
    <ul class="guest-members" role="list" aria-label={say("guest.members")}>
      {stay.members.map((member) => (
        <li key={member.id}>
          {member.id === stay.member ? say("room.you", { name: memberName(member) }) : memberName(member)}
          {memberBadges(member).map((words) => (
            <small key={words}>{` · ${words}`}</small>
          ))}
        </li>
      ))}
    </ul>
  );
}

import type { Members } from "./members";
import type { Room, RoomMember, RoomStay, Silence, Standing } from "./messages";

const standings: readonly Standing[] = ["coming", "waits-for-moderator", "waits-at-lock", "in"];
const silences: readonly Silence[] = ["none", "self", "moderator", "listen-only"];

const recordings = ["on", "off"] as const;

export function room(from: Members): Room {
  return {
    id: from.text("id"),
    name: from.text("name"),
    number: from.text("number"),
    own: from.flag("own"),
    stay: from.orNull("stay", (name) => stay(from.members(name))),
  };
}

export function stay(from: Members): RoomStay {
  return {
    member: from.text("member"),
    moderator: from.flag("moderator"),
    locked: from.flag("locked"),
    listenOnly: from.flag("listenOnly"),
    ...(from.has("recording") ? { recording: from.oneOf("recording", recordings) } : {}),
    members: from.list("members", member),
  };
}

function member(from: Members): RoomMember {
  return {
    id: from.text("id"),
    name: from.text("name"),
    number: from.text("number"),
    moderator: from.flag("moderator"),
    standing: from.oneOf("standing", standings),
    silence: from.oneOf("silence", silences),
    speaks: from.flag("speaks"),
  };
}

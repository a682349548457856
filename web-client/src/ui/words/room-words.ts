import type { RoomFailure, RoomMember, RoomStay } from "../../phone/rooms";
import { say, type Word } from "./words";

const refusals: Readonly<Record<RoomFailure, Word>> = {
  "not-moderator": "room.refused.not-moderator",
  "not-in-room": "room.refused.not-in-room",
  "unknown-number": "room.refused.unknown-number",
  "not-allowed": "room.refused.not-allowed",
  "not-connected": "failure.not-connected",
  refused: "failure.refused",
};

export function roomFailureWords(why: RoomFailure): string {
  return say(refusals[why]);
}

/** Somebody in a room by his name, else his number, else that it is unknown. */
export function memberName(member: RoomMember): string {
  return member.name || member.number || say("call.unknown");
}

/** What is special about somebody, in words. */
export function memberBadges(member: RoomMember): string[] {
  return [
    ...(member.moderator ? [say("room.moderator")] : []),
    ...(member.standing === "in" ? [] : [say("room.waiting")]),
    ...silenceBadges(member),
    ...(member.speaks ? [say("room.speaks")] : []),
  ];
}

function silenceBadges({ silence, standing }: RoomMember): string[] {
  if (standing !== "in") return [];
  switch (silence) {
    case "none":
      return [];
    case "self":
      return [say("room.muted-self")];
    case "moderator":
      return [say("room.muted")];
    case "listen-only":
      return [say("room.listens")];
  }
}

/** What somebody should know of how he stands in a room; empty: nothing is in his way. */
export function standingWords(stay: RoomStay): string {
  const me = stay.members.find(({ id }) => id === stay.member);
  switch (me?.standing) {
    case "waits-for-moderator":
      return say("room.waits");
    case "waits-at-lock":
      return say("room.locked-out");
    case "coming":
    case undefined:
      return "";
    case "in":
      if (me.silence === "moderator") return say("room.silence.moderator");
      return me.silence === "listen-only" ? say("room.silence.listen-only") : "";
  }
}

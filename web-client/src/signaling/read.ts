import {
  errorCodes,
  type CallRecording,
  type CallState,
  type CallView,
  type Consult,
  type ConsultState,
  type DirectoryEntry,
  type EndReason,
  type MediaPlace,
  type Obstacle,
  type RecordingWish,
  type ServerMessage,
  type TransferCard,
} from "./messages";
import { Members, someone, Unreadable } from "./members";
import { colleague } from "./read-people";
import { waitingQueue } from "./read-queues";
import { room } from "./read-rooms";

const directions = ["in", "out"] as const;
const states: readonly CallState[] = ["calling", "ringing", "in-call", "on-hold", "reconnecting", "parked", "ended"];
const consultStates: readonly ConsultState[] = ["calling", "ringing", "in-call", "ended"];
const cardKinds: readonly TransferCard["kind"][] = ["transferred", "consultation", "returned"];
const places: readonly MediaPlace[] = ["here", "elsewhere", "none", "pending"];
const obstacles: readonly Obstacle[] = ["sound-locked", "microphone-denied", "microphone-missing"];
const recordingStates: readonly CallRecording["state"][] = ["off", "asking", "refused", "on", "paused"];
const recordingWishes: readonly RecordingWish[] = ["start", "pause", "resume", "stop"];
const goodbyes = ["signed-out", "server-stops"] as const;
export const reasons: readonly EndReason[] = [
  "hung-up",
  "cancelled",
  "declined",
  "busy",
  "no-answer",
  "unreachable",
  "unknown-number",
  "not-allowed",
  "spending-limit",
  "answered-elsewhere",
  "wrong-pin",
  "no-choice",
  "page-lost",
  "network",
  "no-media",
  "server-restarted",
  "transferred",
  "retrieved",
  "removed",
  "conference-over",
];

/** The message in a frame, or undefined if the frame is none: it is dropped and counted by whoever asked. */
export function readServerMessage(frame: string): ServerMessage | undefined {
  try {
    return message(new Members(JSON.parse(frame)));
  } catch (failure) {
    if (failure instanceof Unreadable || failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

function message(from: Members): ServerMessage {
  const seq = from.number("seq");
  const type = from.text("type");
  switch (type) {
    case "welcome":
      return welcome(from, seq);
    case "reply":
      return {
        type,
        seq,
        id: from.number("id"),
        ...(from.has("call") ? { call: callView(from.members("call")) } : {}),
        ...(from.has("sdp") ? { sdp: from.text("sdp") } : {}),
      };
    case "error":
      return {
        type,
        seq,
        id: from.has("id") ? from.number("id") : null,
        code: from.oneOf("code", errorCodes),
        message: from.text("message"),
      };
    case "call":
      return { type, seq, call: callView(from.members("call")) };
    case "probe":
      return { type, seq, nonce: from.text("nonce") };
    case "availability":
      return {
        type,
        seq,
        available: from.flag("available"),
        reachable: from.flag("reachable"),
        ...(from.has("obstacle") ? { obstacle: from.oneOf("obstacle", obstacles) } : {}),
      };
    case "voicemail":
      return { type, seq, unheard: from.number("unheard") };
    case "rooms":
      return { type, seq, rooms: from.list("rooms", room) };
    case "people":
      return { type, seq, anew: from.flag("anew"), people: from.list("people", colleague) };
    case "queues":
      return { type, seq, anew: from.flag("anew"), queues: from.list("queues", waitingQueue) };
    case "goodbye":
      return { type, seq, reason: from.oneOf("reason", goodbyes) };
    default:
      throw new Unreadable(type);
  }
}

function welcome(from: Members, seq: number): ServerMessage {
  const me = from.members("me");
  const company = from.members("company");
  return {
    type: "welcome",
    seq,
    id: from.number("id"),
    resumed: from.flag("resumed"),
    token: from.text("token"),
    page: from.text("page"),
    now: from.text("now"),
    me: { person: me.text("person"), name: me.text("name"), extension: me.text("extension") },
    company: { name: company.text("name"), country: company.text("country"), demo: company.flag("demo") },
    available: from.flag("available"),
    directory: from.list("directory", directoryEntry),
    calls: from.list("calls", callView),
  };
}

function directoryEntry(from: Members): DirectoryEntry {
  return { name: from.text("name"), extension: from.text("extension") };
}

function callView(from: Members): CallView {
  const party = from.members("party");
  return {
    id: from.text("id"),
    direction: from.oneOf("direction", directions),
    state: from.oneOf("state", states),
    party: {
      name: party.text("name"),
      number: party.text("number"),
      via: party.text("via"),
      heldByOther: party.flag("heldByOther"),
    },
    began: from.text("began"),
    answered: from.has("answered") ? from.text("answered") : null,
    ended: from.has("ended") ? from.oneOf("ended", reasons) : null,
    media: from.oneOf("media", places),
    card: from.orNull("card", (name) => card(from.members(name))),
    consult: from.orNull("consult", (name) => consult(from.members(name))),
    slot: from.orNull("slot", (name) => from.text(name)),
    with: from.list("with", someone),
    ...(from.has("recording") ? { recording: recording(from.members("recording")) } : {}),
  };
}

function recording(from: Members): CallRecording {
  return {
    state: from.oneOf("state", recordingStates),
    wishes: from.texts("wishes").flatMap((word) => recordingWishes.filter((wish) => wish === word)),
  };
}

function card(from: Members): TransferCard {
  return { kind: from.oneOf("kind", cardKinds), other: someone(from.members("other")), note: from.text("note") };
}

function consult(from: Members): Consult {
  return {
    party: someone(from.members("party")),
    state: from.oneOf("state", consultStates),
    ended: from.orNull("ended", (name) => from.oneOf(name, reasons)),
  };
}

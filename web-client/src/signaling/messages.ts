/** The phone's protocol as types: docs/protocol.md is its description, docs/protocol/*.json its examples. */

export type CallState = "calling" | "ringing" | "in-call" | "on-hold" | "reconnecting" | "parked" | "ended";

export type EndReason =
  | "hung-up"
  | "cancelled"
  | "declined"
  | "busy"
  | "no-answer"
  | "unreachable"
  | "unknown-number"
  | "not-allowed"
  | "spending-limit"
  | "answered-elsewhere"
  | "wrong-pin"
  | "no-choice"
  | "page-lost"
  | "network"
  | "no-media"
  | "server-restarted"
  | "transferred"
  | "retrieved"
  | "removed"
  | "conference-over";

/** Where the sound of a call is: `pending` is a ringing call in that no page carries yet. */
export type MediaPlace = "here" | "elsewhere" | "none" | "pending";

export type Obstacle = "sound-locked" | "microphone-denied" | "microphone-missing";

/** Somebody by name and number; either may be empty. */
export interface Party {
  readonly name: string;
  readonly number: string;
}

/** What travels with a call that was handed on. */
export interface TransferCard {
  readonly kind: "transferred" | "consultation" | "returned";
  /** Who handed it on, who waits, or who did not take it (also the slot it was parked on), in the order of the kinds. */
  readonly other: Party;
  readonly note: string;
}

export type ConsultState = "calling" | "ringing" | "in-call" | "ended";

/** Who is asked while the call's own party waits. */
export interface Consult {
  readonly party: Party;
  readonly state: ConsultState;
  readonly ended: EndReason | null;
}

/** What a person may want of the recording of a call. */
export type RecordingWish = "start" | "pause" | "resume" | "stop";

/** The recording of a call, and what this person may want of it. Asking and refused: somebody has not agreed, nothing is recorded. */
export interface CallRecording {
  readonly state: "off" | "asking" | "refused" | "on" | "paused";
  readonly wishes: readonly RecordingWish[];
}

export interface CallView {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly state: CallState;
  readonly party: {
    readonly name: string;
    readonly number: string;
    readonly via: string;
    readonly heldByOther: boolean;
  };
  readonly began: string;
  readonly answered: string | null;
  readonly ended: EndReason | null;
  readonly media: MediaPlace;
  readonly card: TransferCard | null;
  readonly consult: Consult | null;
  /** Where a parked call waits. */
  readonly slot: string | null;
  /** Others in the call, beside its party. */
  readonly with: readonly Party[];
  /** Left out where there is none and this person may not want one. */
  readonly recording?: CallRecording;
}

export type Standing = "coming" | "waits-for-moderator" | "waits-at-lock" | "in";

/** Why somebody in a room is not heard; `none`: he is. */
export type Silence = "none" | "self" | "moderator" | "listen-only";

export interface RoomMember {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly moderator: boolean;
  readonly standing: Standing;
  readonly silence: Silence;
  readonly speaks: boolean;
}

/** What somebody sees of a room he is in, or at whose door he waits. */
export interface RoomStay {
  /** His own id there. */
  readonly member: string;
  readonly moderator: boolean;
  readonly locked: boolean;
  readonly listenOnly: boolean;
  /** Left out where the plan does not allow it. */
  readonly recording?: "on" | "off";
  readonly members: readonly RoomMember[];
}

/** A conference room that this person may enter. */
export interface Room {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly own: boolean;
  readonly stay: RoomStay | null;
}

/** What somebody in a room can ask of it; all but the first only a moderator. */
export type RoomRequest =
  | { readonly type: "room-mute-myself" | "room-mute-all"; readonly room: string; readonly muted: boolean }
  | { readonly type: "room-mute"; readonly room: string; readonly member: string; readonly muted: boolean }
  | { readonly type: "room-remove" | "room-admit"; readonly room: string; readonly member: string }
  | { readonly type: "room-lock"; readonly room: string; readonly locked: boolean }
  | { readonly type: "room-listen-only" | "room-record"; readonly room: string; readonly on: boolean }
  | { readonly type: "room-end"; readonly room: string }
  | { readonly type: "room-invite"; readonly room: string; readonly to: string };

export const presences = ["in-call", "ringing", "do-not-disturb", "available", "asleep"] as const;
export type Presence = (typeof presences)[number];

/** Somebody of the company as all his colleagues may see him. */
export interface Colleague {
  /** Names him within the company. */
  readonly extension: string;
  readonly name: string;
  /** Null where the company's plan says none. */
  readonly department: string | null;
  readonly presence: Presence;
  /** Of a call: when it was answered, else when it began. */
  readonly since?: string;
}

/** Somebody who waits in a queue. */
export interface QueueCaller {
  /** His call, by which he is taken out of the queue. */
  readonly call: string;
  readonly name: string;
  readonly number: string;
  /** When he came. */
  readonly since: string;
  /** 0 to 9; the higher one is served first. */
  readonly priority: number;
  /** Agents are rung for him now. */
  readonly rung: boolean;
}

/** A queue that this person serves, with who waits in it. */
export interface WaitingQueue {
  readonly id: string;
  readonly name: string;
  /** How many wait; no more than the first hundred are told of. */
  readonly waiting: number;
  /** In the order of their turns. */
  readonly callers: readonly QueueCaller[];
}

export interface DirectoryEntry {
  readonly name: string;
  readonly extension: string;
}

/** What one second of a call's sound was like on this page; -1 where a time is not known. */
export interface PageSecond {
  readonly packets: number;
  readonly lost: number;
  readonly concealedMillis: number;
  readonly jitterMillis: number;
  readonly roundTripMillis: number;
}

/** What a page asks; the link adds the `id`. */
export type Request =
  | { readonly type: "call"; readonly to: string; readonly sdp: string }
  | { readonly type: "answer" | "attach"; readonly call: string; readonly sdp: string }
  | { readonly type: "take"; readonly call: string; readonly sdp: string }
  | { readonly type: "decline" | "hang-up" | "hold" | "resume"; readonly call: string }
  | { readonly type: "to-voicemail"; readonly call: string; readonly to: string }
  | { readonly type: "transfer" | "consult"; readonly call: string; readonly to: string; readonly note: string }
  | { readonly type: "complete-transfer" | "cancel-transfer" | "join" | "park"; readonly call: string }
  | { readonly type: "record"; readonly call: string; readonly wish: RecordingWish }
  | { readonly type: "digits"; readonly call: string; readonly digits: string }
  | { readonly type: "facts"; readonly call: string; readonly seconds: readonly PageSecond[] }
  | RoomRequest
  | { readonly type: "availability"; readonly available: boolean }
  | { readonly type: "watch-people"; readonly on: boolean }
  | { readonly type: "watch-queues"; readonly on: boolean }
  | { readonly type: "probed"; readonly nonce: string; readonly canRing: boolean; readonly obstacle?: Obstacle }
  | { readonly type: "leaving" };

export interface Hello {
  readonly type: "hello";
  readonly ticket: string;
  readonly resume?: { readonly token: string; readonly lastSeq: number };
}

/** What a page sends. */
export type ClientMessage = (Hello | Request) & { readonly id: number };

export const errorCodes = [
  "not-json",
  "unknown-type",
  "bad-message",
  "not-logged-in",
  "rate-limited",
  "no-such-call",
  "wrong-state",
  "unknown-number",
  "not-allowed",
  "no-slot",
  "no-mailbox",
  "not-moderator",
  "not-in-room",
  "answered-elsewhere",
  "bad-sdp",
  "no-capacity",
  "too-many-calls",
  "company-full",
  "storage-full",
  "too-many-pages",
  "log-unavailable",
  "timed-out",
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface Welcome {
  readonly type: "welcome";
  readonly seq: number;
  readonly id: number;
  readonly resumed: boolean;
  readonly token: string;
  readonly page: string;
  /** The server's time. */
  readonly now: string;
  readonly me: { readonly person: string; readonly name: string; readonly extension: string };
  readonly company: { readonly name: string; readonly country: string; readonly demo: boolean };
  readonly available: boolean;
  readonly directory: readonly DirectoryEntry[];
  readonly calls: readonly CallView[];
}

export interface Reply {
  readonly type: "reply";
  readonly seq: number;
  readonly id: number;
  readonly call?: CallView;
  readonly sdp?: string;
}

/** What the server tells on its own account. */
export type ServerNews =
  | { readonly type: "call"; readonly seq: number; readonly call: CallView }
  | { readonly type: "probe"; readonly seq: number; readonly nonce: string }
  | {
      readonly type: "availability";
      readonly seq: number;
      readonly available: boolean;
      readonly reachable: boolean;
      readonly obstacle?: Obstacle;
    }
  | { readonly type: "voicemail"; readonly seq: number; readonly unheard: number }
  | { readonly type: "rooms"; readonly seq: number; readonly rooms: readonly Room[] }
  | { readonly type: "people"; readonly seq: number; readonly anew: boolean; readonly people: readonly Colleague[] }
  | { readonly type: "queues"; readonly seq: number; readonly anew: boolean; readonly queues: readonly WaitingQueue[] }
  | { readonly type: "goodbye"; readonly seq: number; readonly reason: "signed-out" | "server-stops" };

export interface ServerError {
  readonly type: "error";
  readonly seq: number;
  readonly id: number | null;
  readonly code: ErrorCode;
  readonly message: string;
}

/** What the server sends. */
export type ServerMessage = Welcome | Reply | ServerError | ServerNews;

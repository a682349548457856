import { signal } from "@preact/signals-core";
import type { Room, RoomRequest, RoomStay } from "../signaling/messages";
import type { Desk } from "./desk";

export type { Room, RoomMember, RoomRequest, RoomStay, Silence, Standing } from "../signaling/messages";

/** What the server did not do. */
export type RoomFailure = "not-moderator" | "not-in-room" | "unknown-number" | "not-allowed" | "not-connected" | "refused";

const refusals = ["not-moderator", "not-in-room", "unknown-number", "not-allowed"] as const satisfies readonly RoomFailure[];

/** The conference rooms: the server says who is there and does what is wanted; this asks it. */
export class Rooms {
  readonly all = signal<readonly Room[]>([]);
  /** What was last refused, and of which room; null once something was done. */
  readonly refused = signal<{ readonly room: string; readonly why: RoomFailure } | null>(null);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  hear(rooms: readonly Room[]): void {
    this.all.value = rooms;
  }

  /** Whether it was done. */
  async ask(request: RoomRequest): Promise<boolean> {
    const outcome = await this.#desk.request(request);
    this.refused.value = outcome.ok ? null : { room: request.room, why: failureOf(outcome.code) };
    return outcome.ok;
  }

  /** How this person is in a room that he dialled, inside or waiting. */
  stayAt(number: string): RoomStay | null {
    return this.all.value.find((room) => room.number === number)?.stay ?? null;
  }

  /** The room somebody waits for, where he dialled it: he hears music until he is let in. */
  waitsAt(number: string): RoomStay | null {
    const stay = this.stayAt(number);
    return stay?.members.some((one) => one.id === stay.member && one.standing !== "in") === true ? stay : null;
  }
}

function failureOf(code: string): RoomFailure {
  if (code === "offline" || code === "timed-out") return "not-connected";
  return refusals.find((refusal) => refusal === code) ?? "refused";
}

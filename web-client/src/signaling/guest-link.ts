import { Members, Unreadable } from "./members";
import { errorCodes, type EndReason, type ErrorCode, type RoomStay } from "./messages";
import { reasons } from "./read";
import { stay } from "./read-rooms";
import type { Socket, SocketEvents } from "./socket";

/** What a guest's page is told. */
export type GuestNews =
  | { readonly type: "reply"; readonly id: number; readonly sdp?: string }
  | { readonly type: "error"; readonly code: ErrorCode }
  | { readonly type: "guest"; readonly stay: RoomStay | null; readonly ended: EndReason | null };

/** The message in a frame, or undefined if the frame is none. */
export function readGuestNews(frame: string): GuestNews | undefined {
  try {
    return news(new Members(JSON.parse(frame)));
  } catch (failure) {
    if (failure instanceof Unreadable || failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

function news(from: Members): GuestNews {
  const type = from.text("type");
  switch (type) {
    case "reply":
      return { type, id: from.number("id"), ...(from.has("sdp") ? { sdp: from.text("sdp") } : {}) };
    case "error":
      return { type, code: from.oneOf("code", errorCodes) };
    case "guest":
      return {
        type,
        stay: from.orNull("stay", (name) => stay(from.members(name))),
        ended: from.orNull("ended", (name) => from.oneOf(name, reasons)),
      };
    default:
      throw new Unreadable(type);
  }
}

export interface GuestEvents {
  readonly opened: () => void;
  readonly news: (news: GuestNews) => void;
  /** Told once, also when it never opened. */
  readonly closed: () => void;
}

/** A guest's socket: he joins one room, is heard or not, and leaves with it. */
export class GuestLink {
  readonly #socket: Socket;
  #ids = 0;

  constructor(dial: (events: SocketEvents) => Socket, events: GuestEvents) {
    this.#socket = dial({
      opened: events.opened,
      received: (frame) => {
        const told = readGuestNews(frame);
        if (told !== undefined) events.news(told);
      },
      closed: events.closed,
    });
  }

  join(token: string, name: string, sdp: string): void {
    this.#send({ type: "guest-join", token, name, sdp });
  }

  mute(muted: boolean): void {
    this.#send({ type: "guest-mute", muted });
  }

  leave(): void {
    this.#send({ type: "guest-leave" });
    this.#socket.close();
  }

  #send(message: Readonly<Record<string, unknown>>): void {
    this.#socket.send(JSON.stringify({ ...message, id: ++this.#ids }));
  }
}

import { beforeEach, describe, expect, it } from "vitest";
import { settled } from "../fake/clock";
import { FakeGuestLinks } from "../fake/guest-links";
import { FakeMedia } from "../fake/media";
import type { SocketEvents } from "../signaling/socket";
import { Guest } from "./guest";
import { GuestLinks } from "./guest-links";

let media: FakeMedia;
let socket: SocketEvents | undefined;
let sent: Record<string, unknown>[];
let guest: Guest;

beforeEach(() => {
  media = new FakeMedia();
  socket = undefined;
  sent = [];
  guest = new Guest(
    media,
    (events) => {
      socket = events;
      return {
        send: (frame) => sent.push(JSON.parse(frame) as Record<string, unknown>),
        close: () => {
          events.closed(1000);
        },
      };
    },
    "t0.mac",
  );
});

const hears = async (message: Readonly<Record<string, unknown>>): Promise<void> => {
  socket?.received(JSON.stringify(message));
  await settled();
};

const joins = async (): Promise<void> => {
  void guest.join("Zoé");
  await settled();
  socket?.opened();
  await hears({ type: "reply", id: 1, sdp: "answer of the relay" });
};

const stay = {
  member: "m1",
  moderator: false,
  locked: false,
  listenOnly: false,
  members: [{ id: "m1", name: "Zoé", number: "", moderator: false, standing: "in", silence: "none", speaks: false }],
};

describe("a guest", () => {
  it("joins with the link's token and his name", async () => {
    await joins();
    expect(sent).toMatchObject([{ type: "guest-join", id: 1, token: "t0.mac", name: "Zoé" }]);
    expect(guest.state.value).toEqual({ kind: "there", stay: null });
    await hears({ type: "guest", ended: null, stay });
    expect(guest.state.value).toEqual({ kind: "there", stay });
  });

  it("mutes himself and leaves", async () => {
    await joins();
    guest.mute(true);
    guest.leave();
    expect(sent.slice(1)).toEqual([
      { type: "guest-mute", id: 2, muted: true },
      { type: "guest-leave", id: 3 },
    ]);
    expect(guest.state.value).toEqual({ kind: "outside", why: "hung-up" });
    expect(media.openSessions).toEqual([]);
  });

  it("is told that the link does not let in", async () => {
    void guest.join("Zoé");
    await settled();
    socket?.opened();
    await hears({ type: "error", id: 1, code: "not-logged-in", message: "the link does not let in" });
    expect(guest.state.value).toEqual({ kind: "outside", why: "link" });
  });

  it("is told that he was removed, and can join again", async () => {
    await joins();
    await hears({ type: "guest", ended: "removed", stay: null });
    socket?.closed(1000);
    expect(guest.state.value).toEqual({ kind: "outside", why: "removed" });
    await joins();
    expect(guest.state.value.kind).toBe("there");
  });

  it("is outside when his connection breaks; what is no message changes nothing", async () => {
    await joins();
    await hears({ type: "guest" });
    expect(guest.state.value.kind).toBe("there");
    socket?.closed(1006);
    expect(guest.state.value).toEqual({ kind: "outside", why: "not-connected" });
  });
});

describe("guest links", () => {
  it("are made, read again and revoked", async () => {
    const desk = new FakeGuestLinks();
    const links = new GuestLinks(desk);
    await links.make("meeting");
    await links.make("closed");
    expect(links.failed.value).toBe("closed");
    expect(links.all.value.map(({ path }) => path)).toEqual(["/join/l1"]);
    await links.revoke("l1");
    await links.read();
    expect(links.all.value).toEqual([]);
  });
});

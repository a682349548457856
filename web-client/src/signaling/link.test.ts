import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakeSwitchboard } from "../fake/switchboard";
import { Link, patience, type LinkState } from "./link";
import type { ServerNews, Welcome } from "./messages";

describe("the link", () => {
  let clock: FakeClock;
  let server: FakeSwitchboard;
  let link: Link;
  const states: LinkState[] = [];
  const welcomes: Welcome[] = [];
  const news: ServerNews[] = [];
  let inCall = false;

  beforeEach(async () => {
    inCall = false;
    states.length = welcomes.length = news.length = 0;
    clock = new FakeClock();
    server = new FakeSwitchboard(clock);
    link = new Link(server.surroundings("alice"), {
      moved: (state) => states.push(state),
      welcome: (welcome) => welcomes.push(welcome),
      news: (one) => news.push(one),
    }, () => inCall);
    link.start();
    await settled();
  });

  it("gets a ticket, says hello and is connected", () => {
    expect(states).toEqual(["connecting", "connected"]);
    expect(welcomes[0]?.me.name).toBe("Alice");
    expect(server.messages("alice", "hello")).toEqual([{ type: "hello", ticket: "ticket of alice", id: 1 }]);
  });

  it("continues the stream after a broken socket, from the last message it had", async () => {
    server.tell("alice", { type: "probe", nonce: "n1" });
    server.breakSocket("alice");
    expect(states.at(-1)).toBe("waiting");
    await clock.pass(300);
    expect(states.at(-1)).toBe("connected");
    expect(server.messages("alice", "hello")[1]).toMatchObject({ resume: { token: "token of alice", lastSeq: 2 } });
    expect(welcomes[1]?.resumed).toBe(true);
  });

  it("hands a message that is sent again out only once", () => {
    const frame = JSON.stringify({ type: "probe", seq: 2, nonce: "n1" });
    server.raw("alice", frame);
    server.raw("alice", frame);
    expect(news).toHaveLength(1);
  });

  it("drops and counts what is no message", () => {
    server.raw("alice", "{");
    server.raw("alice", '{"type":"surprise","seq":9}');
    expect(link.dropped).toBe(2);
    expect(news).toEqual([]);
  });

  it("asks for all there is where a message is missing", async () => {
    server.raw("alice", JSON.stringify({ type: "probe", seq: 9, nonce: "n1" }));
    expect(news).toEqual([]);
    await clock.pass(300);
    expect(states.at(-1)).toBe("connected");
    expect(server.messages("alice", "hello")[1]).not.toHaveProperty("resume");
    expect(welcomes[1]?.resumed).toBe(false);
  });

  it("takes a long silence for a broken socket", async () => {
    await clock.pass(patience.silence - 1);
    expect(states.at(-1)).toBe("connected");
    await clock.pass(200);
    expect(server.messages("alice", "hello")).toHaveLength(2);
  });

  it("waits longer after each failure, and not at all when the network comes back", async () => {
    server.ticketKind = "unreachable";
    server.breakSocket("alice");
    await clock.pass(20_000);
    expect(states.at(-1)).toBe("waiting");
    server.ticketKind = "given";
    link.hurry();
    await settled();
    expect(states.at(-1)).toBe("connected");
  });

  it("continues the stream over a new socket when the network is another one, whatever the old one says", async () => {
    server.tell("alice", { type: "probe", nonce: "n1" });
    link.renew();
    await settled();
    expect(states.at(-1)).toBe("connected");
    expect(server.messages("alice", "hello")[1]).toMatchObject({ resume: { token: "token of alice", lastSeq: 2 } });
  });

  it("never waits longer than a second where somebody in a call waits for this page", async () => {
    inCall = true;
    server.ticketKind = "unreachable";
    server.breakSocket("alice");
    await clock.pass(60_000);
    server.ticketKind = "given";
    await clock.pass(1_000);
    expect(states.at(-1)).toBe("connected");
  });

  it("stops for good when the session is over", async () => {
    server.ticketKind = "refused";
    server.breakSocket("alice", 4001);
    await clock.pass(60_000);
    expect(states.at(-1)).toBe("signed-out");
    expect(await link.request({ type: "hold", call: "c-1" })).toEqual({ ok: false, code: "offline" });
  });

  it("stops for good when a fresh ticket is refused again: this account has no phone", async () => {
    server.refusesHello = 4001;
    server.breakSocket("alice");
    await clock.pass(60_000);
    expect(states.at(-1)).toBe("no-phone");
    expect(server.messages("alice", "hello")).toHaveLength(3);
  });

  it("stops for good when the person has too many pages: it would only be refused again", async () => {
    server.refusesHello = 4005;
    server.breakSocket("alice");
    await clock.pass(60_000);
    expect(states.at(-1)).toBe("too-many-pages");
    expect(server.messages("alice", "hello")).toHaveLength(2);
  });

  it("stops for good when told of a sign-out", async () => {
    server.tell("alice", { type: "goodbye", reason: "signed-out" });
    server.breakSocket("alice", 1000);
    await clock.pass(60_000);
    expect(states.at(-1)).toBe("signed-out");
    expect(server.messages("alice", "hello")).toHaveLength(1);
  });

  it("signs out: the page leaves and stops for good", async () => {
    await link.signOut();
    await clock.pass(60_000);
    expect(server.messages("alice", "leaving")).toHaveLength(1);
    expect(states.at(-1)).toBe("signed-out");
    expect(server.messages("alice", "hello")).toHaveLength(1);
  });

  it("begins anew, and says so to whoever waits, when the stream is not continued", async () => {
    server.lost.add("hold");
    const outcome = link.request({ type: "hold", call: "c-1" });
    server.continues = false;
    server.breakSocket("alice");
    await clock.pass(300);
    expect(await outcome).toEqual({ ok: false, code: "offline" });
  });

  it("keeps what is asked while there is no connection for the next one", async () => {
    server.breakSocket("alice");
    const outcome = link.request({ type: "hang-up", call: "c-1" });
    await clock.pass(300);
    expect(await outcome).toMatchObject({ ok: true });
  });

  it("gives up on an answer that does not come", async () => {
    server.lost.add("hold");
    const outcome = link.request({ type: "hold", call: "c-1" });
    for (let seconds = 0; seconds < 10; seconds++) {
      server.tell("alice", { type: "probe", nonce: "n" });
      await clock.pass(1_000);
    }
    expect(await outcome).toEqual({ ok: false, code: "timed-out" });
  });

  it("says that the page leaves, and does not come back", async () => {
    link.leave();
    await clock.pass(60_000);
    expect(server.messages("alice", "leaving")).toHaveLength(1);
    expect(server.messages("alice", "hello")).toHaveLength(1);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakeMedia } from "../fake/media";
import { MediaFailure } from "../media/media";
import type { TrialPlaced, TrialServer, TrialView, TrialWish } from "../signaling/trials";
import { TrialPhone, trialLook } from "./trial";

const wish: TrialWish = { to: "100", caller: "", at: "2026-12-25T10:00", rung: "answers" };
const rings: TrialView = { state: "ringing", ended: null, lines: [{ at: "10:00:00", text: "Anna's phone rings." }] };
const over: TrialView = { state: "ended", ended: "no-answer", lines: rings.lines };

class FakeTrials implements TrialServer {
  placed: TrialPlaced | undefined = { call: "c1", sdp: "answer" };
  view: TrialView | undefined = rings;
  readonly said: string[] = [];

  place(asked: TrialWish, sdp: string): Promise<TrialPlaced | undefined> {
    this.said.push(`place ${asked.to} ${sdp}`);
    return Promise.resolve(this.placed);
  }

  look(): Promise<TrialView | undefined> {
    return Promise.resolve(this.view);
  }

  press(call: string, digits: string): Promise<void> {
    this.said.push(`press ${call} ${digits}`);
    return Promise.resolve();
  }

  hangUp(call: string): Promise<void> {
    this.said.push(`hang up ${call}`);
    return Promise.resolve();
  }
}

let clock: FakeClock;
let media: FakeMedia;
let server: FakeTrials;
let phone: TrialPhone;

beforeEach(() => {
  clock = new FakeClock();
  media = new FakeMedia();
  server = new FakeTrials();
  phone = new TrialPhone(media, server, clock);
});

async function calls(): Promise<void> {
  void phone.call(wish);
  await settled();
}

async function looks(): Promise<void> {
  await clock.pass(trialLook);
  await settled();
}

describe("a trial call", () => {
  it("shows how it stands and what happens, until it is over", async () => {
    await calls();
    expect(server.said).toEqual(["place 100 offer of session 1"]);
    expect(media.sessions[0]).toMatchObject({ accepted: "answer", speaking: true, closed: false });
    expect(phone.state.value).toEqual({ kind: "on", state: "ringing" });
    expect(phone.lines.value).toEqual(rings.lines);
    server.view = over;
    await looks();
    expect(phone.state.value).toEqual({ kind: "over", why: "no-answer" });
    expect(phone.lines.value).toEqual(rings.lines);
    expect(media.sessions[0]?.closed).toBe(true);
  });

  it("takes keys and is hung up", async () => {
    await calls();
    phone.press("1");
    phone.hangUp();
    server.view = over;
    await settled();
    expect(server.said.slice(1)).toEqual(["press c1 1", "hang up c1"]);
    expect(phone.state.value).toEqual({ kind: "over", why: "no-answer" });
    phone.press("2");
    expect(server.said).toHaveLength(3);
  });

  it("says in the server's words why it was refused", async () => {
    server.placed = { refused: "the draft does not fit together" };
    await calls();
    expect(phone.state.value).toEqual({ kind: "none", trouble: { refused: "the draft does not fit together" } });
    expect(media.sessions[0]?.closed).toBe(true);
  });

  it("says that there is no microphone, and can be tried again", async () => {
    media.failure = new MediaFailure("microphone-denied");
    await calls();
    expect(phone.state.value).toEqual({ kind: "none", trouble: "microphone-denied" });
    media.failure = undefined;
    await calls();
    expect(phone.state.value.kind).toBe("on");
  });

  it("gives up when the server does not answer any more", async () => {
    await calls();
    server.view = undefined;
    for (let looked = 0; looked < 4; looked++) await looks();
    expect(phone.state.value).toEqual({ kind: "none", trouble: "not-connected" });
    expect(media.sessions[0]?.closed).toBe(true);
  });

  it("ends with the page", async () => {
    await calls();
    phone.leave();
    expect(server.said.at(-1)).toBe("hang up c1");
    expect(media.sessions[0]?.closed).toBe(true);
  });
});

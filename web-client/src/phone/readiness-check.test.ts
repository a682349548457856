import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakeMedia } from "../fake/media";
import { FakeReadinessDesk } from "../fake/readiness-desk";
import { strikesFrom, tones } from "../media/echo";
import { MediaFailure, type SoundTotals } from "../media/media";
import type { NoticePermission } from "./notices";
import { ReadinessCheck, checkTimes, enoughTones } from "./readiness-check";

const clean: SoundTotals = {
  packets: 400,
  lost: 0,
  concealedMillis: 0,
  jitterMillis: 1,
  roundTripMillis: 20,
  sentLost: 0,
  path: "udp",
};

describe("the readiness check", () => {
  let clock: FakeClock;
  let media: FakeMedia;
  let desk: FakeReadinessDesk;
  let notices: NoticePermission;
  let check: ReadinessCheck;

  beforeEach(() => {
    clock = new FakeClock();
    media = new FakeMedia();
    desk = new FakeReadinessDesk();
    notices = "granted";
    check = new ReadinessCheck(media, desk, clock, () => notices);
  });

  /** Half a minute in which that is counted, the microphone is that loud, and the person says that of the speaker. */
  const run = async (totals: Partial<SoundTotals> = {}, level = 0.6, heard: boolean | null = true, returned = enoughTones): Promise<void> => {
    void check.begin();
    await settled();
    media.devices.metered?.(level);
    if (media.echoed !== undefined) {
      media.echoed.tones = returned;
      media.echoed.counted = { ...clean, ...totals };
    }
    if (heard !== null) check.heardSpeaker(heard);
    await clock.pass(checkTimes.patience + checkTimes.look);
  };

  it("is green where all is well, measured through the relay, and kept", async () => {
    await run();
    const sound = { lostPercent: 0, roundTripMillis: 20, path: "udp" };
    expect(check.result.value).toEqual({ rating: "good", problem: null, sound });
    expect(desk.last).toEqual(check.result.value);
    expect(check.kept.value).toBe(true);
    expect([...check.steps.value.values()]).toEqual(Array(8).fill("good"));
    expect(media.devices.samples).toEqual(["speaker"]);
    expect(media.echoed?.closed).toBe(true);
    expect(desk.echoes).toBe(0);
    expect(media.devices.metered).toBeUndefined();
  });

  it("hears out all tones, and wants most of them back", () => {
    const [last] = strikesFrom(0).slice(-1);
    expect((last?.at ?? 0) + tones.lasts).toBeLessThan(checkTimes.echo / 1_000);
    expect(enoughTones).toBe(12);
    expect(tones.count).toBe(16);
  });

  it("is done as soon as all is known, and shows each step as it is", async () => {
    void check.begin();
    await settled();
    expect(check.steps.value.get("microphone")).toBeNull();
    media.devices.metered?.(0.6);
    expect(check.steps.value.get("microphone")).toBe("good");
    expect(check.steps.value.get("speaker")).toBeNull();
    check.heardSpeaker(true);
    expect(check.steps.value.get("speaker")).toBe("good");
    expect(check.steps.value.get("echo")).toBeNull();
    await clock.pass(checkTimes.echo);
    expect(check.state.value).toBe("done");
  });

  it.each([
    ["loss", "fair", { lost: 10, packets: 390 }],
    ["loss", "poor", { sentLost: 0.06 }],
    ["delay", "fair", { roundTripMillis: 300 }],
    ["delay", "poor", { roundTripMillis: 900 }],
    ["tcp-only", "fair", { path: "tcp" }],
  ] as const)("names %s, %s", async (problem, rating, totals) => {
    await run(totals);
    expect(check.result.value).toMatchObject({ rating, problem });
  });

  it("is amber where the microphone heard nothing, or nobody spoke of the speaker", async () => {
    await run({}, 0.05);
    expect(check.result.value).toMatchObject({ rating: "fair", problem: "microphone-silent" });
    await run({}, 0.6, null);
    expect(check.result.value).toMatchObject({ rating: "fair", problem: "speaker-unconfirmed" });
  });

  it("is amber where nobody is told of a call while the page is out of sight", async () => {
    notices = "denied";
    await run();
    expect(check.result.value).toMatchObject({ rating: "fair", problem: "no-notifications" });
  });

  it("is red where the person heard nothing, or nothing came back, and names the worse of two", async () => {
    await run({ path: "tcp" }, 0.6, false);
    expect(check.result.value).toMatchObject({ rating: "poor", problem: "speaker-unheard" });
    await run({}, 0.6, false, enoughTones - 1);
    expect(check.result.value).toEqual({ rating: "poor", problem: "no-echo", sound: null });
    expect(check.steps.value.get("loss")).toBeNull();
    desk.answer = undefined;
    await run();
    expect(check.result.value).toMatchObject({ rating: "poor", problem: "no-echo" });
  });

  it.each(["microphone-denied", "microphone-missing", "sound-locked"] as const)("is red where it finds %s", async (obstacle) => {
    media.unlock = () => {
      media.become({ canRing: false, obstacle });
      return Promise.reject(new MediaFailure(obstacle));
    };
    await run();
    expect(check.result.value).toMatchObject({ rating: "poor", problem: obstacle });
  });

  it("says where its result could not be kept", async () => {
    desk.keeps = false;
    await run();
    expect(check.kept.value).toBe(false);
  });
});

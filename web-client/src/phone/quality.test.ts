import { describe, expect, it } from "vitest";
import type { SoundTotals } from "../media/media";
import { Quality, type CallQuality } from "./quality";

const totals = (change: Partial<SoundTotals> = {}): SoundTotals => ({
  packets: 0,
  lost: 0,
  concealedMillis: 0,
  jitterMillis: 2,
  roundTripMillis: 20,
  sentLost: 0,
  path: "udp",
  ...change,
});

const heard = (quality: Quality, packets: number, lost: number, change: Partial<SoundTotals> = {}): void => {
  quality.heard("c1", { packets, lost, concealedMillis: 0, jitterMillis: 2, roundTripMillis: 20 }, totals(change));
};

const after = (...seconds: (readonly [packets: number, lost: number, change?: Partial<SoundTotals>])[]): CallQuality | undefined => {
  const quality = new Quality();
  for (const [packets, lost, change] of seconds) heard(quality, packets, lost, change);
  return quality.now.value.get("c1");
};

describe("how a call sounds", () => {
  it("is good with little loss, fair with 6 %, poor with 15 %", () => {
    expect(after([50, 0])).toMatchObject({ rating: "good", lostPercent: 0, roundTripMillis: 20, path: "udp" });
    expect(after([49, 1])).toMatchObject({ rating: "good", lostPercent: 2, worse: "heard" });
    expect(after([47, 3])).toMatchObject({ rating: "fair", lostPercent: 6 });
    expect(after([42, 8])).toMatchObject({ rating: "poor", lostPercent: 16 });
  });

  it("is as bad as the worse way: what the relay lost of this page counts as much", () => {
    expect(after([50, 0, { sentLost: 0.2 }])).toMatchObject({ rating: "poor", lostPercent: 20, worse: "said" });
    expect(after([40, 10, { sentLost: 0.02 }])).toMatchObject({ lostPercent: 20, worse: "heard" });
    expect(after([50, 0, { sentLost: null }])).toMatchObject({ rating: "good", lostPercent: 0 });
  });

  it("is worse with a long delay", () => {
    expect(after([50, 0, { roundTripMillis: 300 }])?.rating).toBe("good");
    expect(after([50, 0, { roundTripMillis: 600 }])?.rating).toBe("fair");
    expect(after([50, 0, { roundTripMillis: null }])).toMatchObject({ rating: "good", roundTripMillis: null });
  });

  it("is silent after three seconds without a packet, and not before", () => {
    expect(after([50, 0], [0, 0], [0, 0])?.rating).toBe("good");
    expect(after([50, 0], [0, 0], [0, 0], [0, 0])?.rating).toBe("silent");
    expect(after([0, 0], [0, 0], [0, 0], [50, 0])?.rating).toBe("good");
  });

  it("forgets what was longer ago than ten seconds", () => {
    const bad = Array.from({ length: 5 }, () => [25, 25] as const);
    const clean = Array.from({ length: 10 }, () => [50, 0] as const);
    expect(after(...bad)?.rating).toBe("poor");
    expect(after(...bad, ...clean)).toMatchObject({ rating: "good", lostPercent: 0 });
  });

  it("is kept for each call apart, and only while it sounds here", () => {
    const quality = new Quality();
    heard(quality, 50, 0);
    quality.heard("c2", { packets: 25, lost: 25, concealedMillis: 0, jitterMillis: 0, roundTripMillis: 0 }, totals());
    expect([...quality.now.value].map(([call, { rating }]) => [call, rating])).toEqual([
      ["c1", "good"],
      ["c2", "poor"],
    ]);
    quality.forgetAllBut(["c2"]);
    expect([...quality.now.value.keys()]).toEqual(["c2"]);
    heard(quality, 0, 0);
    expect(quality.now.value.get("c1")?.rating).toBe("good");
  });
});

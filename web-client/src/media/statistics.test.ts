import { describe, expect, it } from "vitest";
import { totalsOf } from "./statistics";

const inbound = {
  type: "inbound-rtp",
  kind: "audio",
  packetsReceived: 500,
  packetsLost: 3,
  concealedSamples: 4_800,
  jitter: 0.012,
};

describe("what a connection counted", () => {
  it("is read from the reports of a browser", () => {
    const pair = { type: "candidate-pair", nominated: true, currentRoundTripTime: 0.04 };
    expect(totalsOf([{ type: "codec" }, inbound, pair])).toEqual({
      packets: 500,
      lost: 3,
      concealedMillis: 100,
      jitterMillis: 12,
      roundTripMillis: 40,
    });
  });

  it("lacks what a browser does not know", () => {
    expect(totalsOf([{ type: "inbound-rtp", kind: "audio", packetsReceived: 5 }])).toEqual({
      packets: 5,
      lost: 0,
      concealedMillis: 0,
      jitterMillis: 0,
      roundTripMillis: null,
    });
  });

  it("is nothing while no voice is received", () => {
    expect(totalsOf([{ type: "codec" }, { type: "inbound-rtp", kind: "video" }])).toBeUndefined();
  });
});

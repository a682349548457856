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
      sentLost: null,
      path: null,
    });
  });

  it("lacks what a browser does not know", () => {
    expect(totalsOf([{ type: "inbound-rtp", kind: "audio", packetsReceived: 5 }])).toEqual({
      packets: 5,
      lost: 0,
      concealedMillis: 0,
      jitterMillis: 0,
      roundTripMillis: null,
      sentLost: null,
      path: null,
    });
  });

  it("has what the relay lost of this page's voice, and what carries it", () => {
    const pair = { type: "candidate-pair", nominated: true, currentRoundTripTime: 0.04, remoteCandidateId: "r2" };
    const candidates = [
      { type: "remote-candidate", id: "r1", protocol: "udp" },
      { type: "remote-candidate", id: "r2", protocol: "tcp" },
    ];
    const relay = { type: "remote-inbound-rtp", kind: "audio", fractionLost: 0.125 };
    expect(totalsOf([inbound, pair, relay, ...candidates])).toMatchObject({ sentLost: 0.125, path: "tcp" });
  });

  it("is nothing while no voice is received", () => {
    expect(totalsOf([{ type: "codec" }, { type: "inbound-rtp", kind: "video" }])).toBeUndefined();
  });
});

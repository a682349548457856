import type { SoundPath, SoundTotals } from "./media";

/** Chromium and Firefox play at this rate, whatever the codec. */
const samplesPerMilli = 48;

/** Reports as `RTCPeerConnection.getStats` gives them, of which only some members are known to every browser. */
type Report = Readonly<Record<string, unknown>> & { readonly type: string };

/** What a connection counted of the voice it receives; undefined while there is none. Pure. */
export function totalsOf(reports: readonly Report[]): SoundTotals | undefined {
  const inbound = reports.find((one) => one.type === "inbound-rtp" && one["kind"] === "audio");
  if (inbound === undefined) return undefined;
  const pair = reports.find((one) => one.type === "candidate-pair" && one["nominated"] === true && number(one, "currentRoundTripTime") !== null);
  const remote = reports.find((one) => one.type === "remote-inbound-rtp" && one["kind"] === "audio");
  const roundTrip = pair === undefined ? null : number(pair, "currentRoundTripTime");
  return {
    packets: number(inbound, "packetsReceived") ?? 0,
    lost: number(inbound, "packetsLost") ?? 0,
    concealedMillis: (number(inbound, "concealedSamples") ?? 0) / samplesPerMilli,
    jitterMillis: (number(inbound, "jitter") ?? 0) * 1_000,
    roundTripMillis: roundTrip === null ? null : roundTrip * 1_000,
    sentLost: remote === undefined ? null : number(remote, "fractionLost"),
    path: pathOf(reports, pair),
  };
}

/** What a connection counts now; nothing where the browser refuses to tell, as of one that was closed meanwhile. */
export async function reportsOf(connection: RTCPeerConnection): Promise<readonly Report[]> {
  const reports: RTCStats[] = [];
  const all = await connection.getStats().catch(() => undefined);
  all?.forEach((report: RTCStats) => reports.push(report));
  return reports.map((report) => ({ ...report }));
}

/** The transport of the pair in use, by its candidate at the relay. */
function pathOf(reports: readonly Report[], pair: Report | undefined): SoundPath | null {
  const far = reports.find((one) => one.type === "remote-candidate" && one["id"] === pair?.["remoteCandidateId"]);
  const protocol = far?.["protocol"];
  return protocol === "udp" || protocol === "tcp" ? protocol : null;
}

function number(report: Report, name: string): number | null {
  const value = report[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import type { SoundTotals } from "../media/media";

let clock: FakeClock;
let server: FakeSwitchboard;
let alice: FakePerson;
let bob: FakePerson;

beforeEach(async () => {
  clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  alice = new FakePerson("alice", server, clock);
  bob = new FakePerson("bob", server, clock);
  await alice.logsIn();
  await bob.logsIn();
});

const totals = (change: Partial<SoundTotals>): SoundTotals => ({
  packets: 0,
  lost: 0,
  concealedMillis: 0,
  jitterMillis: 3.4,
  roundTripMillis: 40.6,
  sentLost: null,
  path: "udp",
  ...change,
});

/** A second in which alice receives that. */
const second = async (packets: number, lost: number): Promise<void> => {
  const before = alice.sound.counted ?? totals({});
  alice.sound.counted = totals({ packets: before.packets + packets, lost: before.lost + lost });
  await clock.pass(1_000);
};

const talk = async (): Promise<void> => {
  await alice.dials("102");
  await bob.answers();
};

const facts = (): readonly unknown[] => server.messages("alice", "facts");

describe("what each second sounded like", () => {
  it("is told of five seconds at a time, each by itself", async () => {
    await talk();
    await second(50, 0);
    for (let i = 0; i < 4; i++) await second(50, 0);
    expect(facts()).toEqual([]);
    await second(45, 5);
    expect(facts()).toMatchObject([{ call: alice.call.id }]);
    const { seconds } = facts()[0] as { seconds: unknown[] };
    expect(seconds).toHaveLength(5);
    expect(seconds[0]).toEqual({ packets: 50, lost: 0, concealedMillis: 0, jitterMillis: 3, roundTripMillis: 41 });
    expect(seconds[4]).toMatchObject({ packets: 45, lost: 5 });
  });

  it("is not told while nothing is received", async () => {
    await talk();
    await clock.pass(10_000);
    expect(facts()).toEqual([]);
  });

  it("begins anew where the sound does", async () => {
    await talk();
    await second(500, 0);
    alice.sound.counted = totals({ packets: 10 });
    await clock.pass(1_000);
    for (let i = 0; i < 5; i++) await second(50, 0);
    const { seconds } = facts()[0] as { seconds: { packets: number }[] };
    expect(seconds.map(({ packets }) => packets)).toEqual([50, 50, 50, 50, 50]);
  });

  it("is told no more when the call is over", async () => {
    await talk();
    for (let i = 0; i < 3; i++) await second(50, 0);
    await alice.phone.calls.hangUp(alice.call.key);
    await settled();
    await clock.pass(20_000);
    expect(facts()).toEqual([]);
  });
});

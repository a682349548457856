import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { elementsOf } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { QualityLine } from "./quality-line";

describe("the line that says how a call sounds", () => {
  let clock: FakeClock;
  let alice: FakePerson;
  let bob: FakePerson;

  beforeEach(async () => {
    clock = new FakeClock();
    const server = new FakeSwitchboard(clock);
    alice = new FakePerson("alice", server, clock);
    bob = new FakePerson("bob", server, clock);
    await alice.logsIn();
    await bob.logsIn();
    await alice.dials("102");
    await bob.answers();
    await settled();
  });

  const line = (): string | undefined => elementsOf(<QualityLine call={alice.call} phone={alice.phone} />)[0]?.text;

  const second = async (change: { readonly packets?: number; readonly lost?: number; readonly sentLost?: number }): Promise<void> => {
    const before = alice.sound.counted;
    alice.sound.counted = {
      packets: (before?.packets ?? 0) + (change.packets ?? 0),
      lost: (before?.lost ?? 0) + (change.lost ?? 0),
      concealedMillis: 0,
      jitterMillis: 1,
      roundTripMillis: 24.4,
      sentLost: change.sentLost ?? 0,
      path: "udp",
    };
    await clock.pass(1_000);
  };

  it("says nothing before there is something to say", () => {
    expect(line()).toBeUndefined();
  });

  it("says the word and what it rests on", async () => {
    await second({ packets: 50 });
    await second({ packets: 499, lost: 1 });
    expect(line()).toBe("Sound: good · 0.2% lost · 24 ms · UDP");
  });

  it("says whose voice is lost", async () => {
    await second({ packets: 50 });
    await second({ packets: 50, sentLost: 0.25 });
    expect(line()).toBe("Sound: poor · 25% of your voice lost · 24 ms · UDP");
  });

  it("says when nothing comes at all, and nothing on hold", async () => {
    for (const packets of [50, 0, 0, 0]) await second({ packets });
    expect(line()).toBe("Nothing has been received for some seconds");
    await alice.phone.calls.hold(alice.call.key);
    await settled();
    expect(line()).toBeUndefined();
  });
});

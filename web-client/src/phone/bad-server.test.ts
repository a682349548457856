import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled, WrongClock } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { patience } from "../signaling/link";
import { retryPause, Rolls } from "../fake/rolls";

const hour = 3_600_000;

/** One of each kind, as it may come; each run spoils them in another way. */
const frames: readonly Readonly<Record<string, unknown>>[] = [
  { type: "reply", id: 3, sdp: "v=0" },
  { type: "error", id: 3, code: "wrong-state", message: "no" },
  { type: "call", call: { id: "c-7", direction: "in", state: "in-call", party: { name: "Eve", number: "107", via: "", heldByOther: false } } },
  { type: "probe", nonce: "n" },
  { type: "availability", available: true, reachable: true },
  { type: "voicemail", unheard: 3 },
  { type: "rooms", rooms: [{ id: "r", name: "Room", number: "400", own: false, stay: null }] },
  { type: "people", anew: false, people: [{ extension: "102", name: "Bob", presence: "available" }] },
];

const junk: readonly unknown[] = [null, [], {}, -1, 1e308, "", "<img src=x onerror=alert(1)>", "x".repeat(2_000), true, [[[]]], { id: {} }];

describe("a server that", () => {
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

  it("talks nonsense keeps nobody from a call", async () => {
    await alice.dials("102");
    await bob.answers();
    const rolls = new Rolls(20_261_127);
    for (let run = 0; run < 2_000; run++) {
      const spoilt = rolls.spoil(rolls.one(frames), junk);
      server.tell("alice", spoilt);
      server.raw("alice", rolls.tear(JSON.stringify(spoilt)));
    }
    // Torn frames have no numbers of their own: the stream may have begun anew.
    await clock.pass(retryPause);
    expect(alice.phone.state.byId("c-1")?.state).toBe("in-call");
    await alice.phone.calls.hangUp(alice.phone.state.byId("c-1")?.key ?? "");
    await settled();
    expect(bob.states()).toEqual(["ended"]);
  });

  it("says everything twice is heard once", async () => {
    server.doubles = true;
    await alice.dials("102");
    await bob.answers();
    expect(alice.states()).toEqual(["in-call"]);
    expect(bob.states()).toEqual(["in-call"]);
    await alice.phone.calls.hangUp(alice.call.key);
    await settled();
    expect(bob.states()).toEqual(["ended"]);
    expect(bob.phone.state.calls.value).toHaveLength(1);
  });

  it("never answers is given up, and the person told", async () => {
    server.lost.add("call");
    const dialling = alice.dials("102");
    await clock.pass(patience.answer);
    await dialling;
    expect(alice.call.state).toBe("ended");
    expect(alice.call.failure).toBe("not-connected");
    expect(alice.media.openSessions).toEqual([]);
  });

  it("answers too late does not bring back what was given up", async () => {
    server.lost.add("call");
    const dialling = alice.dials("102");
    await clock.pass(patience.answer);
    await dialling;
    server.tell("alice", { type: "reply", id: 2, sdp: "answer of the relay" });
    await settled();
    expect(alice.call.state).toBe("ended");
  });

  for (const ahead of [2 * hour, -2 * hour]) {
    it(`is ${ahead > 0 ? "behind" : "ahead of"} this computer's clock by two hours is believed: a call lasts as long as it does`, async () => {
      await alice.dials("102");
      await bob.answers();
      await clock.pass(60_000);
      server.breakSocket("alice");
      server.show("alice", { state: "reconnecting", media: "none", answered: new Date(clock.now() - 60_000).toISOString() });
      const wrong = new WrongClock(clock, ahead);
      const reloaded = new FakePerson("alice", server, wrong);
      await reloaded.logsIn();
      expect(wrong.now() - (reloaded.call.answered ?? 0)).toBe(60_000);
    });
  }
});

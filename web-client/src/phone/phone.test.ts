import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { MediaFailure } from "../media/media";
import { refusals } from "./call";
import { durations } from "./conversations";
import { Phone } from "./phone";

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

describe("a call from alice to bob", () => {
  it("rings at bob, is answered, and both speak", async () => {
    await alice.dials("102");
    expect(alice.call).toMatchObject({ state: "ringing", name: "Bob", id: "c-1" });
    expect(bob.media.ringing).toBe("ring");
    expect(bob.sound.speaking).toBe(false);
    await bob.answers();
    expect(bob.media.ringing).toBe("silent");
    for (const person of [alice, bob]) {
      expect(person.states()).toEqual(["in-call"]);
      expect(person.sound.accepted).toBe("answer of the relay");
      expect(person.sound.speaking).toBe(true);
    }
    expect(alice.call.answered).toBe(clock.now());
  });

  it("shows that it calls before the server has answered", async () => {
    server.lost.add("call");
    void alice.phone.calls.dial("102", "Bob");
    await settled();
    expect(alice.call).toMatchObject({ state: "calling", id: null, name: "Bob", asking: true });
  });

  it("is one call, also when news of it comes before the reply, its sound not yet placed", async () => {
    server.lost.add("call");
    void alice.phone.calls.dial("102", "");
    await settled();
    const id = server.messages("alice", "call")[0]?.id;
    const party = { name: "Bob", number: "102", via: "", heldByOther: false };
    const none = { card: null, consult: null, slot: null, with: [] };
    const view = { id: "c-9", direction: "out", party, began: "", answered: null, ended: null, ...none };
    server.tell("alice", { type: "call", call: { ...view, state: "calling", media: "none" } });
    server.tell("alice", { type: "call", call: { ...view, state: "ringing", media: "here" } });
    server.tell("alice", { type: "reply", id, sdp: "s", call: { ...view, state: "calling", media: "here" } });
    await settled();
    expect(alice.phone.state.calls.value).toMatchObject([{ id: "c-9", state: "ringing", asking: false }]);
    expect(server.messages("alice", "attach")).toEqual([]);
    expect(alice.sound.accepted).toBe("s");
  });

  it("is made ready at bob's page while it rings, so that the answer goes out with the offer at once", async () => {
    await alice.dials("102");
    expect(bob.media.sessions).toHaveLength(1);
    await bob.answers();
    expect(bob.media.sessions).toHaveLength(1);
    expect(server.messages("bob", "answer")).toMatchObject([{ sdp: "offer of session 1" }]);
  });

  it("is hung up by bob: ended at both, the sound closed, shown for 5 s and then put away", async () => {
    await alice.dials("102");
    await bob.answers();
    await bob.phone.calls.hangUp(bob.call.key);
    await settled();
    expect(alice.call).toMatchObject({ state: "ended", reason: "hung-up" });
    expect(alice.media.openSessions).toEqual([]);
    expect(bob.media.openSessions).toEqual([]);
    await clock.pass(durations.endedShown - 1);
    expect(alice.states()).toEqual(["ended"]);
    await clock.pass(1);
    expect(alice.states()).toEqual([]);
    expect(alice.phone.state.earlier.value).toHaveLength(1);
  });

  it("is silent as soon as bob hangs up, and its connection ends only with the call", async () => {
    await alice.dials("102");
    await bob.answers();
    server.lost.add("hang-up");
    const sound = bob.sound;
    void bob.phone.calls.hangUp(bob.call.key);
    await settled();
    expect(sound).toMatchObject({ hushed: true, closed: false });
    await clock.pass(10_000);
    expect(sound.closed).toBe(true);
  });

  it("is declined by bob", async () => {
    await alice.dials("102");
    await bob.phone.calls.hangUp(bob.call.key);
    expect(server.messages("bob", "decline")).toHaveLength(1);
    expect(alice.call).toMatchObject({ state: "ended", reason: "declined" });
  });

  it("is held and resumed: alice's microphone is not heard meanwhile", async () => {
    await alice.dials("102");
    await bob.answers();
    await alice.phone.calls.hold(alice.call.key);
    expect(alice.call).toMatchObject({ state: "on-hold", asking: false });
    expect(alice.sound.speaking).toBe(false);
    await alice.phone.calls.resume(alice.call.key);
    expect(alice.call.state).toBe("in-call");
    expect(alice.sound.speaking).toBe(true);
  });

  it("is muted by alice alone, also over a hold", async () => {
    await alice.dials("102");
    await bob.answers();
    alice.phone.calls.mute(alice.call.key, true);
    expect(alice.sound.speaking).toBe(false);
    await alice.phone.calls.hold(alice.call.key);
    await alice.phone.calls.resume(alice.call.key);
    expect(alice.sound.speaking).toBe(false);
    alice.phone.calls.mute(alice.call.key, false);
    expect(alice.sound.speaking).toBe(true);
  });

  it("sends the keys pressed", async () => {
    await alice.dials("102");
    await alice.phone.calls.digits(alice.call.key, "5");
    expect(server.messages("alice", "digits")).toMatchObject([{ call: "c-1", digits: "5" }]);
  });

  it("is given up by alice before the server has answered: it is hung up there too", async () => {
    server.lost.add("call");
    void alice.phone.calls.dial("102", "");
    await settled();
    await alice.phone.calls.hangUp(alice.call.key);
    expect(alice.call).toMatchObject({ state: "ended", reason: "cancelled" });
    const id = server.messages("alice", "call")[0]?.id;
    const none = { card: null, consult: null, slot: null, with: [] };
    const view = { direction: "out", state: "calling", began: "", answered: null, ended: null, media: "here", ...none };
    const party = { name: "Bob", number: "102", via: "", heldByOther: false };
    server.tell("alice", { type: "reply", id, sdp: "s", call: { id: "c-9", party, ...view } });
    await settled();
    expect(server.messages("alice", "hang-up")).toMatchObject([{ call: "c-9" }]);
    expect(alice.states()).toEqual(["ended"]);
  });
});

describe("a call that fails", () => {
  it("keeps its sound while the busy tone plays, until the server closes it", async () => {
    await alice.dials("999");
    server.show("alice", { state: "ended", ended: "busy", media: "here" });
    expect(alice.call).toMatchObject({ state: "ended", reason: "busy" });
    expect(alice.sound.closed).toBe(false);
    server.show("alice", { media: "none" });
    expect(alice.media.openSessions).toEqual([]);
  });

  it("loses its tone when alice hangs up", async () => {
    await alice.dials("999");
    server.show("alice", { state: "ended", ended: "busy", media: "here" });
    await alice.phone.calls.hangUp(alice.call.key);
    expect(alice.media.openSessions).toEqual([]);
    expect(server.messages("alice", "hang-up")).toHaveLength(1);
  });

  it("loses its tone when the relay closes it", async () => {
    await alice.dials("999");
    server.show("alice", { state: "ended", ended: "busy", media: "here" });
    alice.sound.events.lost();
    expect(alice.call.media).toBe("none");
    expect(alice.media.openSessions).toEqual([]);
  });

  it("has no tone if it was answered, whatever is said of its sound", async () => {
    await alice.dials("102");
    await bob.answers();
    server.show("alice", { state: "ended", ended: "hung-up", media: "here" });
    expect(alice.media.openSessions).toEqual([]);
  });

  it.each(refusals)("says so when the server refuses it: %s", async (refusal) => {
    server.refusals.set("call", refusal);
    await alice.dials("102");
    expect(alice.call).toMatchObject({ state: "ended", failure: refusal });
    expect(alice.media.openSessions).toEqual([]);
  });

  it("says no more than that when the server refuses it for another reason", async () => {
    server.refusals.set("call", "internal");
    await alice.dials("102");
    expect(alice.call).toMatchObject({ state: "ended", failure: "refused" });
  });

  it("says so when the microphone is not allowed, and asks nothing of the server", async () => {
    alice.media.failure = new MediaFailure("microphone-denied");
    await alice.dials("102");
    expect(alice.call).toMatchObject({ state: "ended", failure: "microphone-denied" });
    expect(server.messages("alice", "call")).toEqual([]);
  });

  it("goes on ringing at bob when his microphone is not allowed", async () => {
    bob.media.failure = new MediaFailure("microphone-denied");
    await alice.dials("102");
    await bob.answers();
    expect(bob.call).toMatchObject({ state: "ringing", failure: "microphone-denied", asking: false });
  });

  it("is not answered twice: the other phone was quicker", async () => {
    await alice.dials("102");
    server.refusals.set("answer", "answered-elsewhere");
    await bob.answers();
    expect(bob.media.openSessions).toEqual([]);
    server.show("bob", { state: "ended", ended: "answered-elsewhere", media: "none" });
    expect(bob.call).toMatchObject({ state: "ended", reason: "answered-elsewhere", failure: null });
  });
});

describe("two calls", () => {
  it("are not spoken at once: answering the second holds the first", async () => {
    await alice.dials("102");
    await bob.answers();
    await alice.dials("102");
    expect(bob.media.ringing).toBe("second");
    await bob.answers();
    expect(bob.states()).toEqual(["on-hold", "in-call"]);
    expect(alice.states()).toEqual(["on-hold", "in-call"]);
    expect(bob.phone.state.onStage.value?.id).toBe("c-2");
    await bob.phone.calls.resume(bob.phone.state.byId("c-1")?.key ?? "");
    expect(bob.states()).toEqual(["in-call", "on-hold"]);
    expect(bob.phone.state.onStage.value?.id).toBe("c-1");
  });
});

describe("the sound of a call", () => {
  beforeEach(async () => {
    await alice.dials("102");
    await bob.answers();
  });

  it("is attached anew when its way is lost, the old one kept until the new one answers", async () => {
    const old = alice.sound;
    server.lost.add("attach");
    old.events.lost();
    await settled();
    expect(old.closed).toBe(false);
    server.lost.clear();
    server.breakSocket("alice");
    server.continues = false;
    await clock.pass(2_000);
    expect(old.closed).toBe(true);
    expect(alice.sound.accepted).toBe("answer of the relay");
    expect(alice.sound.speaking).toBe(true);
    expect(alice.states()).toEqual(["in-call"]);
  });

  it("is attached anew when the network is another one, though the old way does not say that it is dead", async () => {
    const old = alice.sound;
    alice.phone.networkIsBack();
    await settled();
    expect(server.messages("alice", "hello")).toHaveLength(2);
    expect(server.messages("alice", "attach")).toHaveLength(1);
    expect(old.closed).toBe(true);
    expect(alice.sound.accepted).toBe("answer of the relay");
    expect(alice.states()).toEqual(["in-call"]);
  });

  it("is attached by a page that was loaded anew", async () => {
    server.breakSocket("alice");
    server.show("alice", { state: "reconnecting", media: "none" });
    const reloaded = new FakePerson("alice", server, clock);
    await reloaded.logsIn();
    expect(reloaded.states()).toEqual(["in-call"]);
    expect(server.messages("alice", "attach")).toMatchObject([{ call: "c-1", sdp: "offer of session 1" }]);
    expect(reloaded.sound.speaking).toBe(true);
  });

  it("is rescued by a fresh page also when the server learns of the loss a little later", async () => {
    server.breakSocket("alice");
    server.show("alice", { media: "elsewhere" });
    const reloaded = new FakePerson("alice", server, clock);
    await reloaded.logsIn();
    expect(server.messages("alice", "attach")).toEqual([]);
    server.show("alice", { state: "reconnecting", media: "none" });
    await settled();
    expect(reloaded.states()).toEqual(["in-call"]);
  });

  it("is not taken by a page that never carried it", async () => {
    server.show("alice", { media: "elsewhere" });
    expect(alice.media.openSessions).toEqual([]);
    server.show("alice", { state: "reconnecting", media: "none" });
    await settled();
    expect(server.messages("alice", "attach")).toEqual([]);
    await alice.phone.calls.takeHere(alice.call.key);
    expect(alice.states()).toEqual(["in-call"]);
  });
});

describe("the page", () => {
  it("answers a probe at once, with what keeps it from ringing", () => {
    server.tell("alice", { type: "probe", nonce: "n1" });
    alice.media.become({ canRing: false, obstacle: "sound-locked" });
    server.tell("alice", { type: "probe", nonce: "n2" });
    expect(server.messages("alice", "probed")).toMatchObject([
      { nonce: "n1", canRing: true },
      { nonce: "n2", canRing: false, obstacle: "sound-locked" },
    ]);
  });

  it("answers the first probe only when it is known what the browser allows", async () => {
    const early = new FakePerson("bob", server, clock);
    let settle = (): void => undefined;
    early.media.settling = new Promise((resolve) => (settle = resolve));
    early.media.ready = { canRing: false, obstacle: "sound-locked" };
    const page = new Phone(
      server.surroundings("bob"),
      early.beside(),
      early.media,
      clock,
    );
    page.start();
    await settled();
    server.tell("bob", { type: "probe", nonce: "n1" });
    await settled();
    expect(server.messages("bob", "probed")).toEqual([]);
    early.media.ready = { canRing: true };
    settle();
    await settled();
    expect(server.messages("bob", "probed")).toMatchObject([{ nonce: "n1", canRing: true }]);
  });

  it("shows that the sound is locked until it is unlocked", async () => {
    alice.media.become({ canRing: false, obstacle: "sound-locked" });
    expect(alice.phone.state.readiness.value).toEqual({ canRing: false, obstacle: "sound-locked" });
    await alice.phone.unlock();
    expect(alice.phone.state.readiness.value).toEqual({ canRing: true });
  });

  it("takes an availability back that the server refused", async () => {
    server.refusals.set("availability", "internal");
    const done = alice.phone.setAvailable(false);
    await done;
    expect(alice.phone.state.available.value).toBe(true);
    await alice.phone.setAvailable(false);
    expect(alice.phone.state.available.value).toBe(false);
  });

  it("refuses a view that brings an ended call back", async () => {
    await alice.dials("102");
    await alice.phone.calls.hangUp(alice.call.key);
    server.show("alice", { state: "in-call", ended: null });
    expect(alice.states()).toEqual(["ended"]);
    expect(alice.phone.calls.refusedMoves).toBe(1);
  });

  it("ends what the server no longer knows after a new beginning", async () => {
    await alice.dials("102");
    server.show("alice", { state: "ended", ended: "network", media: "none" });
    await clock.pass(durations.endedShown);
    await alice.dials("102");
    server.continues = false;
    server.breakSocket("alice");
    server.show("alice", { state: "ended", ended: "server-restarted", media: "none" });
    await clock.pass(300);
    expect(alice.states()).toEqual(["ended"]);
    expect(alice.media.openSessions).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";

describe("a browser that is woken", () => {
  let alice: FakePerson;

  beforeEach(async () => {
    const clock = new FakeClock();
    alice = new FakePerson("alice", new FakeSwitchboard(clock), clock);
    await alice.logsIn();
  });

  it("is so once the person wants it, until he does not or signs out", async () => {
    const { waking } = alice.phone;
    expect(waking.state.value).toBe("off");
    await waking.turn(true);
    expect([waking.state.value, alice.push.now]).toEqual(["on", "on"]);
    await waking.turn(false);
    expect([waking.state.value, alice.push.now]).toEqual(["off", "off"]);
    await waking.turn(true);
    await alice.phone.signOut();
    expect(alice.push.now).toBe("off");
  });

  it("stays as it was where the push service is away", async () => {
    const { waking } = alice.phone;
    alice.push.away = true;
    await waking.turn(true);
    expect([waking.state.value, waking.failed.value]).toEqual(["off", true]);
    alice.push.away = false;
    await waking.turn(true);
    expect([waking.state.value, waking.failed.value]).toEqual(["on", false]);
  });

  it("is looked at again when notifications are allowed", async () => {
    alice.push.now = "on";
    alice.notices.become("denied");
    alice.notices.become("granted");
    await settled();
    expect(alice.phone.waking.state.value).toBe("on");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { looks } from "../phone/agent";
import { Queues } from "./queues";

let clock: FakeClock;
let bob: FakePerson;

const support = { id: "support", name: "Support", waiting: 0, longestSeconds: 0 };

beforeEach(() => {
  clock = new FakeClock();
  bob = new FakePerson("bob", new FakeSwitchboard(clock), clock);
});

const shown = (): readonly FakeElement[] => elementsOf(<Queues agent={bob.phone.agent} />);
const one = (type: string, label: string): FakeElement | undefined =>
  shown().find((element) => element.type === type && element.props["aria-label"] === label);

async function serves(): Promise<void> {
  bob.duty.duty = { queues: [support], onDuty: true, pause: null };
  await bob.logsIn();
}

describe("the queues of an agent", () => {
  it("are not shown to who serves none, and asked for again after a while", async () => {
    await bob.logsIn();
    expect(shown()).toEqual([]);
    bob.duty.duty = { queues: [support], onDuty: true, pause: null };
    await clock.pass(looks.other);
    expect(one("section", "Queues")?.text).toContain("SupportNobody waits");
  });

  it("say who waits, soon after it is so", async () => {
    await serves();
    bob.duty.duty = { ...bob.duty.duty, queues: [{ ...support, waiting: 2, longestSeconds: 75 }] };
    await clock.pass(looks.agent);
    expect(one("section", "Queues")?.text).toContain("2 waiting, 01:15");
  });

  it("are left by the switch, and the server's word is shown", async () => {
    await serves();
    expect(one("button", "Queue duty")?.props["aria-checked"]).toBe(true);
    (one("button", "Queue duty")?.props["onClick"] as () => void)();
    await settled();
    expect(bob.duty.requests.at(-1)).toBe('PUT {"onDuty":false,"pause":null}');
    expect(one("button", "Queue duty")?.props["aria-checked"]).toBe(false);
    expect(one("select", "Pause")?.props["disabled"]).toBe(true);
  });

  it("wait while a pause lasts, whatever its reason", async () => {
    await serves();
    const choose = one("select", "Pause")?.props["onChange"] as (event: unknown) => void;
    choose({ currentTarget: { value: "Lunch" } });
    await settled();
    expect(bob.duty.requests.at(-1)).toBe('PUT {"onDuty":true,"pause":"Lunch"}');
    expect(one("select", "Pause")?.props["value"]).toBe("Lunch");
    bob.duty.duty = { ...bob.duty.duty, pause: "Stocktaking" };
    await clock.pass(looks.agent);
    expect(one("select", "Pause")?.text).toContain("Stocktaking");
  });

  it("say so when a change was not taken, and show what still holds", async () => {
    await serves();
    bob.duty.broken = true;
    (one("button", "Queue duty")?.props["onClick"] as () => void)();
    await settled();
    expect(shown().find(({ props }) => props["role"] === "alert")?.text).toContain("did not reach the server");
    expect(one("button", "Queue duty")?.props["aria-checked"]).toBe(true);
  });

  it("are not asked for while the page is not connected", async () => {
    await clock.pass(looks.other);
    expect(bob.duty.requests).toEqual([]);
  });
});

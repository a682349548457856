import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeBrowser } from "../fake/tabs";
import { FakeSwitchboard } from "../fake/switchboard";
import { followRinging } from "./notifier";

describe("the notices outside the page", () => {
  let clock: FakeClock;
  let server: FakeSwitchboard;
  let alice: FakePerson;
  let bob: FakePerson;
  let inSight: boolean;
  let look: () => void;

  beforeEach(async () => {
    clock = new FakeClock();
    server = new FakeSwitchboard(clock);
    alice = new FakePerson("alice", server, clock);
    bob = new FakePerson("bob", server, clock);
    await alice.logsIn();
    await bob.logsIn();
    inSight = false;
    const sight = {
      inSight: () => inSight,
      watch: (changed: () => void) => {
        look = changed;
      },
    };
    followRinging(bob.phone, sight);
  });

  const standing = (): string[] => [...bob.notices.standing.values()].map(({ title }) => title);
  const press = async (action: "answer" | "decline" | "open"): Promise<void> => {
    bob.notices.press({ call: bob.call.id ?? "", action });
    await settled();
  };

  it("say who calls, with words for both buttons, and go when it rings no more", async () => {
    await alice.dials("102");
    expect([...bob.notices.standing.values()]).toMatchObject([
      { title: "Alice is calling", body: "101", answer: "Answer", decline: "Decline" },
    ]);
    await alice.phone.calls.hangUp(alice.call.key);
    await settled();
    expect(standing()).toEqual([]);
  });

  it("are none while the page is in sight, and go when it comes into sight", async () => {
    inSight = true;
    look();
    await alice.dials("102");
    expect(standing()).toEqual([]);
    inSight = false;
    look();
    expect(standing()).toEqual(["Alice is calling"]);
    inSight = true;
    look();
    expect(standing()).toEqual([]);
  });

  it("are told by one tab for all, and not while another tab is in sight", async () => {
    const browser = new FakeBrowser("of carol");
    const [seen, unseen] = [new FakePerson("carol", server, clock, browser), new FakePerson("carol", server, clock, browser)];
    let turn: (inSight: boolean) => void = () => undefined;
    for (const tab of [unseen, seen]) {
      let mine = tab === seen;
      followRinging(tab.phone, {
        inSight: () => mine,
        watch: (changed) => {
          if (tab !== seen) return;
          turn = (inSight) => {
            mine = inSight;
            changed();
          };
        },
      });
      await tab.logsIn();
    }
    await alice.dials("103");
    const told = (): number[] => [unseen, seen].map((tab) => tab.notices.standing.size);
    expect(told()).toEqual([0, 0]);
    turn(false);
    expect(told()).toEqual([1, 0]);
  });

  it("answer and decline where they are pressed", async () => {
    await alice.dials("102");
    await press("open");
    expect(bob.states()).toEqual(["ringing"]);
    await press("answer");
    expect(bob.states()).toEqual(["in-call"]);
    expect(alice.states()).toEqual(["in-call"]);
    expect(standing()).toEqual([]);
  });

  it("decline too, and do nothing for a call that rings no more", async () => {
    await alice.dials("102");
    await press("decline");
    expect(alice.states()).toEqual(["ended"]);
    await press("answer");
    expect(bob.media.openSessions).toEqual([]);
  });

  it("answer a call that the page learns of only afterwards, and no other", async () => {
    const carol = new FakePerson("carol", server, clock);
    followRinging(carol.phone, { inSight: () => false, watch: () => undefined });
    await alice.dials("103");
    carol.notices.press({ call: "c-other", action: "answer" });
    await carol.logsIn();
    expect(carol.states()).toEqual(["ringing"]);
    await alice.phone.calls.hangUp(alice.call.key);
    await settled();
    await alice.dials("103");
    expect(carol.states().at(-1)).toBe("ringing");
    const late = new FakePerson("carol", server, clock);
    late.phone.notices.answerOnceKnown(alice.call.id ?? "");
    await late.logsIn();
    expect(late.states().at(-1)).toBe("in-call");
    expect(alice.states().at(-1)).toBe("in-call");
  });

  it("of the time before are taken away when the page comes into sight", () => {
    expect(bob.notices.cleared).toBe(0);
    inSight = true;
    look();
    expect(bob.notices.cleared).toBe(1);
  });

  it("are shown once the person allows them", async () => {
    bob.notices.become("ask");
    await alice.dials("102");
    expect(standing()).toEqual([]);
    await bob.phone.notices.ask();
    look();
    expect(bob.phone.notices.permission.value).toBe("granted");
    inSight = true;
    look();
    inSight = false;
    look();
    expect(standing()).toEqual(["Alice is calling"]);
  });
});

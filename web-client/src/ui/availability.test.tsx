import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock } from "../fake/clock";
import { elementsOf } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { Availability } from "./availability";

describe("whether the phone can ring", () => {
  let alice: FakePerson;

  beforeEach(async () => {
    const clock = new FakeClock();
    alice = new FakePerson("alice", new FakeSwitchboard(clock), clock);
    await alice.logsIn();
  });

  const reason = (): string | undefined =>
    elementsOf(<Availability phone={alice.phone} />).find(({ props }) => props["id"] === "availability-reason")?.text;

  it("is told in words", () => {
    expect(reason()).toBe("Available");
    alice.media.become({ canRing: false, obstacle: "microphone-missing" });
    expect(reason()).toBe("Cannot ring: no microphone was found");
  });

  it("waits for the answer while the browser asks about the microphone", () => {
    alice.media.asking = true;
    alice.media.become({ canRing: false, obstacle: "sound-locked" });
    expect(reason()).toBe("Your browser asks about the microphone: allow it");
    alice.media.asking = false;
    alice.media.become({ canRing: true });
    expect(reason()).toBe("Available");
  });
});

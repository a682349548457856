import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { checkTimes } from "../phone/readiness-check";
import { DeviceNotice } from "./device-notice";
import { DevicesForm } from "./devices-page";

const heardWell = {
  packets: 400,
  lost: 0,
  concealedMillis: 0,
  jitterMillis: 1,
  roundTripMillis: 20,
  sentLost: 0,
  path: "udp",
} as const;

describe("the place Devices", () => {
  let clock: FakeClock;
  let alice: FakePerson;

  beforeEach(async () => {
    clock = new FakeClock();
    alice = new FakePerson("alice", new FakeSwitchboard(clock), clock);
    alice.media.devices.plug(["Desk", "Headset"], ["Screen", "Headset"]);
    await settled();
  });

  const all = (): readonly FakeElement[] => elementsOf(<DevicesForm phone={alice.phone} />);
  const named = (name: string): FakeElement | undefined => all().find(({ props }) => props["aria-label"] === name);
  const texts = (type: string): string[] => all().flatMap((one) => (one.type === type ? [one.text] : []));
  const act = (element: FakeElement | undefined, event: "onChange" | "onClick", target: object = {}): void => {
    (element?.props[event] as (event: object) => void)({ currentTarget: target });
  };

  const press = (name: string): void => {
    act(
      all().find(({ text, type }) => type === "button" && text === name),
      "onClick",
    );
  };

  it("offers what there is and shows what was chosen", () => {
    expect(named("Ringing")?.text).toBe("The computer's own choiceScreenHeadset");
    act(named("Ringing"), "onChange", { value: "screen" });
    expect(named("Ringing")?.props["value"]).toBe("screen");
    expect(named("Speaker")?.props["value"]).toBe("");
    expect(alice.media.devices.used.ringing).toBe("screen");
  });

  it("switches the cleaning of the voice", () => {
    const boxes = all().filter(({ props }) => props["type"] === "checkbox");
    act(boxes[1], "onChange", { checked: false });
    expect(alice.media.devices.used.noiseSuppression).toBe(false);
  });

  it("plays a sample of each output", () => {
    for (const button of all().filter(({ type, text }) => type === "button" && text.startsWith("Play"))) act(button, "onClick");
    expect(alice.media.devices.samples).toEqual(["speaker", "ringing"]);
  });

  it("checks the phone, asks whether the test sound was heard, and says what to do", async () => {
    press("Check this phone");
    await settled();
    expect(texts("p")).toContain("Did you hear the test sound?");
    expect(texts("li")).toContain("SpeakerNot known yet");
    press("No");
    expect(texts("li")).toContain("SpeakerProblem");
    expect(texts("p")).not.toContain("Did you hear the test sound?");
    alice.media.devices.metered?.(0.6);
    if (alice.media.echoed !== undefined) {
      alice.media.echoed.tones = 16;
      alice.media.echoed.counted = heardWell;
    }
    await clock.pass(checkTimes.patience);
    expect(texts("p")).toEqual(
      expect.arrayContaining([
        "Not ready for calls",
        "Choose another speaker below, or turn the volume up.",
        "0% lost · 20 ms there and back · UDP",
      ]),
    );
    expect(texts("button")).toContain("Check again");
    expect(alice.readiness.last).toMatchObject({ rating: "poor", problem: "speaker-unheard" });
  });

  it("says when the browser cannot choose where it sounds", async () => {
    alice.media.devices.plug(["Desk"], []);
    await settled();
    expect(named("Speaker")).toBeUndefined();
    expect(texts("p")).toContain("This browser cannot choose where it sounds: the computer's own choice is used.");
  });

  it.each([
    ["sound-locked", "keeps this page silent", true],
    ["microphone-denied", "does not let this page use a microphone", false],
    ["microphone-missing", "plug one in", false],
  ] as const)("says what stops it from ringing: %s", (obstacle, words, remedy) => {
    alice.media.become({ canRing: false, obstacle });
    expect(texts("p").join()).toContain(words);
    expect(texts("button").includes("Unlock sound")).toBe(remedy);
  });

  it("unlocks sound", async () => {
    alice.media.become({ canRing: false, obstacle: "sound-locked" });
    press("Unlock sound");
    await settled();
    expect(texts("p")).toContain("Sound is unlocked: this page can ring.");
  });

  it("says anywhere on the page that a chosen device is gone, until it is back", async () => {
    const notice = (): FakeElement | undefined => elementsOf(<DeviceNotice devices={alice.phone.devices} />)[0];
    alice.phone.devices.choose("microphone", "headset");
    expect(notice()?.props["hidden"]).toBe(true);
    alice.media.devices.plug(["Desk"], ["Screen"]);
    await settled();
    expect(notice()?.props["hidden"]).toBe(false);
    expect(notice()?.text).toBe("“Headset” is not connected: the computer's own microphone is used.");
  });
});

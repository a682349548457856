import { expect, it } from "vitest";
import { memoryIn } from "../memory";
import { doesWhatIsAsked, microphoneAttempts, microphoneConstraints, wantsRawAudio } from "./constraints";
import { usualDevices } from "./devices";

it("asks for a cleaned-up voice, and for a raw one only when a test's switch says so", () => {
  const clean = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
  const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };
  expect(microphoneConstraints(false, usualDevices, "wished")).toEqual(clean);
  expect(microphoneConstraints(true, usualDevices, "wished")).toEqual(raw);
});

it("requires what the switches say, off as well as on: Chromium would go on as it was", () => {
  expect(microphoneConstraints(false, { ...usualDevices, gainControl: false }, "required")).toEqual({
    echoCancellation: { exact: true },
    noiseSuppression: { exact: true },
    autoGainControl: { exact: false },
    channelCount: { exact: 1 },
  });
});

it("gives way where no device can do it: first the switches, then the device", () => {
  expect(microphoneAttempts(false, usualDevices)).toEqual([
    microphoneConstraints(false, usualDevices, "required"),
    microphoneConstraints(false, usualDevices, "wished"),
  ]);
  const chosen = { ...usualDevices, microphone: "headset" };
  const attempts = microphoneAttempts(false, chosen);
  expect(attempts.map(({ deviceId }) => deviceId)).toEqual([{ exact: "headset" }, { exact: "headset" }, undefined, undefined]);
  expect(attempts.slice(2)).toEqual(microphoneAttempts(false, usualDevices));
});

it("sees whether a microphone does what is asked, and believes what the browser does not tell", () => {
  const use = { ...usualDevices, noiseSuppression: false };
  const asked = { echoCancellation: true, noiseSuppression: false, autoGainControl: true };
  expect(doesWhatIsAsked(asked, false, use)).toBe(true);
  expect(doesWhatIsAsked({ ...asked, noiseSuppression: true }, false, use)).toBe(false);
  expect(doesWhatIsAsked({ ...asked, autoGainControl: false }, false, use)).toBe(false);
  expect(doesWhatIsAsked({ echoCancellation: true }, false, use)).toBe(true);
  expect(doesWhatIsAsked(asked, true, use)).toBe(false);
});

it("reads the switch, and takes forbidden storage for no switch", () => {
  const storage = (value: string | null) => () => ({ getItem: () => value }) as unknown as Storage;
  expect(wantsRawAudio(memoryIn(storage("1")))).toBe(true);
  expect(wantsRawAudio(memoryIn(storage(null)))).toBe(false);
  expect(
    wantsRawAudio(
      memoryIn(() => {
        throw new DOMException("no", "SecurityError");
      }),
    ),
  ).toBe(false);
});

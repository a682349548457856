import { expect, it } from "vitest";
import { memoryIn } from "../memory";
import { microphoneConstraints, wantsRawAudio } from "./constraints";
import { usualDevices } from "./devices";

it("asks for a cleaned-up voice, and for a raw one only when a test's switch says so", () => {
  expect(microphoneConstraints(false, usualDevices).audio).toMatchObject({ echoCancellation: true, noiseSuppression: true });
  expect(microphoneConstraints(true, usualDevices).audio).toMatchObject({
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
  });
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

import { expect, it } from "vitest";
import { microphoneConstraints, wantsRawAudio } from "./constraints";

it("asks for a cleaned-up voice, and for a raw one only when a test's switch says so", () => {
  expect(microphoneConstraints(false).audio).toMatchObject({ echoCancellation: true, noiseSuppression: true });
  expect(microphoneConstraints(true).audio).toMatchObject({
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
  });
});

it("reads the switch, and takes forbidden storage for no switch", () => {
  const storage = (value: string | null) => () => ({ getItem: () => value }) as unknown as Storage;
  expect(wantsRawAudio(storage("1"))).toBe(true);
  expect(wantsRawAudio(storage(null))).toBe(false);
  expect(
    wantsRawAudio(() => {
      throw new DOMException("no", "SecurityError");
    }),
  ).toBe(false);
});

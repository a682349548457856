import { describe, expect, it } from "vitest";
import { mixed, wavOf } from "./wav";

describe("a WAV file", () => {
  it("says what it holds, and holds it", () => {
    const file = new DataView(wavOf(Float32Array.of(0, 1, -1, 0.5, 7), 48_000));
    const text = (at: number): string => String.fromCharCode(...[0, 1, 2, 3].map((i) => file.getUint8(at + i)));
    expect([text(0), text(8), text(12), text(36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
    expect([file.getUint32(4, true), file.getUint32(24, true), file.getUint32(40, true)]).toEqual([46, 48_000, 10]);
    expect([0, 1, 2, 3, 4].map((i) => file.getInt16(44 + 2 * i, true))).toEqual([0, 32_767, -32_767, 16_384, 32_767]);
  });

  it("has the mean of all channels", () => {
    expect([...mixed([Float32Array.of(1, 0), Float32Array.of(0, -1)])]).toEqual([0.5, -0.5]);
    expect(mixed([])).toHaveLength(0);
  });
});

import { describe, expect, it } from "vitest";
import { chime } from "./chime";
import { levelOf } from "./microphone-meter";

describe("the level of a microphone", () => {
  const sine = (peak: number): Float32Array => Float32Array.from({ length: 4_800 }, (_, at) => peak * Math.sin(at / 5));

  it("is nothing for silence and all for full scale", () => {
    expect(levelOf(new Float32Array(100))).toBe(0);
    expect(levelOf(new Float32Array())).toBe(0);
    expect(levelOf(new Float32Array(100).fill(1))).toBe(1);
  });

  it("grows in proportion to decibels", () => {
    expect(levelOf(sine(1))).toBeCloseTo(0.95, 2);
    expect(levelOf(sine(0.1))).toBeCloseTo(levelOf(sine(1)) - 1 / 3, 2);
    expect(levelOf(sine(0.0005))).toBe(0);
  });
});

it("makes a test sound that is soft and begins and ends with nothing", () => {
  const samples = chime(8_000);
  expect(Math.max(...samples)).toBeGreaterThan(0.2);
  expect(Math.max(...samples.map(Math.abs))).toBeLessThan(0.26);
  expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01);
  expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01);
});

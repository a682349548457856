import { describe, expect, it } from "vitest";
import { ToneCounter } from "./echo";

describe("the tones that come back", () => {
  const counted = (levels: readonly number[]): number => {
    const counter = new ToneCounter();
    for (const level of levels) counter.hear(level);
    return counter.count;
  };
  const quiet = Array<number>(10).fill(0);
  const loud = Array<number>(7).fill(0.2);

  it("are counted, each once", () => {
    expect(counted([...quiet, ...loud, ...quiet, ...loud, ...quiet])).toBe(2);
  });

  it("are none in silence, in noise without a pause, and in what is too soft", () => {
    expect(counted(quiet)).toBe(0);
    expect(counted(loud)).toBe(0);
    expect(counted([...quiet, ...Array<number>(20).fill(0.02)])).toBe(0);
  });

  it("are not counted twice for a short gap, as a lost packet makes", () => {
    expect(counted([...quiet, ...loud, 0, 0, ...loud])).toBe(1);
  });
});

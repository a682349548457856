import { describe, expect, it } from "vitest";
import { ToneCounter, strikesFrom, tones } from "./echo";

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

  it("are all counted as they are struck, also where the page looks less often", () => {
    const all = strikesFrom(0.5);
    const heardAt = (at: number): number => (all.some((one) => at >= one.at && at < one.at + tones.lasts) ? 0.2 : 0);
    for (const every of [0.02, 0.06, 0.1]) {
      expect(counted(Array.from({ length: 8.5 / every }, (_, place) => heardAt(place * every)))).toBe(tones.count);
    }
  });

  it("rise one after the other through the pitches", () => {
    const [first, second, , , fifth] = strikesFrom(3);
    expect(first).toEqual({ at: 3, hertz: tones.hertz[0] });
    expect(second).toEqual({ at: 3 + tones.every, hertz: tones.hertz[1] });
    expect(fifth?.hertz).toBe(tones.hertz[0]);
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

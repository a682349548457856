import { describe, expect, it } from "vitest";
import { backoff, retryDelayMillis } from "./backoff";

describe("the delay before the next try", () => {
  it("is short at first", () => {
    expect(retryDelayMillis(0, 0)).toBe(125);
    expect(retryDelayMillis(0, 0.999)).toBeLessThanOrEqual(backoff.firstMillis);
  });

  it("doubles with every failure and stops growing", () => {
    expect(retryDelayMillis(1, 0)).toBe(2 * retryDelayMillis(0, 0));
    expect(retryDelayMillis(2, 0)).toBe(4 * retryDelayMillis(0, 0));
    expect(retryDelayMillis(1_000, 0.999)).toBeLessThanOrEqual(backoff.longestMillis);
    expect(retryDelayMillis(1_000, 0)).toBe(backoff.longestMillis / 2);
  });
});

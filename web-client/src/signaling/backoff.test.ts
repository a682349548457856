import { describe, expect, it } from "vitest";
import { backoff, retryDelayMillis } from "./backoff";

describe("the delay before the next try", () => {
  it("is short at first", () => {
    expect(retryDelayMillis(0, 0, backoff.longestMillis)).toBe(125);
    expect(retryDelayMillis(0, 0.999, backoff.longestMillis)).toBeLessThanOrEqual(backoff.firstMillis);
  });

  it("doubles with every failure and stops growing", () => {
    expect(retryDelayMillis(1, 0, backoff.longestMillis)).toBe(2 * retryDelayMillis(0, 0, backoff.longestMillis));
    expect(retryDelayMillis(2, 0, backoff.longestMillis)).toBe(4 * retryDelayMillis(0, 0, backoff.longestMillis));
    expect(retryDelayMillis(1_000, 0.999, backoff.longestMillis)).toBeLessThanOrEqual(backoff.longestMillis);
    expect(retryDelayMillis(1_000, 0, backoff.longestMillis)).toBe(backoff.longestMillis / 2);
    expect(retryDelayMillis(1_000, 0, backoff.longestInCallMillis)).toBe(backoff.longestInCallMillis / 2);
  });
});

/** Milliseconds; the tests read them too. Whoever has a call is waited for by somebody. */
export const backoff = { firstMillis: 250, longestMillis: 10_000, longestInCallMillis: 1_000 } as const;

/**
 * How long to wait before the next try to reach the server: doubling from 250 ms to the longest, spread over the upper half so
 * that a whole company does not come back in the same instant. Pure.
 *
 * @param failures tries in a row that failed, 0 before the first
 * @param chance a number in [0, 1)
 * @param longestMillis never longer
 */
export function retryDelayMillis(failures: number, chance: number, longestMillis: number): number {
  const whole = Math.min(longestMillis, backoff.firstMillis * 2 ** Math.min(failures, 16));
  return Math.round(whole / 2 + (whole / 2) * chance);
}

/** Milliseconds; the tests read them too. */
export const backoff = { firstMillis: 250, longestMillis: 10_000 } as const;

/**
 * How long to wait before the next try to reach the server: doubling from 250 ms to 10 s, spread over the upper half so
 * that a whole company does not come back in the same instant. Pure.
 *
 * @param failures tries in a row that failed, 0 before the first
 * @param chance a number in [0, 1)
 */
export function retryDelayMillis(failures: number, chance: number): number {
  const whole = Math.min(backoff.longestMillis, backoff.firstMillis * 2 ** Math.min(failures, 16));
  return Math.round(whole / 2 + (whole / 2) * chance);
}

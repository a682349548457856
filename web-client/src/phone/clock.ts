/** Time as the phone gets it from outside, so that no test waits. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** What the time is by the server, to which this one keeps from now on. */
  agree(server: number): void;
  /** Runs `task` after a while; the returned function calls it off. */
  after(millis: number, task: () => void): () => void;
}

/** A message takes its time, and clocks differ a little. */
const tolerance = 2_000;

let ahead = 0;

/** Milliseconds since 1970 as the server counts: the computer's own clock may be hours off. */
export function timeNow(): number {
  return Date.now() + ahead;
}

export const browserClock: Clock = {
  now: timeNow,
  agree: (server) => {
    if (Math.abs(server - timeNow()) > tolerance) ahead = server - Date.now();
  },
  after: (millis, task) => {
    const timer = setTimeout(task, millis);
    return () => {
      clearTimeout(timer);
    };
  },
};

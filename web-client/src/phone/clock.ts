/** Time as the phone gets it from outside, so that no test waits. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` after a while; the returned function calls it off. */
  after(millis: number, task: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (millis, task) => {
    const timer = setTimeout(task, millis);
    return () => {
      clearTimeout(timer);
    };
  },
};

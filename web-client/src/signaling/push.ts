/** Being woken by a push message while no page of the phone is awake. */

/** `none`: this browser cannot be woken. */
export type PushState = "on" | "off" | "none";

export interface PushDesk {
  /** Whether this browser is to be woken. Where it is, the server is told anew: it may have forgotten. */
  state(): Promise<PushState>;
  /** Changes it; undefined if it could not be changed now. */
  turn(on: boolean): Promise<PushState | undefined>;
}

const asked = "#answer=";

/** Which call is to be answered; undefined if the page was opened for nothing of the kind. Pure. */
export function callToAnswer(hash: string): string | undefined {
  if (!hash.startsWith(asked)) return undefined;
  try {
    return decodeURIComponent(hash.slice(asked.length));
  } catch {
    return undefined;
  }
}

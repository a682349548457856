/** What the link needs of the world outside; the tests have one of their own. */

export interface SocketEvents {
  readonly opened: () => void;
  readonly received: (frame: string) => void;
  /** Told once, also when it never opened. */
  readonly closed: (code: number) => void;
}

export interface Socket {
  send(frame: string): void;
  close(): void;
}

/** `refused`: there is no session, the person has to log in. `unreachable`: try again later. */
export type Ticket =
  | { readonly kind: "given"; readonly ticket: string }
  | { readonly kind: "refused" }
  | { readonly kind: "unreachable" };

export interface Surroundings {
  ticket(): Promise<Ticket>;
  dial(events: SocketEvents): Socket;
  /** Ends the session; settles also when the server cannot be reached. */
  signOut(): Promise<void>;
  /** Runs `task` after a while; the returned function calls it off. */
  after(millis: number, task: () => void): () => void;
  chance(): number;
}

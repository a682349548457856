import { backoff, retryDelayMillis } from "./backoff";
import type { ClientMessage, ErrorCode, Hello, Reply, Request, ServerNews, Welcome } from "./messages";
import { readServerMessage } from "./read";
import type { Socket, Surroundings } from "./socket";

/** The page has to log in, this account has no phone, or too many pages, or the page goes away. */
const finalStates = ["signed-out", "no-phone", "too-many-pages", "left"] as const;
type FinalState = (typeof finalStates)[number];

export type LinkState = "connecting" | "connected" | "waiting" | FinalState;

export interface LinkEvents {
  readonly moved: (state: LinkState) => void;
  readonly welcome: (welcome: Welcome) => void;
  readonly news: (news: ServerNews) => void;
}

/** What became of a request. `offline`: the stream broke and could not be continued; `timed-out`: no answer came. */
export type Outcome =
  | { readonly ok: true; readonly reply: Reply }
  | { readonly ok: false; readonly code: ErrorCode | "offline" };

interface Waiting {
  readonly settle: (outcome: Outcome) => void;
  /** Not yet sent: goes out after the next welcome. */
  queued: ClientMessage | undefined;
}

/** Milliseconds. The server probes every 4 s, so a longer silence is a dead socket. */
export const patience = { silence: 12_000, silenceWhenHurried: 5_000, answer: 10_000 } as const;

/** The close code for a hello that is refused, and for a session that is over. */
const notLoggedIn = 4001;

const tooManyPages = 4005;

/**
 * One page's stream of messages with the server: gets a ticket, says hello, hands out what comes in order and once,
 * and comes back by itself, continuing the stream, when the socket breaks. Owned by the page's one thread.
 *
 * The resume token stays in memory: a reloaded page is a new page and says hello without it.
 */
export class Link {
  readonly #outside: Surroundings;
  readonly #events: LinkEvents;
  readonly #waiting = new Map<number, Waiting>();
  #state: LinkState = "waiting";
  #socket: Socket | undefined;
  /** Which connection is the present one; what an older one still tells is ignored. */
  #attempt = 0;
  #failures = 0;
  /** Hellos in a row that were refused, each with a fresh ticket. */
  #refusals = 0;
  #nextId = 1;
  #resume: { token: string; lastSeq: number } | undefined;
  #callOffRetry: () => void = nothing;
  #callOffSilence: () => void = nothing;
  #dropped = 0;
  readonly #inCall: () => boolean;

  /** @param inCall whether somebody waits for this page to come back */
  constructor(outside: Surroundings, events: LinkEvents, inCall: () => boolean) {
    this.#outside = outside;
    this.#inCall = inCall;
    this.#events = events;
  }

  /** Frames that were no message of the protocol. */
  get dropped(): number {
    return this.#dropped;
  }

  start(): void {
    if (this.#final()) return;
    this.#callOffRetry();
    const attempt = ++this.#attempt;
    this.#move("connecting");
    void this.#outside.ticket().then((ticket) => {
      if (attempt !== this.#attempt) return;
      if (ticket.kind === "refused") this.#stop("signed-out");
      else if (ticket.kind === "unreachable") this.#retryLater();
      else this.#dial(attempt, ticket.ticket);
    });
  }

  /** The page is looked at again: do not wait any longer than needed. */
  hurry(): void {
    if (this.#state === "waiting") this.start();
    else if (this.#state === "connected") this.#watchSilence(patience.silenceWhenHurried);
  }

  /** The network is another one: what was opened over the old one may never say that it is dead. The stream goes on. */
  renew(): void {
    if (this.#final()) return;
    this.#hangUpSocket();
    this.#failures = 0;
    this.start();
  }

  /** Asks something; while there is no connection it waits for the next one, up to the usual patience. */
  request(request: Request): Promise<Outcome> {
    if (this.#final()) return Promise.resolve({ ok: false, code: "offline" });
    const message = { ...request, id: this.#nextId++ };
    return new Promise((resolve) => {
      const callOff = this.#outside.after(patience.answer, () => {
        this.#settle(message.id, { ok: false, code: "timed-out" });
      });
      const settle = (outcome: Outcome): void => {
        callOff();
        resolve(outcome);
      };
      const connected = this.#state === "connected";
      this.#waiting.set(message.id, { settle, queued: connected ? undefined : message });
      if (connected) this.#send(message);
    });
  }

  /** Says something whose answer nobody waits for; without a connection it is not said. */
  tell(request: Request): void {
    if (this.#state === "connected") this.#send({ ...request, id: this.#nextId++ });
  }

  /** The page goes away. */
  leave(): void {
    this.tell({ type: "leaving" });
    this.#stop("left");
  }

  /** The person signs out: his session ends, and this page with it. */
  async signOut(): Promise<void> {
    this.tell({ type: "leaving" });
    this.#hangUpSocket();
    this.#callOffRetry();
    await this.#outside.signOut();
    this.#stop("signed-out");
  }

  #dial(attempt: number, ticket: string): void {
    const mine = (task: () => void) => () => {
      if (attempt === this.#attempt) task();
    };
    this.#watchSilence(patience.silence);
    this.#socket = this.#outside.dial({
      opened: mine(() => {
        const hello: Hello = { type: "hello", ticket, ...(this.#resume ? { resume: { ...this.#resume } } : {}) };
        this.#send({ ...hello, id: this.#nextId++ });
      }),
      received: (frame) => {
        if (attempt === this.#attempt) this.#receive(frame);
      },
      closed: (code) => {
        if (attempt === this.#attempt) this.#closed(code);
      },
    });
  }

  #receive(frame: string): void {
    this.#watchSilence(patience.silence);
    const message = readServerMessage(frame);
    if (message === undefined) {
      this.#dropped++;
      return;
    }
    if (message.type === "welcome") {
      this.#welcomed(message);
      return;
    }
    if (this.#resume !== undefined) {
      if (message.seq <= this.#resume.lastSeq) return;
      if (message.seq > this.#resume.lastSeq + 1) {
        this.#startAnew();
        return;
      }
      this.#resume.lastSeq = message.seq;
    }
    if (message.type === "reply") this.#settle(message.id, { ok: true, reply: message });
    else if (message.type === "error") {
      if (message.id !== null) this.#settle(message.id, { ok: false, code: message.code });
    } else this.#hear(message);
  }

  /** Something is missing: what is told from here on cannot be trusted, all that there is can. */
  #startAnew(): void {
    this.#dropped++;
    this.#resume = undefined;
    this.#retryLater();
  }

  #hear(news: ServerNews): void {
    if (news.type === "goodbye" && news.reason === "signed-out") this.#stop("signed-out");
    else this.#events.news(news);
  }

  #welcomed(welcome: Welcome): void {
    const lastSeq = welcome.resumed ? Math.max(welcome.seq, this.#resume?.lastSeq ?? 0) : welcome.seq;
    this.#resume = { token: welcome.token, lastSeq };
    this.#failures = 0;
    this.#refusals = 0;
    const unsent = [...this.#waiting].filter(([, one]) => one.queued !== undefined);
    if (!welcome.resumed) this.#forgetSent();
    this.#move("connected");
    this.#events.welcome(welcome);
    for (const [id, one] of unsent) this.#sendQueued(id, one);
  }

  #sendQueued(id: number, one: Waiting): void {
    const message = one.queued;
    if (message === undefined || !this.#waiting.has(id)) return;
    one.queued = undefined;
    this.#send(message);
  }

  /** The stream starts anew: what was sent into the old one is never answered. */
  #forgetSent(): void {
    const sent = [...this.#waiting].filter(([, one]) => one.queued === undefined);
    for (const [id] of sent) this.#settle(id, { ok: false, code: "offline" });
  }

  #closed(code: number): void {
    this.#socket = undefined;
    // 4002 to 4004: the stream itself went wrong, so it is not continued.
    if (code >= 4002 && code <= 4004) this.#resume = undefined;
    this.#refusals = code === notLoggedIn ? this.#refusals + 1 : 0;
    // A ticket may have been too old once; a second one that is refused was given to somebody without a phone.
    if (this.#refusals > 1) this.#stop("no-phone");
    else if (code === tooManyPages) this.#stop("too-many-pages");
    else this.#retryLater();
  }

  #retryLater(): void {
    this.#hangUpSocket();
    this.#callOffRetry();
    const longest = this.#inCall() ? backoff.longestInCallMillis : backoff.longestMillis;
    const delay = retryDelayMillis(this.#failures++, this.#outside.chance(), longest);
    this.#callOffRetry = this.#outside.after(delay, () => {
      this.start();
    });
    this.#move("waiting");
  }

  #watchSilence(millis: number): void {
    this.#callOffSilence();
    this.#callOffSilence = this.#outside.after(millis, () => {
      this.#retryLater();
    });
  }

  #settle(id: number, outcome: Outcome): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.settle(outcome);
  }

  #send(message: ClientMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #stop(state: FinalState): void {
    this.#hangUpSocket();
    this.#callOffRetry();
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { ok: false, code: "offline" });
    this.#move(state);
  }

  #hangUpSocket(): void {
    this.#attempt++;
    this.#callOffSilence();
    this.#socket?.close();
    this.#socket = undefined;
  }

  #final(): boolean {
    return finalStates.some((state) => state === this.#state);
  }

  #move(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#events.moved(state);
  }
}

function nothing(): void {
  // Nothing to call off yet.
}

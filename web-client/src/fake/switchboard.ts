import type { CallRecording, CallView, ClientMessage, EndReason, ErrorCode, RecordingWish, RoomRequest, WaitingQueue } from "../signaling/messages";
import type { Socket, SocketEvents, Surroundings, Ticket } from "../signaling/socket";
import type { FakeClock } from "./clock";
import { handOn, handsOn, type End, type HandOn, type Line } from "./hand-on";
import { everybody, nobody, numbered, people } from "./people";

interface Connection {
  readonly person: string;
  readonly page: string;
  readonly events: SocketEvents;
  seq: number;
}

type WatchRequest = Extract<ClientMessage, { type: "watch-people" | "watch-queues" | "take" }>;

/** Looks at people or queues, or takes somebody out of what he looks at. */
function watches(message: ClientMessage): message is WatchRequest {
  return ["watch-people", "watch-queues", "take"].includes(message.type);
}

/** What is wanted of a conference room is noted, no more. */
function ofRoom(message: ClientMessage): message is ClientMessage & RoomRequest {
  return message.type.startsWith("room-");
}

/** A server in memory for three people and their calls: enough of docs/protocol.md to call, hold, hang up and hand on. */
export class FakeSwitchboard {
  readonly received: { readonly person: string; readonly message: ClientMessage }[] = [];
  ticketKind: Ticket["kind"] = "given";
  /** What the next request of this type is refused with. */
  readonly refusals = new Map<ClientMessage["type"], ErrorCode>();
  /** Who waits in the queues; whoever looks is told of all of them. */
  queues: readonly WaitingQueue[] = [];
  /** Requests of these types are not answered: they get lost. */
  readonly lost = new Set<ClientMessage["type"]>();
  /** With which close code a hello is refused. */
  refusesHello: number | undefined;
  /** Whether everything is said twice. */
  doubles = false;
  /** Whether a broken stream is continued. */
  continues = true;
  readonly #clock: FakeClock;
  readonly #lines: Line[] = [];
  #connections: readonly Connection[] = [];
  readonly #seqs = new Map<string, number>();

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** The world as that page of the person finds it. */
  surroundings(person: string, page = "tab-1"): Surroundings {
    return {
      ticket: () =>
        Promise.resolve(
          this.ticketKind === "given" ? { kind: "given", ticket: `ticket of ${person}` } : { kind: this.ticketKind },
        ),
      dial: (events) => this.#dial(person, page, events),
      signOut: () => {
        this.ticketKind = "refused";
        return Promise.resolve();
      },
      after: (millis, task) => this.#clock.after(millis, task),
      chance: () => 0,
    };
  }

  messages(person: string, type: ClientMessage["type"]): ClientMessage[] {
    return this.received.filter((one) => one.person === person && one.message.type === type).map((one) => one.message);
  }

  /** Breaks a person's sockets. */
  breakSocket(person: string, code = 1006): void {
    const broken = this.#of(person);
    this.#connections = this.#connections.filter((one) => one.person !== person);
    for (const { events } of broken) events.closed(code);
  }

  isConnected(person: string): boolean {
    return this.#of(person).length > 0;
  }

  /** Sends a frame as it stands. */
  raw(person: string, frame: string): void {
    for (const { events } of this.#of(person)) events.received(frame);
  }

  tell(person: string, message: Readonly<Record<string, unknown>>): void {
    for (const connection of this.#of(person)) this.#send(connection, message);
  }

  #of(person: string): readonly Connection[] {
    return this.#connections.filter((one) => one.person === person);
  }

  #send(to: Connection, message: Readonly<Record<string, unknown>>): void {
    to.seq++;
    this.#seqs.set(nameOf(to), to.seq);
    const frame = JSON.stringify({ ...message, seq: to.seq });
    to.events.received(frame);
    if (this.doubles) to.events.received(frame);
  }

  #tellView(end: End): void {
    for (const to of this.#of(end.person)) this.#send(to, { type: "call", call: seenBy(to, end) });
  }

  /** Changes a person's view of the newest call, and tells him. */
  show(person: string, change: Partial<CallView>): void {
    const end = this.#lines
      .at(-1)
      ?.ends.findLast((one) => one.person === person);
    if (end === undefined) return;
    end.view = { ...end.view, ...change };
    this.#tellView(end);
  }

  #dial(person: string, page: string, events: SocketEvents): Socket {
    const connection: Connection = { person, page, events, seq: 0 };
    queueMicrotask(events.opened);
    return {
      send: (frame) => {
        this.#receive(connection, JSON.parse(frame) as ClientMessage);
      },
      close: () => {
        this.#connections = this.#connections.filter((one) => one !== connection);
      },
    };
  }

  #receive(from: Connection, message: ClientMessage): void {
    this.received.push({ person: from.person, message });
    if (message.type === "hello") {
      if (this.refusesHello === undefined) this.#welcome(from, message);
      else from.events.closed(this.refusesHello);
      return;
    }
    if (this.lost.has(message.type)) return;
    const code = this.refusals.get(message.type);
    this.refusals.delete(message.type);
    if (code === undefined) this.#perform(from, message);
    else this.#send(from, { type: "error", id: message.id, code, message: "refused by the test" });
  }

  #welcome(from: Connection, hello: ClientMessage & { type: "hello" }): void {
    const resumed = hello.resume !== undefined && this.continues;
    from.seq = resumed ? (this.#seqs.get(nameOf(from)) ?? 0) : 0;
    this.#connections = [...this.#connections.filter((one) => nameOf(one) !== nameOf(from)), from];
    const me = people[from.person];
    this.#send(from, {
      type: "welcome",
      id: hello.id,
      resumed,
      token: `token of ${from.person}`,
      page: "p-1",
      now: new Date(this.#clock.now()).toISOString(),
      me: { person: from.person, ...me },
      company: { name: "Boulangerie Martin", country: "FR", demo: true },
      available: true,
      directory: Object.entries(people)
        .filter(([person]) => person !== from.person)
        .map(([, entry]) => entry),
      calls: this.#lines
        .flatMap((line) => line.ends)
        .filter((end) => end.person === from.person && end.view.state !== "ended")
        .map((end) => seenBy(from, end)),
    });
  }

  #perform(from: Connection, message: Exclude<ClientMessage, { type: "hello" }>): void {
    const { person } = from;
    const reply = (members: Readonly<Record<string, unknown>> = {}): void => {
      this.#send(from, { type: "reply", id: message.id, ...members });
    };
    if (ofRoom(message) || handsOn(message)) {
      reply();
      if (handsOn(message)) this.#handOn(person, message);
      return;
    }
    if (watches(message)) {
      this.#watched(from, message, reply);
      return;
    }
    switch (message.type) {
      case "call":
        this.#call(from, message.to, reply);
        return;
      case "answer":
      case "attach":
        reply({ sdp: "answer of the relay" });
        this.#carry(from, message);
        return;
      case "decline":
      case "hang-up":
        reply();
        this.#both(message.call, () => ({ state: "ended", ended: endedBy(message.type), media: "none" }));
        return;
      case "hold":
      case "resume":
        reply();
        this.#one(message.call, person, { state: message.type === "hold" ? "on-hold" : "in-call" });
        return;
      case "record":
        this.#record(message, reply);
        return;
      case "digits":
      case "facts":
      case "availability":
      case "probed":
        reply();
        return;
      case "leaving":
        reply();
        this.#leaves(from);
        return;
      default:
        message satisfies never;
    }
  }

  #watched(
    from: Connection,
    message: WatchRequest,
    reply: (members?: Readonly<Record<string, unknown>>) => void,
  ): void {
    if (message.type === "take") {
      this.#takeOut(from, message.call, reply);
      return;
    }
    reply();
    if (!message.on) return;
    if (message.type === "watch-people") this.tell(from.person, { type: "people", anew: true, people: everybody });
    else this.tell(from.person, { type: "queues", anew: true, queues: this.queues });
  }

  #record(
    message: ClientMessage & { type: "record" },
    reply: (members?: Readonly<Record<string, unknown>>) => void,
  ): void {
    reply();
    this.#both(message.call, () => ({ recording: recordedAfter(message.wish) }));
  }

  /** That page has the sound of the call from now on. */
  #carry({ person, page }: Connection, { type, call }: { readonly type: "answer" | "attach"; readonly call: string }): void {
    const end = this.#lines.find((line) => line.id === call)?.ends.findLast((one) => one.person === person);
    if (end !== undefined) end.carrier = page;
    if (type === "attach") this.#one(call, person, { state: "in-call", media: "here" });
    else
      this.#both(call, answered);
  }

  /** The calls whose sound that page had wait for another one. */
  #leaves({ person, page }: Connection): void {
    const carried = this.#lines.filter((line) =>
      line.ends.some((end) => end.person === person && end.carrier === page && end.view.media === "here"),
    );
    // The page is gone before anybody hears of it.
    queueMicrotask(() => {
      for (const { id } of carried) this.#one(id, person, { state: "reconnecting", media: "none" });
    });
  }

  #call(from: Connection, to: string, reply: (members: Readonly<Record<string, unknown>>) => void): void {
    const { person } = from;
    const other = numbered(to);
    const id = `c-${this.#lines.length + 1}`;
    const view = (direction: "in" | "out", party: string): CallView => ({
      id,
      direction,
      state: direction === "out" ? "calling" : "ringing",
      party: { name: people[party]?.name ?? "", number: people[party]?.extension ?? to, via: "", heldByOther: false },
      began: new Date(this.#clock.now()).toISOString(),
      answered: null,
      ended: null,
      media: direction === "out" ? "here" : "pending",
      card: null,
      consult: null,
      slot: null,
      with: [],
    });
    const mine = { person, carrier: from.page, view: view("out", other) };
    const theirs = { person: other, view: view("in", person) };
    this.#lines.push({ id, ends: [mine, theirs] });
    reply({ call: mine.view, sdp: "answer of the relay" });
    this.#tellView(theirs);
    if (other !== nobody) this.#one(id, person, { state: "ringing" });
  }

  /** He waits in no queue any more, and talks to that person. */
  #takeOut({ person, page }: Connection, id: string, reply: (members: Readonly<Record<string, unknown>>) => void): void {
    const caller = this.queues.flatMap(({ callers }) => callers).find(({ call }) => call === id);
    const view = talking(id, caller?.name ?? "", caller?.number ?? "", new Date(this.#clock.now()).toISOString());
    this.#lines.push({ id, ends: [{ person, carrier: page, view }] });
    this.queues = this.queues.map((queue) => without(queue, id));
    reply({ call: view, sdp: "answer of the relay" });
  }

  #handOn(person: string, message: HandOn): void {
    const line = this.#lines.find((one) => one.id === message.call);
    for (const end of line === undefined ? [] : handOn(line, person, message)) {
      this.#tellView(end);
    }
  }

  #both(id: string, change: (end: End) => Partial<CallView>): void {
    const ends = this.#lines.find((line) => line.id === id)?.ends ?? [];
    for (const end of ends.filter(({ view }) => view.state !== "ended")) this.#one(id, end.person, change(end));
  }

  #one(id: string, person: string, change: Partial<CallView>): void {
    const end = this.#lines.find((line) => line.id === id)?.ends.findLast((one) => one.person === person);
    if (end === undefined) return;
    end.view = { ...end.view, ...change };
    this.#tellView(end);
  }
}

function nameOf({ person, page }: Connection): string {
  return `${person} ${page}`;
}

/** The call as that page sees it: its sound is here, or on another page. */
function seenBy(page: Connection, { carrier, view }: End): CallView {
  const away = view.media === "here" && carrier !== undefined && carrier !== page.page;
  return away ? { ...view, media: "elsewhere" } : view;
}

function answered({ view }: End): Partial<CallView> {
  return {
    state: "in-call",
    media: view.media === "pending" ? "here" : view.media,
    consult: view.consult === null ? null : { ...view.consult, state: "in-call" },
  };
}

/** What a person may want once it is as he wished. */
function recordedAfter(wish: RecordingWish): CallRecording {
  if (wish === "stop") return { state: "off", wishes: ["start"] };
  return wish === "pause"
    ? { state: "paused", wishes: ["resume", "stop"] }
    : { state: "on", wishes: ["pause", "stop"] };
}

function talking(id: string, name: string, number: string, at: string): CallView {
  return {
    id,
    direction: "out",
    state: "in-call",
    party: { name, number, via: "", heldByOther: false },
    began: at,
    answered: at,
    ended: null,
    media: "here",
    card: null,
    consult: null,
    slot: null,
    with: [],
  };
}

function without(queue: WaitingQueue, id: string): WaitingQueue {
  const callers = queue.callers.filter(({ call }) => call !== id);
  return { ...queue, waiting: callers.length, callers };
}

function endedBy(type: ClientMessage["type"]): EndReason {
  return type === "decline" ? "declined" : "hung-up";
}

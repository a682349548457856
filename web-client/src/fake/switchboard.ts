import type { CallRecording, CallView, ClientMessage, EndReason, ErrorCode, RecordingWish, RoomRequest } from "../signaling/messages";
import type { Socket, SocketEvents, Surroundings, Ticket } from "../signaling/socket";
import type { FakeClock } from "./clock";
import { handOn, handsOn, type End, type HandOn, type Line } from "./hand-on";
import { nobody, numbered, people } from "./people";

interface Connection {
  readonly person: string;
  readonly events: SocketEvents;
  seq: number;
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
  /** Requests of these types are not answered: they get lost. */
  readonly lost = new Set<ClientMessage["type"]>();
  /** With which close code a hello is refused. */
  refusesHello: number | undefined;
  /** Whether a broken stream is continued. */
  continues = true;
  readonly #clock: FakeClock;
  readonly #lines: Line[] = [];
  readonly #connections = new Map<string, Connection>();
  readonly #seqs = new Map<string, number>();

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** The world as this person's page finds it. */
  surroundings(person: string): Surroundings {
    return {
      ticket: () =>
        Promise.resolve(
          this.ticketKind === "given" ? { kind: "given", ticket: `ticket of ${person}` } : { kind: this.ticketKind },
        ),
      dial: (events) => this.#dial(person, events),
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

  /** Breaks a person's socket. */
  breakSocket(person: string, code = 1006): void {
    const connection = this.#connections.get(person);
    this.#connections.delete(person);
    connection?.events.closed(code);
  }

  isConnected(person: string): boolean {
    return this.#connections.has(person);
  }

  /** Sends a frame as it stands. */
  raw(person: string, frame: string): void {
    this.#connections.get(person)?.events.received(frame);
  }

  tell(person: string, message: Readonly<Record<string, unknown>>): void {
    const connection = this.#connections.get(person);
    if (connection === undefined) return;
    connection.seq++;
    this.#seqs.set(person, connection.seq);
    connection.events.received(JSON.stringify({ ...message, seq: connection.seq }));
  }

  /** Changes a person's view of the newest call, and tells him. */
  show(person: string, change: Partial<CallView>): void {
    const end = this.#lines
      .at(-1)
      ?.ends.findLast((one) => one.person === person);
    if (end === undefined) return;
    end.view = { ...end.view, ...change };
    this.tell(person, { type: "call", call: end.view });
  }

  #dial(person: string, events: SocketEvents): Socket {
    const connection: Connection = { person, events, seq: 0 };
    queueMicrotask(events.opened);
    return {
      send: (frame) => {
        this.#receive(connection, JSON.parse(frame) as ClientMessage);
      },
      close: () => {
        if (this.#connections.get(person) === connection) this.#connections.delete(person);
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
    if (code === undefined) this.#perform(from.person, message);
    else this.tell(from.person, { type: "error", id: message.id, code, message: "refused by the test" });
  }

  #welcome(from: Connection, hello: ClientMessage & { type: "hello" }): void {
    const resumed = hello.resume !== undefined && this.continues;
    from.seq = resumed ? (this.#seqs.get(from.person) ?? 0) : 0;
    this.#connections.set(from.person, from);
    const me = people[from.person];
    this.tell(from.person, {
      type: "welcome",
      id: hello.id,
      resumed,
      token: `token of ${from.person}`,
      page: "p-1",
      me: { person: from.person, ...me },
      company: { name: "Boulangerie Martin", country: "FR", demo: true },
      available: true,
      directory: Object.entries(people)
        .filter(([person]) => person !== from.person)
        .map(([, entry]) => entry),
      calls: this.#lines
        .flatMap((line) => line.ends)
        .filter((end) => end.person === from.person && end.view.state !== "ended")
        .map((end) => end.view),
    });
  }

  #perform(person: string, message: Exclude<ClientMessage, { type: "hello" }>): void {
    const reply = (members: Readonly<Record<string, unknown>> = {}): void => {
      this.tell(person, { type: "reply", id: message.id, ...members });
    };
    if (ofRoom(message) || handsOn(message)) {
      reply();
      if (handsOn(message)) this.#handOn(person, message);
      return;
    }
    switch (message.type) {
      case "call":
        this.#call(person, message.to, reply);
        return;
      case "answer":
        reply({ sdp: "answer of the relay" });
        this.#both(message.call, ({ view }) => ({
          state: "in-call",
          media: view.media === "pending" ? "here" : view.media,
          consult: view.consult === null ? null : { ...view.consult, state: "in-call" },
        }));
        return;
      case "attach":
        reply({ sdp: "answer of the relay" });
        this.#one(message.call, person, { state: "in-call", media: "here" });
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
      case "leaving":
        reply();
        return;
      default:
        message satisfies never;
    }
  }

  #record(
    message: ClientMessage & { type: "record" },
    reply: (members?: Readonly<Record<string, unknown>>) => void,
  ): void {
    reply();
    this.#both(message.call, () => ({ recording: recordedAfter(message.wish) }));
  }

  #call(person: string, to: string, reply: (members: Readonly<Record<string, unknown>>) => void): void {
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
    const mine = { person, view: view("out", other) };
    const theirs = { person: other, view: view("in", person) };
    this.#lines.push({ id, ends: [mine, theirs] });
    reply({ call: mine.view, sdp: "answer of the relay" });
    this.tell(other, { type: "call", call: theirs.view });
    if (other !== nobody) this.#one(id, person, { state: "ringing" });
  }

  #handOn(person: string, message: HandOn): void {
    const line = this.#lines.find((one) => one.id === message.call);
    for (const end of line === undefined ? [] : handOn(line, person, message)) {
      this.tell(end.person, { type: "call", call: end.view });
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
    this.tell(person, { type: "call", call: end.view });
  }
}

/** What a person may want once it is as he wished. */
function recordedAfter(wish: RecordingWish): CallRecording {
  if (wish === "stop") return { state: "off", wishes: ["start"] };
  return wish === "pause"
    ? { state: "paused", wishes: ["resume", "stop"] }
    : { state: "on", wishes: ["pause", "stop"] };
}

function endedBy(type: ClientMessage["type"]): EndReason {
  return type === "decline" ? "declined" : "hung-up";
}

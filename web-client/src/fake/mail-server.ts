import { Http } from "../signaling/http";
import { HttpMailbox } from "../signaling/http-mailbox";
import type { GreetingKind, MailboxGreetings } from "../signaling/greetings";
import type { Mailbox, MailboxName, VoicemailMessage } from "../signaling/mailbox";

/** A message as the server has it, with what a test wants otherwise. */
export function left(id: string, change: Partial<VoicemailMessage> = {}): VoicemailMessage {
  return {
    id,
    box: { kind: "person", name: "Bob" },
    caller: { name: "Mrs Roy", number: "+33145678901" },
    at: "2026-11-23T09:30:00Z",
    seconds: 42,
    urgent: false,
    cutShort: false,
    heard: false,
    ...change,
  };
}

/** A mailbox without greetings of its own, with what a test wants otherwise. */
export function greetings(change: Partial<MailboxGreetings> = {}): MailboxGreetings {
  return {
    id: "mailbox:bob",
    box: { kind: "person", name: "" },
    dial: "*97",
    usual: null,
    absent: null,
    name: null,
    awayUntil: null,
    ...change,
  };
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

const done: Answer = { status: 204, body: "" };
const notThere: Answer = { status: 404, body: "" };

function awayUntil(body: string): { readonly awayUntil: string | null } {
  return { awayUntil: (JSON.parse(body) as { until: string | null }).until };
}

/** The server's side of voicemail, in memory, behind a fetch of its own. */
export class FakeMailServer {
  /** The newest first. */
  messages: readonly VoicemailMessage[] = [];
  full: readonly MailboxName[] = [];
  greetings: readonly MailboxGreetings[] = [];
  /** `METHOD path` of every request, and its body if it has one. */
  readonly requests: string[] = [];
  readonly headers: Readonly<Record<string, string>>[] = [];
  /** What the next requests of a method are answered with instead: a status and a body, or nothing at all. */
  readonly instead = new Map<string, Answer | "nothing">();
  /** While it is set, answers wait for it. */
  gate: Promise<void> = Promise.resolve();
  cookies = "XSRF-TOKEN=t1";
  readonly mailbox: Mailbox = new HttpMailbox(
    new Http(
      (path, init) => this.#fetch(path as string, init),
      () => this.cookies,
      () => "en-GB",
    ),
  );
  readonly #deleted = new Map<string, VoicemailMessage>();

  /** The requests but the readings of the list. */
  get changes(): string[] {
    return this.requests.filter((one) => !one.startsWith("GET"));
  }

  async #fetch(path: string, init: RequestInit | undefined): Promise<Response> {
    const method = init?.method ?? "GET";
    const body = typeof init?.body === "string" ? init.body : "";
    this.requests.push([method, path, body].filter((part) => part !== "").join(" "));
    this.headers.push(init?.headers as Record<string, string>);
    const gate = this.gate;
    const instead = this.instead.get(method);
    const parts = path.split("/").slice(3);
    const answer = instead ?? (parts[0] === "greetings" ? this.#greeting(method, parts, body) : this.#perform(method, parts, body));
    await gate;
    if (answer === "nothing") throw new TypeError("no answer");
    const { status } = answer;
    const response = { status, ok: status < 300, type: "basic", text: () => Promise.resolve(answer.body) };
    return response as unknown as Response;
  }

  #perform(method: string, [id = "", verb = ""]: readonly string[], body: string): Answer {
    if (id === "") return { status: 200, body: JSON.stringify({ messages: this.messages, full: this.full, more: "later" }) };
    if (verb === "restore") return this.#restore(id);
    const message = this.messages.find((one) => one.id === id);
    if (message === undefined) return notThere;
    if (verb === "forward") return body.includes('"103"') ? done : { status: 422, body: '{"code":"no-mailbox"}' };
    if (verb === "heard") this.messages = this.messages.map((one) => (one === message ? { ...one, heard: true } : one));
    if (method === "DELETE") {
      this.#deleted.set(id, message);
      this.messages = this.messages.filter((one) => one !== message);
    }
    return done;
  }

  #greeting(method: string, [, box = "", what = ""]: readonly string[], body: string): Answer {
    if (method === "PUT" && what === "name") return this.#name(box);
    if (box === "") return { status: 200, body: JSON.stringify({ boxes: this.greetings }) };
    const change = what === "absence" ? awayUntil(body) : { [what as GreetingKind]: null };
    if (method === "PUT" && body.includes("2020")) return { status: 422, body: '{"code":"date-wrong"}' };
    this.greetings = this.greetings.map((one) => (one.id === decodeURIComponent(box) ? { ...one, ...change } : one));
    return done;
  }

  #name(box: string): Answer {
    const name = { seconds: 1, at: "2026-11-23T09:31:00Z" };
    this.greetings = this.greetings.map((one) => (one.id === decodeURIComponent(box) ? { ...one, name } : one));
    return done;
  }

  #restore(id: string): Answer {
    const message = this.#deleted.get(id);
    if (message === undefined) return notThere;
    this.#deleted.delete(id);
    this.messages = [message, ...this.messages];
    return done;
  }
}

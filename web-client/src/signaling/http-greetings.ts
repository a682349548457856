import { bodyOf, type Http } from "./http";
import type { GreetingAnswer, GreetingDesk, GreetingKind, MailboxGreetings, RecordedGreeting } from "./greetings";
import { outcome } from "./http-prompts";
import { Members, readable, time } from "./members";
import type { PromptRefusal } from "./prompts";
import { mailboxName, readCode } from "./read-voicemail";

const root = "/phone/voicemail/greetings";

/** The greetings as the server offers them by HTTP (docs/protocol.md, "Voicemail"). */
export class HttpGreetings implements GreetingDesk {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async list(): Promise<readonly MailboxGreetings[] | undefined> {
    const response = await this.#http.get(root);
    if (response?.ok !== true) return undefined;
    const body = await bodyOf(response);
    return readable(() => new Members(JSON.parse(body)).list("boxes", greetings));
  }

  /** A new recording has a new address, so that no browser plays the old one. */
  sound(box: string, kind: GreetingKind, recorded: RecordedGreeting): string {
    return `${place(box, kind)}/sound?${encodeURIComponent(recorded.at)}`;
  }

  async putName(box: string, wav: ArrayBuffer): Promise<"done" | PromptRefusal> {
    return outcome(await this.#http.upload(place(box, "name"), wav, "audio/wav"));
  }

  async remove(box: string, kind: GreetingKind): Promise<GreetingAnswer> {
    return answer(await this.#http.change("DELETE", place(box, kind)));
  }

  async away(box: string, until: string | null): Promise<GreetingAnswer> {
    return answer(await this.#http.change("PUT", place(box, "absence"), { until }));
  }
}

function place(box: string, what: string): string {
  return `${root}/${encodeURIComponent(box)}/${what}`;
}

function greetings(from: Members): MailboxGreetings {
  return {
    id: from.text("id"),
    box: mailboxName(from.members("box")),
    dial: from.has("dial") ? from.text("dial") : null,
    usual: recorded(from, "usual"),
    absent: recorded(from, "absent"),
    name: recorded(from, "name"),
    awayUntil: from.has("awayUntil") ? from.text("awayUntil") : null,
  };
}

function recorded(from: Members, kind: GreetingKind): RecordedGreeting | null {
  if (!from.has(kind)) return null;
  const one = from.members(kind);
  return { seconds: one.number("seconds"), at: time(one) };
}

async function answer(response: Response | undefined): Promise<GreetingAnswer> {
  if (response?.ok === true) return "done";
  const wrong = response?.status === 422 && readCode(await bodyOf(response)) === "date-wrong";
  return wrong ? "date-wrong" : "failed";
}

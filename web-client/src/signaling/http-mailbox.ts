import { bodyOf, type Http } from "./http";
import { HttpGreetings } from "./http-greetings";
import { HttpMailboxPin } from "./http-mailbox-pin";
import type { Mailbox, MailboxAnswer, MailboxContents } from "./mailbox";
import { readCode, readContents } from "./read-voicemail";

const root = "/phone/voicemail";

/** The mailbox as the server offers it by HTTP (docs/protocol.md, "Voicemail"). */
export class HttpMailbox implements Mailbox {
  readonly pin: HttpMailboxPin;
  readonly greetings: HttpGreetings;
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
    this.pin = new HttpMailboxPin(http);
    this.greetings = new HttpGreetings(http);
  }

  async list(): Promise<MailboxContents | undefined> {
    const response = await this.#http.get(root);
    return response?.ok === true ? readContents(await bodyOf(response)) : undefined;
  }

  sound(id: string): string {
    return `${place(id)}/sound`;
  }

  async heard(id: string): Promise<MailboxAnswer> {
    return answer(await this.#http.change("POST", `${place(id)}/heard`));
  }

  async remove(id: string): Promise<MailboxAnswer> {
    return answer(await this.#http.change("DELETE", place(id)));
  }

  async restore(id: string): Promise<MailboxAnswer> {
    return answer(await this.#http.change("POST", `${place(id)}/restore`));
  }

  async forward(id: string, to: string): Promise<MailboxAnswer> {
    return answer(await this.#http.change("POST", `${place(id)}/forward`, { to }));
  }
}

function place(id: string): string {
  return `${root}/${encodeURIComponent(id)}`;
}

async function answer(response: Response | undefined): Promise<MailboxAnswer> {
  if (response === undefined) return "failed";
  if (response.ok) return "done";
  if (response.status === 404) return "gone";
  const refused = response.status === 422 && readCode(await bodyOf(response)) === "no-mailbox";
  return refused ? "no-mailbox" : "failed";
}

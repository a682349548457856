import { bodyOf, type Http } from "./http";
import type { MailboxPin, PinRefusal } from "./mailbox-pin";
import { Members, readable } from "./members";
import { readCode } from "./read-voicemail";

const root = "/phone/voicemail/pin";
const refusals: readonly PinRefusal[] = ["pin-length", "pin-trivial", "pin-extension"];

/** The PIN as the server offers it by HTTP (docs/protocol.md, "Voicemail"). */
export class HttpMailboxPin implements MailboxPin {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async isSet(): Promise<boolean | undefined> {
    const response = await this.#http.get(root);
    if (response?.ok !== true) return undefined;
    const body = await bodyOf(response);
    return readable(() => new Members(JSON.parse(body)).flag("set"));
  }

  async change(pin: string): Promise<"done" | PinRefusal> {
    const response = await this.#http.change("PUT", root, { pin });
    if (response?.ok === true) return "done";
    const code = response?.status === 422 ? readCode(await bodyOf(response)) : undefined;
    return refusals.find((one) => one === code) ?? "failed";
  }
}

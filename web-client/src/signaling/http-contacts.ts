import { changeOf } from "./change";
import type { Contact, ContactChange, ContactDesk, ContactText } from "./contacts";
import { bodyOf, type Http } from "./http";
import { readContact, readContacts } from "./read-contacts";

const root = "/phone/contacts";

/** The address book as the server offers it by HTTP (docs/protocol.md, "Contacts"). */
export class HttpContacts implements ContactDesk {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async read(): Promise<readonly Contact[] | undefined> {
    const response = await this.#http.get(root);
    return response?.ok === true ? readContacts(await bodyOf(response)) : undefined;
  }

  async add(text: ContactText): Promise<ContactChange> {
    return outcome(await this.#http.change("POST", root, text));
  }

  async change(id: string, text: ContactText): Promise<ContactChange> {
    return outcome(await this.#http.change("PUT", path(id), text));
  }

  async remove(id: string): Promise<boolean> {
    return (await this.#http.change("DELETE", path(id)))?.ok === true;
  }

  async restore(id: string): Promise<boolean> {
    return (await this.#http.change("POST", `${path(id)}/restore`))?.ok === true;
  }
}

function path(id: string): string {
  return `${root}/${encodeURIComponent(id)}`;
}

function outcome(response: Response | undefined): Promise<ContactChange> {
  return changeOf(response, readContact, "contact-refused");
}

import type { BlockChange, BlockedDesk, BlockList } from "./blocked";
import { changeOf } from "./change";
import { bodyOf, type Http } from "./http";
import { Members, readable } from "./members";

const root = "/phone/blocked";

/** Blocked callers as the server offers them by HTTP (docs/protocol.md, "Blocked callers"). */
export class HttpBlocked implements BlockedDesk {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async read(): Promise<BlockList | undefined> {
    const response = await this.#http.get(root);
    return response?.ok === true ? readBlocked(await bodyOf(response)) : undefined;
  }

  async block(number: string): Promise<BlockChange> {
    return outcome(await this.#http.change("POST", root, { number }));
  }

  async unblock(number: string): Promise<BlockChange> {
    return outcome(await this.#http.change("DELETE", `${root}/${encodeURIComponent(number)}`));
  }

  async blockWithheld(on: boolean): Promise<BlockChange> {
    return outcome(await this.#http.change("PUT", `${root}/withheld`, { on }));
  }
}

/** Undefined if the text is not what the protocol says. */
export function readBlocked(text: string): BlockList | undefined {
  return readable(() => {
    const from = new Members(JSON.parse(text));
    return {
      numbers: from.list("numbers", (one) => ({ number: one.text("number"), shownAs: one.texts("shownAs") })),
      withheld: from.flag("withheld"),
    };
  });
}

function outcome(response: Response | undefined): Promise<BlockChange> {
  return changeOf(response, readBlocked, "blocked-refused");
}

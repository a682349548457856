import { bodyOf, type Http } from "./http";
import { changeOf } from "./change";
import { readReach } from "./read-reach";
import type { OwnReach, Reach, ReachChange, ReachDesk } from "./reach";

const root = "/phone/reach";

/** How a person is reached as the server offers it by HTTP (docs/protocol.md, "How calls reach a person"). */
export class HttpReach implements ReachDesk {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async read(): Promise<OwnReach | undefined> {
    const response = await this.#http.get(root);
    return response?.ok === true ? readReach(await bodyOf(response)) : undefined;
  }

  async change(reach: Reach): Promise<ReachChange> {
    return outcome(await this.#http.change("PUT", root, reach));
  }

  async asTheCompanySays(): Promise<ReachChange> {
    return outcome(await this.#http.change("DELETE", root));
  }
}

function outcome(response: Response | undefined): Promise<ReachChange> {
  return changeOf(response, readReach, "reach-refused");
}

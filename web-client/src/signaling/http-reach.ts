import { bodyOf, type Http } from "./http";
import { readReach, readReachFlaws } from "./read-reach";
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

async function outcome(response: Response | undefined): Promise<ReachChange> {
  if (response === undefined) return "failed";
  const body = await bodyOf(response);
  if (response.ok) {
    const done = readReach(body);
    return done === undefined ? "failed" : { done };
  }
  const flaws = response.status === 422 ? readReachFlaws(body) : undefined;
  return flaws === undefined ? "failed" : { flaws };
}

import { bodyOf, type Http } from "./http";
import { readPlaced, readRefusal, readTrial } from "./read-trial";
import type { TrialPlaced, TrialServer, TrialView, TrialWish } from "./trials";

const root = "/api/v1/plan/draft/trials";

/** Trial calls as the server offers them by HTTP (docs/rest.md). */
export class HttpTrials implements TrialServer {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async place(wish: TrialWish, sdp: string): Promise<TrialPlaced | undefined> {
    const response = await this.#http.change("POST", root, { ...wish, sdp });
    if (response === undefined) return undefined;
    const body = await bodyOf(response);
    return response.ok ? readPlaced(body) : readRefusal(body);
  }

  async look(call: string): Promise<TrialView | undefined> {
    const response = await this.#http.get(`${root}/${call}`);
    return response?.ok === true ? readTrial(await bodyOf(response)) : undefined;
  }

  async press(call: string, digits: string): Promise<void> {
    await this.#http.change("POST", `${root}/${call}/digits`, { digits });
  }

  async hangUp(call: string): Promise<void> {
    await this.#http.change("DELETE", `${root}/${call}`);
  }
}

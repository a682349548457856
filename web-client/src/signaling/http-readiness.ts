import { bodyOf, type Http } from "./http";
import { Members, readable } from "./members";
import type { ReadinessDesk, ReadinessResult } from "./readiness";

const echoPath = "/phone/readiness/echo";

/** The readiness check's questions to the server, by HTTP. */
export class HttpReadiness implements ReadinessDesk {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async echo(offer: string): Promise<string | undefined> {
    const response = await this.#http.change("POST", echoPath, { sdp: offer });
    return response?.ok === true ? sdpIn(await bodyOf(response)) : undefined;
  }

  async endEcho(): Promise<void> {
    await this.#http.change("DELETE", echoPath);
  }

  async keep(result: ReadinessResult): Promise<boolean> {
    return (await this.#http.change("PUT", "/phone/readiness", result))?.ok === true;
  }
}

function sdpIn(body: string): string | undefined {
  return readable(() => new Members(JSON.parse(body)).text("sdp"));
}

import type { Duty, DutyDesk } from "./duty";
import { bodyOf, type Http } from "./http";
import { readDuty } from "./read-duty";

const root = "/phone/agent";

/** The agent's duty as the server offers it by HTTP (docs/protocol.md, "Agents"). */
export class HttpDuty implements DutyDesk {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async read(): Promise<Duty | undefined> {
    return duty(await this.#http.get(root));
  }

  async change(onDuty: boolean, pause: string | null): Promise<Duty | undefined> {
    return duty(await this.#http.change("PUT", root, { onDuty, pause }));
  }
}

async function duty(response: Response | undefined): Promise<Duty | undefined> {
  return response?.ok === true ? readDuty(await bodyOf(response)) : undefined;
}

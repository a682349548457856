import type { Duty } from "../signaling/duty";
import { Http } from "../signaling/http";
import { HttpDuty } from "../signaling/http-duty";

/** The server's side of an agent's duty, in memory, behind a fetch of its own. */
export class FakeDutyServer {
  duty: Duty = { queues: [], onDuty: true, pause: null };
  /** `METHOD body` of every request. */
  readonly requests: string[] = [];
  broken = false;
  readonly desk = new HttpDuty(
    new Http(
      (_, init) => this.#fetch(init),
      () => "XSRF-TOKEN=t1",
      () => "en-GB",
    ),
  );

  #fetch(init: RequestInit | undefined): Promise<Response> {
    const body = typeof init?.body === "string" ? init.body : "";
    this.requests.push(`${init?.method ?? "GET"} ${body}`.trim());
    if (this.broken) return Promise.reject(new TypeError("no answer"));
    if (body !== "") this.duty = { ...this.duty, ...(JSON.parse(body) as Partial<Duty>) };
    const answer = JSON.stringify(this.duty);
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(answer) } as unknown as Response);
  }
}

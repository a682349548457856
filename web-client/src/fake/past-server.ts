import { Http } from "../signaling/http";
import { HttpPast } from "../signaling/http-past";
import type { Flaw } from "../signaling/change";
import type { CallReport, CallStory, OwnRecording, Past, PastCall, Ways } from "../signaling/past";

/** A call as the server keeps it, with what a test wants otherwise. */
export function over(id: string, change: Partial<PastCall> = {}): PastCall {
  return {
    id,
    part: "took",
    other: { name: "Mrs Roy", number: "+33145678901" },
    at: "2026-11-23T09:30:00Z",
    answered: true,
    outcome: "Talked for 0:42",
    ...change,
  };
}

/** A story as the server keeps it, with what a test wants otherwise. */
export function told(change: Partial<CallStory> = {}): CallStory {
  return { verdict: "Alice answered after 8 s.", lines: [], sound: null, report: null, ...change };
}

/** As it is sent. */
function written({ verdict, lines, sound, report }: CallStory): unknown {
  const sounded = sound === null ? {} : { sound: sound.sentence, soundRating: sound.rating };
  return { verdict, lines, ...sounded, ...(report === null ? {} : { report }) };
}

function answered(status: number, body: string | undefined): Promise<Response> {
  const response = { ok: status < 400, status, text: () => Promise.resolve(body ?? "") };
  return Promise.resolve(response as unknown as Response);
}

/** The server's list of calls that are over, in memory, behind a fetch of its own. */
export class FakePastServer {
  /** The newest first. */
  calls: readonly PastCall[] = [];
  readonly stories = new Map<string, CallStory>();
  ways: Ways | undefined = undefined;
  recordings: readonly OwnRecording[] = [];
  readonly requests: string[] = [];
  /** How many calls a part of the list has. */
  page = 2;
  broken = false;
  /** What it finds wrong with a report. */
  flaws: readonly Flaw[] = [];
  readonly past: Past = new HttpPast(
    new Http(
      (path, init) => this.#fetch(path as string, init),
      () => "",
      () => "en-GB",
    ),
  );

  #fetch(path: string, init: RequestInit | undefined): Promise<Response> {
    this.requests.push(path);
    if (this.broken) return Promise.reject(new TypeError("no answer"));
    if (init?.method === "POST") return this.#report(path, init.body as string);
    const body = this.#answer(path);
    return answered(body === undefined ? 404 : 200, body);
  }

  #report(path: string, body: string): Promise<Response> {
    const id = path.split("/")[3] ?? "";
    const story = this.stories.get(id);
    if (story === undefined) return answered(404, undefined);
    const flaws = this.flaws;
    if (flaws.length > 0) return answered(422, JSON.stringify({ code: "report-refused", flaws }));
    const report = JSON.parse(body) as CallReport;
    this.stories.set(id, { ...story, report });
    return answered(200, JSON.stringify(report));
  }

  #answer(path: string): string | undefined {
    const { pathname, searchParams } = new URL(path, "http://localhost");
    if (pathname === "/phone/ways") return this.ways === undefined ? undefined : JSON.stringify(this.ways);
    if (pathname === "/phone/recordings") return JSON.stringify({ recordings: this.recordings });
    const id = pathname.split("/")[3];
    if (id !== undefined) {
      const story = this.stories.get(id);
      return story === undefined ? undefined : JSON.stringify(written(story));
    }
    const after = searchParams.get("after");
    const begin = after === null ? 0 : this.calls.findIndex((one) => one.id === after) + 1;
    const calls = this.calls.slice(begin, begin + this.page);
    const next = begin + this.page < this.calls.length ? { next: calls.at(-1)?.id } : {};
    return JSON.stringify({ calls, ...next });
  }
}

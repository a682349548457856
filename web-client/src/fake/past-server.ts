import { Http } from "../signaling/http";
import { HttpPast } from "../signaling/http-past";
import type { CallStory, OwnRecording, Past, PastCall, Ways } from "../signaling/past";

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
  readonly past: Past = new HttpPast(
    new Http(
      (path) => this.#fetch(path as string),
      () => "",
      () => "en-GB",
    ),
  );

  #fetch(path: string): Promise<Response> {
    this.requests.push(path);
    if (this.broken) return Promise.reject(new TypeError("no answer"));
    const body = this.#answer(path);
    const response = { ok: body !== undefined, status: body === undefined ? 404 : 200, text: () => Promise.resolve(body) };
    return Promise.resolve(response as unknown as Response);
  }

  #answer(path: string): string | undefined {
    const { pathname, searchParams } = new URL(path, "http://localhost");
    if (pathname === "/phone/ways") return this.ways === undefined ? undefined : JSON.stringify(this.ways);
    if (pathname === "/phone/recordings") return JSON.stringify({ recordings: this.recordings });
    const id = pathname.split("/")[3];
    if (id !== undefined) {
      const story = this.stories.get(id);
      return story === undefined ? undefined : JSON.stringify(story);
    }
    const after = searchParams.get("after");
    const begin = after === null ? 0 : this.calls.findIndex((one) => one.id === after) + 1;
    const calls = this.calls.slice(begin, begin + this.page);
    const next = begin + this.page < this.calls.length ? { next: calls.at(-1)?.id } : {};
    return JSON.stringify({ calls, ...next });
  }
}

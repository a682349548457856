import { changeOf } from "./change";
import { bodyOf, type Http } from "./http";
import type { CallStory, OwnRecording, Past, PastPage, ReportChange, Ways, WrittenReport } from "./past";
import { readPage, readRecordings, readReport, readStory, readWays } from "./read-past";

const root = "/phone/calls";

/** The calls that are over as the server offers them by HTTP (docs/protocol.md, "Calls that are over"). */
export class HttpPast implements Past {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async list(after: string | null): Promise<PastPage | undefined> {
    return this.#read(after === null ? root : `${root}?after=${encodeURIComponent(after)}`, readPage);
  }

  async story(id: string): Promise<CallStory | undefined> {
    // The times in its sentences are this page's, as those beside them.
    const zone = encodeURIComponent(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    return this.#read(`${root}/${encodeURIComponent(id)}/story?zone=${zone}`, readStory);
  }

  async report(id: string, report: WrittenReport): Promise<ReportChange> {
    const response = await this.#http.change("POST", `${root}/${encodeURIComponent(id)}/report`, report);
    return response?.status === 404 ? "no-such-call" : changeOf(response, readReport, "report-refused");
  }

  async ways(): Promise<Ways | undefined> {
    return this.#read("/phone/ways", readWays);
  }

  async recordings(): Promise<readonly OwnRecording[] | undefined> {
    return this.#read("/phone/recordings", readRecordings);
  }

  recordingSound(id: string): string {
    return `/phone/recordings/${encodeURIComponent(id)}/sound`;
  }

  async #read<T>(path: string, read: (body: string) => T | undefined): Promise<T | undefined> {
    const response = await this.#http.get(path);
    return response?.ok === true ? read(await bodyOf(response)) : undefined;
  }
}

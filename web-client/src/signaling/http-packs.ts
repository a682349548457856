import { bodyOf, type Http } from "./http";
import { Members, readable } from "./members";
import type { Pack, PackRefusal, PackServer } from "./packs";
import { readCode } from "./read-voicemail";

const root = "/api/v1/prompt-packs/asterisk";
const refusals: readonly PackRefusal[] = [
  "no-archive",
  "bad-path",
  "too-many-files",
  "too-large",
  "too-long",
  "nothing-known",
  "too-many-prompts",
];

/** Archives of prompts as the server takes them by HTTP (docs/rest.md). */
export class HttpPacks implements PackServer {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async look(archive: ArrayBuffer): Promise<Pack | PackRefusal> {
    return this.#send(`${root}?preview=true`, archive);
  }

  async take(archive: ArrayBuffer): Promise<Pack | PackRefusal> {
    return this.#send(root, archive);
  }

  async #send(path: string, archive: ArrayBuffer): Promise<Pack | PackRefusal> {
    const response = await this.#http.upload(path, archive, "application/octet-stream");
    if (response === undefined) return "failed";
    const body = await bodyOf(response);
    if (response.status === 413) return "too-large";
    return (response.ok ? readPack(body) : refusals.find((one) => one === readCode(body))) ?? "failed";
  }
}

/** The content of an archive in an answer, or undefined if it is none of the protocol. */
export function readPack(body: string): Pack | undefined {
  return readable(() => {
    const from = new Members(JSON.parse(body));
    return {
      taken: from.list("taken", (one) => ({ name: one.text("name"), file: one.text("file") })),
      unknown: from.texts("unknown"),
      unused: from.texts("unused"),
      wrong: from.list("wrong", (one) => ({ file: one.text("file"), code: one.text("code") })),
    };
  });
}

import { bodyOf, type Http } from "./http";
import type { PromptRefusal, PromptServer } from "./prompts";
import { readCode } from "./read-voicemail";

const root = "/api/v1/prompts";
const refusals: readonly PromptRefusal[] = [
  "bad-name",
  "unknown-format",
  "too-short",
  "too-long",
  "silent",
  "too-many",
  "in-use",
  "no-engine",
  "no-voice",
  "no-text",
  "text-too-long",
  "timed-out",
];

/** Own prompts as the server offers them by HTTP (docs/rest.md). */
export class HttpPrompts implements PromptServer {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async put(name: string, wav: ArrayBuffer): Promise<"done" | PromptRefusal> {
    return outcome(await this.#http.upload(path(name), wav, "audio/wav"));
  }

  async speak(name: string, text: string, language: string): Promise<"done" | PromptRefusal> {
    return outcome(await this.#http.change("PUT", `${path(name)}/text`, { text, language }));
  }

  async remove(name: string): Promise<"done" | PromptRefusal> {
    return outcome(await this.#http.change("DELETE", path(name)));
  }
}

function path(name: string): string {
  return `${root}/${encodeURIComponent(name)}`;
}

/** What the server says of a sound that was sent. */
export async function outcome(response: Response | undefined): Promise<"done" | PromptRefusal> {
  if (response?.ok === true) return "done";
  const code = response === undefined ? undefined : readCode(await bodyOf(response));
  return refusals.find((one) => one === code) ?? "failed";
}

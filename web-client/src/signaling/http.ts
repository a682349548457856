/** Milliseconds after which an answer is no longer waited for. */
const patience = 10_000;
const shortPatience = 3_000;
const patienceWithFiles = 120_000;

/** What is asked beside the WebSocket: by HTTP, with the session's cookie. */
export class Http {
  readonly #fetch: typeof fetch;
  readonly #cookies: () => string;
  readonly #language: () => string;

  /** @param language of the sentences in answers: a BCP 47 tag, asked for anew each time */
  constructor(fetcher: typeof fetch, cookies: () => string, language: () => string) {
    this.#fetch = fetcher;
    this.#cookies = cookies;
    this.#language = language;
  }

  /** The answer, whatever its status; undefined if none came. */
  async get(path: string): Promise<Response | undefined> {
    return this.#send("GET", path, { Accept: "application/json" }, undefined);
  }

  /** Asks for a change; undefined if no answer came. */
  async change(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<Response | undefined> {
    return twice(() => this.#sendChange(method, path, body));
  }

  /**
   * Asks for something that is soon asked again. What is left of a network that is gone would keep the answer away for
   * longer than a new connection takes.
   */
  async hurried(path: string): Promise<Response | undefined> {
    return twice(() => this.#send("POST", path, this.#changing(), undefined, shortPatience));
  }

  /** Sends a file; undefined if no answer came. */
  async upload(path: string, file: ArrayBuffer, type: string): Promise<Response | undefined> {
    return twice(() => this.#send("PUT", path, { ...this.#changing(), "Content-Type": type }, file, patienceWithFiles));
  }

  #changing(): Readonly<Record<string, string>> {
    return { Accept: "application/json", "X-XSRF-TOKEN": cookie("XSRF-TOKEN", this.#cookies()) };
  }

  #sendChange(method: string, path: string, body: unknown): Promise<Response | undefined> {
    const headers = this.#changing();
    if (body === undefined) return this.#send(method, path, headers, undefined);
    return this.#send(method, path, { ...headers, "Content-Type": "application/json" }, JSON.stringify(body));
  }

  async #send(
    method: string,
    path: string,
    wanted: Readonly<Record<string, string>>,
    body: string | ArrayBuffer | undefined,
    millis = patience,
  ): Promise<Response | undefined> {
    const headers = { ...wanted, "Accept-Language": this.#language() };
    const signal = AbortSignal.timeout(millis);
    const content = body === undefined ? {} : { body };
    try {
      return await this.#fetch(path, { method, headers, redirect: "manual", cache: "no-store", signal, ...content });
    } catch {
      // Whatever kept the answer away, the page shows that none came.
      return undefined;
    }
  }
}

/** The first answer may be what sets the CSRF cookie, so a refusal for want of it is tried once more. */
async function twice(send: () => Promise<Response | undefined>): Promise<Response | undefined> {
  const first = await send();
  return first?.status === 403 ? send() : first;
}

/** @param language what the page speaks: a BCP 47 tag */
export function browserHttp(language: () => string): Http {
  return new Http(
    (input, init) => fetch(input, init),
    () => document.cookie,
    language,
  );
}

/** The value of a cookie of this page, empty if there is none. */
export function cookie(name: string, cookies: string): string {
  const pair = cookies.split("; ").find((one) => one.startsWith(`${name}=`));
  return pair === undefined ? "" : decodeURIComponent(pair.slice(name.length + 1));
}

/** Empty if the connection broke in the middle: no reader takes that for an answer. */
export async function bodyOf(response: Response): Promise<string> {
  return response.text().catch(() => "");
}

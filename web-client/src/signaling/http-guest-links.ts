import type { Http } from "./http";

/** A link by which guests come to a room, until it expires. */
export interface GuestLinkItem {
  readonly id: string;
  readonly room: string;
  readonly path: string;
  readonly expires: string;
}

/** The guest links of this person, by HTTP. */
export class HttpGuestLinks {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Those that still let in; undefined: they could not be had. */
  async all(): Promise<GuestLinkItem[] | undefined> {
    const body = await json(await this.#http.get("/phone/guest-links"));
    const links = (body as { links?: unknown } | undefined)?.links;
    return Array.isArray(links) && links.every(isItem) ? links : undefined;
  }

  /** A new one; undefined: it could not be made. */
  async make(room: string, hours: number): Promise<GuestLinkItem | undefined> {
    const body = await json(await this.#http.change("POST", "/phone/guest-links", { room, hours }));
    return isItem(body) ? body : undefined;
  }

  async revoke(id: string): Promise<boolean> {
    return (await this.#http.change("DELETE", `/phone/guest-links/${id}`))?.ok === true;
  }
}

async function json(response: Response | undefined): Promise<unknown> {
  if (response?.ok !== true) return undefined;
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function isItem(value: unknown): value is GuestLinkItem {
  const item = value as Partial<Record<keyof GuestLinkItem, unknown>> | null | undefined;
  return (["id", "room", "path", "expires"] as const).every((name) => typeof item?.[name] === "string");
}

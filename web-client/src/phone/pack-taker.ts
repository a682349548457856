import { signal } from "@preact/signals-core";
import type { Pack, PackRefusal, PackServer } from "../signaling/packs";

export type { Pack, PackRefusal } from "../signaling/packs";

/** Takes an archive of prompts over, after it was looked into. Owned by the page's one thread. */
export class PackTaker {
  readonly busy = signal(false);
  /** What the chosen archive holds. */
  readonly pack = signal<Pack | null>(null);
  readonly trouble = signal<PackRefusal | null>(null);
  readonly #server: PackServer;
  readonly #taken: () => void;
  #archive: ArrayBuffer | undefined;

  constructor(server: PackServer, taken: () => void) {
    this.#server = server;
    this.#taken = taken;
  }

  /** Looks into an archive; nothing is changed by that. */
  async choose(file: Blob | null): Promise<void> {
    this.#archive = undefined;
    this.pack.value = null;
    this.trouble.value = null;
    if (file === null || this.busy.value) return;
    const archive = await file.arrayBuffer();
    const answer = await this.#ask(() => this.#server.look(archive));
    if (answer === undefined) return;
    this.pack.value = answer;
    this.#archive = archive;
  }

  /** Makes what was looked at into prompts. */
  async take(): Promise<void> {
    const archive = this.#archive;
    if (archive === undefined || this.busy.value) return;
    if ((await this.#ask(() => this.#server.take(archive))) !== undefined) this.#taken();
  }

  async #ask(ask: () => Promise<Pack | PackRefusal>): Promise<Pack | undefined> {
    this.busy.value = true;
    this.trouble.value = null;
    const answer = await ask();
    this.busy.value = false;
    if (typeof answer !== "string") return answer;
    this.trouble.value = answer;
    return undefined;
  }
}

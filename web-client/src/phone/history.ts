import { effect, signal } from "@preact/signals-core";
import type { CallStory, Past, PastCall, PastPage, Ways } from "../signaling/past";
import type { OwnRecordings } from "./own-recordings";
import type { PhoneState } from "./state";

export type { CallStory, PastCall, Ways } from "../signaling/past";

/** A call whose story is open; `null` while it is being read. */
export interface OpenStory {
  readonly id: string;
  readonly story: CallStory | "failed" | null;
}

/** The calls of this person that are over, as the server keeps them. Owned by the page's one thread. */
export class History {
  /** The newest first; null until they were read once. */
  readonly calls = signal<readonly PastCall[] | null>(null);
  readonly reading = signal<"idle" | "loading" | "failed">("idle");
  /** Whether there are older ones at the server. */
  readonly more = signal(false);
  readonly opened = signal<OpenStory | null>(null);
  /** The paths to this person while they are shown; read anew each time. */
  readonly ways = signal<Ways | "closed" | "loading" | "failed">("closed");
  readonly #past: Past;
  #next: string | null = null;
  #wanted = false;
  /** Which reading is the newest; older ones are out of date. */
  #readings = 0;
  #waysReadings = 0;

  /** What this person recorded of them. */
  readonly recordings: OwnRecordings;

  constructor(state: PhoneState, past: Past, recordings: OwnRecordings) {
    this.#past = past;
    this.recordings = recordings;
    effect(() => {
      // One more is over: by the time it is put away here, the server has it.
      if (state.earlier.value.length > 0 && this.#wanted) void this.read();
    });
  }

  /** The person looks at the calls. */
  open(): void {
    this.#wanted = true;
    void this.read();
  }

  async read(): Promise<void> {
    void this.recordings.read();
    await this.#read(null, (page) => {
      const known = this.calls.value ?? [];
      const older = olderThan(page, known);
      this.calls.value = [...page.calls, ...older];
      if (older.length === 0) this.#goesOn(page.next);
    });
  }

  /** Adds the next older ones. */
  async older(): Promise<void> {
    await this.#read(this.#next, (page) => {
      this.calls.value = [...(this.calls.value ?? []), ...page.calls];
      this.#goesOn(page.next);
    });
  }

  /** Opens the story of a call, or closes it. */
  async toggle(id: string): Promise<void> {
    if (this.opened.value?.id === id) {
      this.opened.value = null;
      return;
    }
    await this.tell(id);
  }

  /** Shows on which paths calls can reach this person, or shows them no more. */
  async toggleWays(): Promise<void> {
    if (this.ways.value !== "closed") {
      this.ways.value = "closed";
      return;
    }
    await this.#readWays();
  }

  /** Reads the story of a call. */
  async tell(id: string): Promise<void> {
    const asked: OpenStory = { id, story: null };
    this.opened.value = asked;
    const story = (await this.#past.story(id)) ?? "failed";
    if (this.opened.peek() === asked) this.opened.value = { id, story };
  }

  /** The page speaks another language from now on: what the server said is read again, of the list its newest part. */
  retell(): void {
    if (this.#wanted) {
      void this.#read(null, (page) => {
        this.calls.value = page.calls;
        this.#goesOn(page.next);
      });
    }
    if (this.opened.value !== null) void this.tell(this.opened.value.id);
    if (this.ways.value !== "closed") void this.#readWays();
  }

  async #readWays(): Promise<void> {
    const reading = ++this.#waysReadings;
    this.ways.value = "loading";
    const ways = (await this.#past.ways()) ?? "failed";
    if (reading === this.#waysReadings && this.ways.peek() === "loading") this.ways.value = ways;
  }

  async #read(after: string | null, take: (page: PastPage) => void): Promise<void> {
    const reading = ++this.#readings;
    this.reading.value = "loading";
    const page = await this.#past.list(after);
    if (reading !== this.#readings) return;
    this.reading.value = page === undefined ? "failed" : "idle";
    if (page !== undefined) take(page);
  }

  #goesOn(next: string | null): void {
    this.#next = next;
    this.more.value = next !== null;
  }
}

/** What was read before and goes on where the newest part ends; nothing if there may be a gap between. */
function olderThan(page: PastPage, known: readonly PastCall[]): readonly PastCall[] {
  const last = page.calls.at(-1);
  const place = last === undefined ? -1 : known.findIndex(({ id }) => id === last.id);
  return place < 0 ? [] : known.slice(place + 1);
}

import type { TabDoor, TabMessage } from "./tabs";

const leadLock = "sonnerie.lead";

/**
 * Tabs by Web Locks and a BroadcastChannel: whoever has the one lock leads, and each tab has one of its own, which the
 * browser takes away with it however it ends. Where a browser has no locks, each tab is a phone by itself.
 */
export class BrowserTabs implements TabDoor {
  readonly tab = Math.random().toString(36).slice(2);
  readonly #locks: LockManager | undefined = "locks" in navigator ? navigator.locks : undefined;
  readonly #channel = new BroadcastChannel("sonnerie.tabs");
  #moved: (leads: boolean) => void = () => undefined;
  #release: () => void = () => undefined;
  #queued = new AbortController();

  lead(moved: (leads: boolean) => void): void {
    this.#moved = moved;
    if (this.#locks === undefined) {
      moved(true);
      return;
    }
    void this.#locks.request(lockOf(this.tab), forEver);
    this.#queue();
  }

  takeLead(): void {
    this.#queued.abort();
    void this.#hold({ steal: true });
  }

  passLead(): void {
    this.#release();
  }

  say(message: TabMessage): void {
    this.#channel.postMessage(message);
  }

  hear(heard: (message: TabMessage) => void): void {
    this.#channel.addEventListener("message", (event: MessageEvent<TabMessage>) => {
      heard(event.data);
    });
  }

  whenGone(tab: string, then: () => void): void {
    void this.#locks?.request(lockOf(tab), then);
  }

  #queue(): void {
    this.#queued = new AbortController();
    void this.#hold({ signal: this.#queued.signal });
  }

  /** Leads as long as nobody takes that away and it is not passed on; then stands in the queue again. */
  async #hold(options: LockOptions): Promise<void> {
    const mine = this.#queued;
    try {
      await this.#locks?.request(leadLock, options, () => {
        this.#moved(true);
        return new Promise<void>((resolve) => {
          this.#release = resolve;
        });
      });
    } catch (failure) {
      // Another tab took the lead; or this one did itself, and what stood in the queue was called off.
      if (!(failure instanceof DOMException && failure.name === "AbortError")) throw failure;
      if (options.signal?.aborted === true) return;
    }
    this.#moved(false);
    if (mine === this.#queued) this.#queue();
  }
}

function lockOf(tab: string): string {
  return `sonnerie.tab.${tab}`;
}

function forEver(): Promise<never> {
  return new Promise(() => undefined);
}

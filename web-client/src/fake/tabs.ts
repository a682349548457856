import type { TabDoor, TabMessage } from "../signaling/tabs";

/** A browser, as the tabs in it see one another. */
export class FakeBrowser {
  readonly #tabs: FakeTabs[] = [];
  /** Those that want to lead, the leading one first. */
  #queue: FakeTabs[] = [];
  readonly #name: string;

  constructor(name = "tab") {
    this.#name = name;
  }

  open(): FakeTabs {
    const tab = new FakeTabs(`${this.#name}-${this.#tabs.length + 1}`, this);
    this.#tabs.push(tab);
    return tab;
  }

  others(of: FakeTabs): readonly FakeTabs[] {
    return this.#tabs.filter((tab) => tab !== of && tab.there && !tab.asleep);
  }

  get leading(): FakeTabs | undefined {
    return this.#queue[0];
  }

  reorder(order: (queue: readonly FakeTabs[]) => FakeTabs[]): void {
    const before = this.leading;
    this.#queue = order(this.#queue);
    if (before === this.leading) return;
    before?.moved(false);
    this.leading?.moved(true);
  }

  /** The tab is closed, or its page has crashed. */
  close(gone: FakeTabs): void {
    gone.there = false;
    this.reorder((queue) => queue.filter((tab) => tab !== gone));
    for (const tab of this.others(gone)) tab.miss(gone.tab);
  }
}

/** One tab of it. */
export class FakeTabs implements TabDoor {
  readonly tab: string;
  there = true;
  /** Frozen by the browser: it hears and says nothing, and keeps its place. */
  asleep = false;
  moved: (leads: boolean) => void = () => undefined;
  readonly #browser: FakeBrowser;
  #heard: (message: TabMessage) => void = () => undefined;
  readonly #missing = new Map<string, () => void>();

  constructor(tab: string, browser: FakeBrowser) {
    this.tab = tab;
    this.#browser = browser;
  }

  lead(moved: (leads: boolean) => void): void {
    this.moved = moved;
    this.#browser.reorder((queue) => [...queue, this]);
  }

  takeLead(): void {
    this.#browser.reorder((queue) => [this, ...queue.filter((tab) => tab !== this)]);
  }

  passLead(): void {
    this.#browser.reorder((queue) => [...queue.filter((tab) => tab !== this), this]);
  }

  say(message: TabMessage): void {
    for (const tab of this.asleep ? [] : this.#browser.others(this)) tab.#heard(message);
  }

  hear(heard: (message: TabMessage) => void): void {
    this.#heard = heard;
  }

  whenGone(tab: string, then: () => void): void {
    this.#missing.set(tab, then);
  }

  miss(tab: string): void {
    this.#missing.get(tab)?.();
  }
}

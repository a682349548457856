import { signal, type ReadonlySignal, type Signal } from "@preact/signals-core";
import type { Colleague } from "../signaling/messages";
import { Watch, type Teller } from "./watch";

export type { Colleague, Presence } from "../signaling/messages";

/** Somebody of the company: what seldom changes, and beside it how he is now. */
export interface Person {
  readonly extension: string;
  readonly name: string;
  readonly department: string | null;
  readonly now: ReadonlySignal<Colleague>;
}

interface Known extends Person {
  readonly now: Signal<Colleague>;
}

const order = new Intl.Collator();

/**
 * The people of the company and how each of them is, while that is watched. Each has a signal of his own: a change of one
 * among a thousand draws one row anew. Owned by the page's one thread.
 */
export class People {
  /** Sorted by name; another list only when somebody comes, leaves or is named otherwise. */
  readonly all = signal<readonly Person[]>([]);
  /** The server has told of them once. */
  readonly heard = signal(false);
  readonly #watch: Watch;
  #known = new Map<string, Known>();
  /** Those of before they are told of anew, in several messages: their signals go on. */
  #before: ReadonlyMap<string, Known> = new Map();

  constructor(teller: Teller) {
    this.#watch = new Watch(teller, "watch-people");
  }

  /** The person looks at them, or no longer. */
  watch(on: boolean): void {
    this.#watch.set(on);
  }

  /** The connection is there, perhaps anew. */
  welcomed(): void {
    this.#watch.welcomed();
  }

  hear(anew: boolean, people: readonly Colleague[]): void {
    if (anew) {
      this.#before = this.#known;
      this.#known = new Map();
    }
    let others = anew;
    for (const one of people) others = this.#take(one) || others;
    if (others) this.all.value = [...this.#known.values()].sort((one, other) => order.compare(one.name, other.name));
    this.heard.value = true;
  }

  get(extension: string): Person | undefined {
    return this.all.value.find((one) => one.extension === extension);
  }

  /** Whether the list is another one by it. */
  #take(one: Colleague): boolean {
    const { extension, name, department } = one;
    const known = this.#known.get(extension);
    const old = known ?? this.#before.get(extension);
    if (old?.name !== name || old.department !== department) {
      this.#known.set(extension, { extension, name, department, now: signal(one) });
      return true;
    }
    old.now.value = one;
    this.#known.set(extension, old);
    return known === undefined;
  }
}

import { batch, computed, signal, type ReadonlySignal } from "@preact/signals-core";
import type { Readiness } from "../media/media";
import type { LinkState } from "../signaling/link";
import type { DirectoryEntry, Obstacle, Party, Welcome } from "../signaling/messages";
import type { PhoneCall } from "./call";
import { live, rings } from "./call";

export type { Obstacle } from "../signaling/messages";

/** How much of the past this page keeps. */
const earlierCalls = 100;

/** What the server thinks of this person: reachable by any of his pages. */
export interface Reachability {
  readonly reachable: boolean;
  readonly obstacle: Obstacle | null;
}

/** Everything the page shows, each a signal; only the phone changes it. */
export class PhoneState {
  readonly link = signal<LinkState>("connecting");
  /** The connection was lost, or never came, and is not back yet. */
  readonly offline = signal(false);
  readonly me = signal<Welcome["me"] | null>(null);
  readonly company = signal<Welcome["company"] | null>(null);
  readonly directory = signal<readonly DirectoryEntry[]>([]);
  readonly available = signal(true);
  readonly reachability = signal<Reachability | null>(null);
  readonly readiness = signal<Readiness>({ canRing: false, obstacle: "sound-locked" });
  /** The browser asks the person now whether the page may use the microphone. */
  readonly microphoneAsked = signal(false);
  /** By which names this person's contacts know numbers, in each form in which a number may be shown. */
  readonly contactNames = signal<ReadonlyMap<string, string>>(new Map());
  /** As the server names the parties. */
  readonly #calls = signal<readonly PhoneCall[]>([]);
  readonly #earlier = signal<readonly PhoneCall[]>([]);
  /** Each party by the name by which this person knows him. */
  readonly calls: ReadonlySignal<readonly PhoneCall[]> = computed(() => this.#calls.value.map((call) => this.#known(call)));
  readonly earlier: ReadonlySignal<readonly PhoneCall[]> = computed(() => this.#earlier.value.map((call) => this.#known(call)));
  readonly #chosen = signal<string | null>(null);

  /** The calls in that want an answer, the oldest first. */
  readonly ringing: ReadonlySignal<readonly PhoneCall[]> = computed(() => this.calls.value.filter(rings));

  /** The call that has the stage: the one chosen, else the one that matters most. */
  readonly onStage: ReadonlySignal<PhoneCall | undefined> = computed(() => {
    const shown = this.calls.value.filter((call) => !rings(call));
    return shown.find((call) => call.key === this.#chosen.value) ?? mostUrgent(shown);
  });

  /** The call that had the stage when it was put away, until another call has it. */
  readonly leftStage = signal<PhoneCall | null>(null);

  choose(key: string): void {
    this.#chosen.value = key;
  }

  get(key: string): PhoneCall | undefined {
    return this.#calls.value.find((call) => call.key === key);
  }

  byId(id: string): PhoneCall | undefined {
    return this.#calls.value.find((call) => call.id === id);
  }

  /** Whether a call that is over and put away had this id. */
  isEarlier(id: string): boolean {
    return this.#earlier.value.some((call) => call.id === id);
  }

  /** A party by the name by which this person knows his number; a colleague keeps his own. */
  known<P extends Party>(party: P): P {
    const name = this.contactNames.value.get(party.number);
    return name === undefined || this.isColleague(party.number) ? party : { ...party, name };
  }

  isColleague(number: string): boolean {
    return this.directory.value.some(({ extension }) => extension === number);
  }

  #known(call: PhoneCall): PhoneCall {
    if (this.contactNames.value.size === 0) return call;
    const { card, consult } = call;
    return {
      ...this.known(call),
      with: call.with.map((other) => this.known(other)),
      card: card === null ? null : { ...card, other: this.known(card.other) },
      consult: consult === null ? null : { ...consult, party: this.known(consult.party) },
    };
  }

  /** Adds a call, or puts a newer value of it in its place. */
  put(call: PhoneCall): void {
    const calls = this.#calls.value;
    this.#calls.value = calls.some((one) => one.key === call.key)
      ? calls.map((one) => (one.key === call.key ? call : one))
      : [...calls, call];
  }

  /** Puts an ended call away among the earlier ones. */
  retire(key: string): void {
    const call = this.get(key);
    if (call === undefined || live(call)) return;
    const staged = this.onStage.peek();
    batch(() => {
      if (staged?.key === key) this.leftStage.value = { ...staged, media: "none" };
      this.#calls.value = this.#calls.value.filter((one) => one.key !== key);
      this.#earlier.value = [call, ...this.#earlier.value].slice(0, earlierCalls);
    });
  }
}

const urgency: Readonly<Record<PhoneCall["state"], number>> = {
  "in-call": 0,
  reconnecting: 1,
  calling: 2,
  ringing: 2,
  "on-hold": 3,
  parked: 4,
  ended: 5,
};

function mostUrgent(calls: readonly PhoneCall[]): PhoneCall | undefined {
  return calls.toSorted((one, other) => urgency[one.state] - urgency[other.state])[0];
}

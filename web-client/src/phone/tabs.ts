import { computed, effect, signal, untracked, type ReadonlySignal } from "@preact/signals-core";
import type { CarriedCall, TabDoor, TabMessage, TabNews } from "../signaling/tabs";
import { hasSound } from "./call";
import type { Clock } from "./clock";
import type { PhoneState } from "./state";

/** Milliseconds: a tab that leads and does not know of a ringing call after so long is asleep. */
export const leadPatience = 700;

/** The calls as this tab has them. */
export interface CallsOfTab {
  /** Another tab has changed, or which one leads. */
  tabsMoved(): void;
  /** Another tab wants a call muted, or no longer, whose sound is in one of the tabs. */
  muteById(call: string, muted: boolean): void;
}

/**
 * One phone over many tabs. One tab leads: it rings, and has the sound of the calls; the others show them and steer.
 * Where the person takes a call or makes one, that tab leads from then on. Owned by the page's one thread.
 */
export class Tabs {
  /** This tab rings, and takes what a tab that is gone has left. */
  readonly leads = signal(false);
  readonly #inSight = signal(true);
  readonly #others = signal<ReadonlyMap<string, TabNews>>(new Map());
  /** The calls whose sound another tab of this browser has. */
  readonly #carried: ReadonlySignal<ReadonlyMap<string, CarriedCall>> = computed(
    () => new Map(this.#news().flatMap(({ carries }) => carries.map((one) => [one.call, one]))),
  );
  /** The person can see one of the tabs. */
  readonly seen: ReadonlySignal<boolean> = computed(
    () => this.#inSight.value || this.#news().some(({ inSight }) => inSight),
  );
  /** Calls whose sound went with a tab. */
  readonly #left = new Set<string>();
  readonly #state: PhoneState;
  readonly #door: TabDoor;
  readonly #clock: Clock;
  readonly #mine: ReadonlySignal<TabNews>;

  constructor(state: PhoneState, door: TabDoor, clock: Clock) {
    this.#state = state;
    this.#door = door;
    this.#clock = clock;
    this.#mine = computed(() => ({
      tab: door.tab,
      leads: this.leads.value,
      canRing: state.readiness.value.canRing,
      inSight: this.#inSight.value,
      ringing: state.ringing.value.flatMap(({ id }) => (id === null ? [] : [id])),
      carries: this.#carries(),
    }));
  }

  /** Begins to follow the others, and tells the calls what concerns them. */
  begin(calls: CallsOfTab): void {
    this.#door.hear((message) => {
      this.#hear(message, calls);
    });
    this.#door.lead((leads) => {
      this.leads.value = leads;
    });
    const moved = (): void => {
      untracked(() => {
        calls.tabsMoved();
      });
    };
    this.#door.say({ type: "who" });
    this.#tell();
    this.#followFitness();
    this.#followRinging();
    this.leads.subscribe(moved);
    this.#carried.subscribe(moved);
  }

  /** Whether the person can see this tab. */
  look(inSight: boolean): void {
    this.#inSight.value = inSight;
  }

  /** The person uses this tab for a call. */
  takeLead(): void {
    if (!this.leads.value) this.#door.takeLead();
  }

  /** The call as another tab of this browser has it; undefined: none does. */
  carried(call: string): CarriedCall | undefined {
    return this.#carried.peek().get(call);
  }

  /** Whether the sound of the call went with a tab of this browser. */
  left(call: string): boolean {
    return this.#left.has(call);
  }

  /** Whichever tab has the call's sound mutes it, or no longer. */
  mute(call: string, muted: boolean): void {
    this.#door.say({ type: "mute", call, muted });
  }

  #news(): readonly TabNews[] {
    return [...this.#others.value.values()];
  }

  #carries(): readonly CarriedCall[] {
    const here = this.#state.calls.value.filter((call) => call.media === "here" && hasSound(call));
    return here.flatMap(({ id, muted }) => (id === null ? [] : [{ call: id, muted }]));
  }

  #hear(message: TabMessage, calls: CallsOfTab): void {
    switch (message.type) {
      case "who":
        this.#door.say({ type: "tab", news: this.#mine.peek() });
        return;
      case "mute":
        calls.muteById(message.call, message.muted);
        return;
      case "tab":
        this.#take(message.news);
        return;
      default:
        message satisfies never;
    }
  }

  #take(news: TabNews): void {
    const { tab } = news;
    if (!this.#others.peek().has(tab)) {
      this.#door.whenGone(tab, () => {
        this.#gone(tab);
      });
    }
    for (const { call } of news.carries) this.#left.delete(call);
    this.#others.value = new Map(this.#others.peek()).set(tab, news);
  }

  #gone(tab: string): void {
    for (const { call } of this.#others.peek().get(tab)?.carries ?? []) this.#left.add(call);
    this.#others.value = new Map([...this.#others.peek()].filter(([name]) => name !== tab));
  }

  /** The others know what this tab knows, as soon as it changes. */
  #tell(): void {
    let told = "";
    effect(() => {
      const news = this.#mine.value;
      for (const { call } of news.carries) this.#left.delete(call);
      const text = JSON.stringify(news);
      if (text === told) return;
      told = text;
      this.#door.say({ type: "tab", news });
    });
  }

  /** A tab that cannot ring does not lead while another could, unless it has a call. */
  #followFitness(): void {
    const unfit = computed(() => {
      const { leads, canRing, carries } = this.#mine.value;
      return leads && !canRing && carries.length === 0 && this.#news().some((other) => other.canRing);
    });
    effect(() => {
      if (unfit.value) this.#door.passLead();
    });
  }

  /** Whoever leads may have been put to sleep by the browser: then it does not ring, and this tab has to. */
  #followRinging(): void {
    let before: readonly string[] = [];
    effect(() => {
      const now = this.#mine.value.ringing;
      for (const call of now.filter((one) => !before.includes(one))) this.#watch(call);
      before = now;
    });
  }

  #watch(call: string): void {
    this.#clock.after(leadPatience, () => {
      const rings = this.#mine.peek().ringing.includes(call);
      const known = this.#news().some(({ leads, ringing }) => leads && ringing.includes(call));
      if (rings && !known) this.takeLead();
    });
  }
}

import { batch, computed, effect, signal, untracked, type ReadonlySignal } from "@preact/signals-core";
import type { CallStory, Past, Sounded } from "../signaling/past";
import { broke, live, rings, wasTalk, type PhoneCall } from "./call";
import type { CallReports } from "./call-reports";
import type { Clock } from "./clock";
import type { PhoneState } from "./state";

/**
 * Milliseconds from a call's end to the first look at how it sounded, then from each look to the next. The server
 * writes the last facts of a call about a second after its end: what looks good at first may not be.
 */
export const looks = [1_500, 2_500, 5_000] as const;

/**
 * What this page tells of a call that has ended here: how it sounded, if that was bad. A call with something to tell
 * keeps the stage until it is dismissed or another call takes it. Owned by the page's one thread.
 */
export class Aftermath {
  readonly #state: PhoneState;
  readonly #past: Past;
  readonly #reports: CallReports;
  readonly #clock: Clock;
  /** Live calls whose sound has been here, by key. */
  readonly #carried = new Set<string>();
  /** Calls of which is not known yet how they sounded, by key. */
  readonly #looking = signal<ReadonlySet<string>>(new Set());
  readonly #verdicts = signal<ReadonlyMap<string, Sounded>>(new Map());

  /** A call that was put away and still has the stage. */
  readonly stays: ReadonlySignal<PhoneCall | undefined> = computed(() => {
    const left = this.#state.leftStage.value;
    const wanted = left !== null && (this.hasMore(left) || this.#looking.value.has(left.key));
    return wanted ? left : undefined;
  });

  /** The call that has the stage, over and put away or not. */
  readonly onStage: ReadonlySignal<PhoneCall | undefined> = computed(() => this.#state.onStage.value ?? this.stays.value);

  constructor(state: PhoneState, past: Past, reports: CallReports, clock: Clock) {
    this.#state = state;
    this.#past = past;
    this.#reports = reports;
    this.#clock = clock;
    effect(() => {
      const calls = state.calls.value;
      untracked(() => {
        for (const call of calls) this.#follow(call);
      });
    });
    effect(() => {
      // It does not come back: neither after another call, nor for what happens to it elsewhere.
      if (state.onStage.value !== undefined || this.stays.value === undefined) state.leftStage.value = null;
    });
  }

  /** How a call that is over sounded, if that is to be told. */
  verdict(call: PhoneCall): Sounded | undefined {
    return this.#verdicts.value.get(call.key);
  }

  /** Whether a call that is over keeps the stage until it is dismissed. */
  hasMore(call: PhoneCall): boolean {
    if (live(call) || call.id === null) return false;
    return this.#verdicts.value.has(call.key) || broke(call) || this.#reports.isAt("stage", call.id);
  }

  /** The person has read it. */
  dismiss(call: PhoneCall): void {
    batch(() => {
      this.#state.retire(call.key);
      this.#state.leftStage.value = null;
    });
  }

  /** The page speaks another language from now on. */
  retell(): void {
    const call = this.onStage.value;
    if (call?.id != null && this.#verdicts.value.has(call.key)) void this.#retell(call.key, call.id);
  }

  async #retell(key: string, id: string): Promise<void> {
    const story = await this.#past.story(id);
    if (story?.sound != null) this.#tell(key, story.sound);
  }

  #follow(call: PhoneCall): void {
    if (live(call)) {
      // A parked call goes on without this page.
      if (call.state === "parked") this.#carried.delete(call.key);
      else if (call.media === "here" && !rings(call)) this.#carried.add(call.key);
    } else if (this.#carried.delete(call.key) && call.id !== null && wasTalk(call)) {
      this.#look(call, call.id, 0);
    }
  }

  #look(call: PhoneCall, id: string, turn: number): void {
    const looking = new Set(this.#looking.value);
    const delay = looks[turn];
    if (delay === undefined) looking.delete(call.key);
    else {
      looking.add(call.key);
      this.#clock.after(delay, () => void this.#lookNow(call, id, turn));
    }
    this.#looking.value = looking;
  }

  async #lookNow(call: PhoneCall, id: string, turn: number): Promise<void> {
    const story = await this.#past.story(id);
    const sound = story?.sound ?? null;
    batch(() => {
      if (sound !== null && isTold(call, sound, turn)) this.#tell(call.key, sound);
      this.#look(call, id, isKnown(story, turn) ? looks.length : turn + 1);
    });
  }

  #tell(key: string, sound: Sounded): void {
    this.#verdicts.value = new Map(this.#verdicts.value).set(key, sound);
  }
}

/** Nobody talked, it was bad, or it was good and no facts are missing any more. Pure. */
function isKnown(story: CallStory | undefined, turn: number): boolean {
  if (story === undefined) return false;
  return story.sound === null || story.sound.rating === "bad" || (story.sound.rating === "good" && turn > 0);
}

/** A bad sound always; a good one of a call that broke, for then the fault was none of the sound. Pure. */
function isTold(call: PhoneCall, { rating }: Sounded, turn: number): boolean {
  return rating === "bad" || (rating === "good" && turn > 0 && broke(call));
}

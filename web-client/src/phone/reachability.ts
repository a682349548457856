import { signal } from "@preact/signals-core";
import type { Flaw } from "../signaling/change";
import type { OwnReach, Reach, ReachChange, ReachDesk, ReachRule } from "../signaling/reach";

export { callerKinds } from "../signaling/reach";
export type { CallerKind, OwnReach, Reach, ReachRule, Target } from "../signaling/reach";

/** A rule that somebody has just begun to write. */
const blank: ReachRule = { name: "", callers: "everybody", numbers: null, week: null, to: null };

/** How this person is reached: what is in force, and what he is writing. Owned by the page's one thread. */
export class Reachability {
  /** What is in force. */
  readonly inForce = signal<OwnReach | "loading" | "failed">("loading");
  /** What the form shows; null until it was read. */
  readonly draft = signal<Reach | null>(null);
  readonly flaws = signal<readonly Flaw[]>([]);
  readonly saving = signal(false);
  /** What became of the last change; null: none was made since the form was touched. */
  readonly outcome = signal<"saved" | "reset" | "refused" | "failed" | null>(null);
  readonly #desk: ReachDesk;

  constructor(desk: ReachDesk) {
    this.#desk = desk;
  }

  /** Reads it anew, unless somebody is writing. */
  async read(): Promise<void> {
    const read = await this.#desk.read();
    if (read === undefined) {
      if (this.draft.value === null) this.inForce.value = "failed";
      return;
    }
    const untouched = this.draft.value === null || this.#isUntouched();
    this.inForce.value = read;
    if (untouched) this.draft.value = read.reach;
  }

  #isUntouched(): boolean {
    const before = this.inForce.value;
    return typeof before === "object" && before.reach === this.draft.value;
  }

  edit(change: Partial<Reach>): void {
    if (this.draft.value === null) return;
    this.draft.value = { ...this.draft.value, ...change };
    this.outcome.value = null;
  }

  editRule(place: number, change: Partial<ReachRule>): void {
    const rules = this.#rules();
    this.edit({ rules: rules.map((rule, at) => (at === place ? { ...rule, ...change } : rule)) });
  }

  addRule(): void {
    this.edit({ rules: [...this.#rules(), blank] });
  }

  removeRule(place: number): void {
    this.flaws.value = [];
    this.edit({ rules: this.#rules().filter((_, at) => at !== place) });
  }

  /** The first that fits decides, so their order counts. */
  raiseRule(place: number): void {
    const rules = [...this.#rules()];
    const [rule] = rules.splice(place, 1);
    if (rule === undefined || place === 0) return;
    rules.splice(place - 1, 0, rule);
    this.flaws.value = [];
    this.edit({ rules });
  }

  #rules(): readonly ReachRule[] {
    return this.draft.value?.rules ?? [];
  }

  async save(): Promise<void> {
    const draft = this.draft.value;
    if (draft !== null) await this.#settle(() => this.#desk.change(draft), "saved");
  }

  async reset(): Promise<void> {
    await this.#settle(() => this.#desk.asTheCompanySays(), "reset");
  }

  async #settle(ask: () => Promise<ReachChange>, good: "saved" | "reset"): Promise<void> {
    if (this.saving.value) return;
    this.saving.value = true;
    this.outcome.value = null;
    const change = await ask();
    this.saving.value = false;
    if (change === "failed") {
      this.outcome.value = "failed";
    } else if ("flaws" in change) {
      this.flaws.value = change.flaws;
      this.outcome.value = "refused";
    } else {
      this.inForce.value = change.done;
      this.draft.value = change.done.reach;
      this.flaws.value = [];
      this.outcome.value = good;
    }
  }
}

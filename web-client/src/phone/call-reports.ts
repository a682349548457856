import { signal } from "@preact/signals-core";
import type { Flaw } from "../signaling/change";
import type { CallReport, Past, ReportChange, WrittenReport } from "../signaling/past";

export type { CallReport, Complaint, WrittenReport } from "../signaling/past";

/** Where a report is written: the call on the stage, or its story in the list. */
export type ReportPlace = "stage" | "list";

/** The form that is open, by the server's id of its call. */
export interface OpenReport {
  readonly call: string;
  readonly place: ReportPlace;
}

const nothing: WrittenReport = { what: null, note: "" };

/** What this person says was wrong with calls that are over. Owned by the page's one thread. */
export class CallReports {
  readonly open = signal<OpenReport | null>(null);
  readonly flaws = signal<readonly Flaw[]>([]);
  readonly sending = signal(false);
  /** Why the last one was not sent, if not for its flaws. */
  readonly trouble = signal<"failed" | "no-such-call" | null>(null);
  /** What was begun and neither sent nor given up, by call: it outlives its form. */
  readonly #drafts = signal<ReadonlyMap<string, WrittenReport>>(new Map());
  /** What was sent from this page, by call; where from. */
  readonly #sent = signal<ReadonlyMap<string, CallReport & { readonly from: ReportPlace }>>(new Map());
  readonly #past: Past;

  constructor(past: Past) {
    this.#past = past;
  }

  /** What was sent from this page of a call. */
  sent(call: string): CallReport | undefined {
    return this.#sent.value.get(call);
  }

  /** Whether the form of a call is open there. */
  isOpen({ call, place }: OpenReport): boolean {
    const open = this.open.value;
    return open?.call === call && open.place === place;
  }

  /** Whether a report is written there, or was sent from there. */
  isAt(place: ReportPlace, call: string): boolean {
    return this.isOpen({ call, place }) || this.#sent.value.get(call)?.from === place;
  }

  draft(call: string): WrittenReport {
    return this.#drafts.value.get(call) ?? nothing;
  }

  /**
   * Opens the form of a call.
   *
   * @param before what he reported of it already
   */
  write(open: OpenReport, before: CallReport | null): void {
    this.open.value = open;
    this.flaws.value = [];
    this.trouble.value = null;
    if (!this.#drafts.value.has(open.call)) this.#keep(open.call, before ?? nothing);
  }

  edit(change: Partial<WrittenReport>): void {
    const call = this.open.value?.call;
    if (call !== undefined) this.#keep(call, { ...this.draft(call), ...change });
  }

  #keep(call: string, { what, note }: WrittenReport): void {
    this.#drafts.value = new Map(this.#drafts.value).set(call, { what, note });
  }

  /** Gives up what was written. */
  cancel(): void {
    const call = this.open.value?.call;
    if (call !== undefined) this.#forget(call);
    this.open.value = null;
  }

  #forget(call: string): void {
    const drafts = new Map(this.#drafts.value);
    drafts.delete(call);
    this.#drafts.value = drafts;
  }

  /** False if it was not taken; why stands in `flaws` or `trouble`. */
  async send(): Promise<boolean> {
    const open = this.open.value;
    if (open === null || this.sending.value) return false;
    this.sending.value = true;
    const change = await this.#past.report(open.call, this.draft(open.call));
    this.sending.value = false;
    return this.#settle(open, change);
  }

  #settle(open: OpenReport, change: ReportChange): boolean {
    this.trouble.value = typeof change === "string" ? change : null;
    this.flaws.value = typeof change !== "string" && "flaws" in change ? change.flaws : [];
    if (typeof change === "string" || "flaws" in change) return false;
    this.#sent.value = new Map(this.#sent.value).set(open.call, { ...change.done, from: open.place });
    this.#forget(open.call);
    if (this.open.value === open) this.open.value = null;
    return true;
  }
}

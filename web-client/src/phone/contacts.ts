import { signal } from "@preact/signals-core";
import type { Flaw } from "../signaling/change";
import type { Contact, ContactChange, ContactDesk, ContactNumber, ContactText } from "../signaling/contacts";
import type { Clock } from "./clock";
import type { PhoneState } from "./state";
import { Undoing } from "./undoing";

export type { Contact, ContactText } from "../signaling/contacts";

/** A contact that is being written; no id: a new one. */
export interface ContactDraft {
  readonly id: string | null;
  readonly text: ContactText;
}

type WrittenNumber = Pick<ContactNumber, "label" | "number">;

const order = new Intl.Collator();
const noNumber: WrittenNumber = { label: "", number: "" };

/** This person's own address book. It tells the state by which names he knows numbers. Owned by the page's one thread. */
export class Contacts {
  /** Sorted by name; null until they were read once. */
  readonly all = signal<readonly Contact[] | null>(null);
  /** The last reading failed. */
  readonly unread = signal(false);
  readonly draft = signal<ContactDraft | null>(null);
  readonly flaws = signal<readonly Flaw[]>([]);
  readonly saving = signal(false);
  /** The last change could not be made, and nobody knows why. */
  readonly failed = signal(false);
  readonly deleted: Undoing<Contact>;
  readonly #desk: ContactDesk;
  readonly #state: PhoneState;

  constructor(desk: ContactDesk, state: PhoneState, clock: Clock) {
    this.#desk = desk;
    this.#state = state;
    this.deleted = new Undoing(clock);
  }

  async read(): Promise<void> {
    const all = await this.#desk.read();
    this.unread.value = all === undefined;
    if (all !== undefined) this.#show(all);
  }

  get(id: string): Contact | undefined {
    return this.all.value?.find((one) => one.id === id);
  }

  /** Begins to write a new one; one already begun goes on unless there is something to begin with. */
  write(name = "", number = ""): void {
    if (this.draft.value?.id === null && number === "") return;
    this.#open({ id: null, text: { name, company: "", note: "", numbers: [{ label: "", number }] } });
  }

  rewrite({ id, name, company, note, numbers }: Contact): void {
    this.#open({ id, text: { name, company, note, numbers: numbers.map(({ label, number }) => ({ label, number })) } });
  }

  #open(draft: ContactDraft): void {
    this.draft.value = draft;
    this.flaws.value = [];
    this.failed.value = false;
  }

  edit(change: Partial<ContactText>): void {
    const draft = this.draft.value;
    if (draft !== null) this.draft.value = { ...draft, text: { ...draft.text, ...change } };
  }

  editNumber(place: number, change: Partial<WrittenNumber>): void {
    this.edit({ numbers: this.#numbers().map((one, at) => (at === place ? { ...one, ...change } : one)) });
  }

  addNumber(): void {
    this.edit({ numbers: [...this.#numbers(), noNumber] });
  }

  removeNumber(place: number): void {
    this.flaws.value = [];
    this.edit({ numbers: this.#numbers().filter((_, at) => at !== place) });
  }

  #numbers(): readonly WrittenNumber[] {
    return this.draft.value?.text.numbers ?? [];
  }

  cancel(): void {
    this.draft.value = null;
  }

  /** Undefined if it was not saved; why stands in `flaws` or `failed`. */
  async save(): Promise<Contact | undefined> {
    const draft = this.draft.value;
    if (draft === null || this.saving.value) return undefined;
    this.saving.value = true;
    const { id, text } = draft;
    const change = await (id === null ? this.#desk.add(text) : this.#desk.change(id, text));
    this.saving.value = false;
    return this.#settle(change);
  }

  #settle(change: ContactChange): Contact | undefined {
    this.failed.value = change === "failed";
    this.flaws.value = change !== "failed" && "flaws" in change ? change.flaws : [];
    if (change === "failed" || "flaws" in change) return undefined;
    this.draft.value = null;
    this.#show([...this.#others(change.done.id), change.done]);
    return change.done;
  }

  async remove(contact: Contact): Promise<void> {
    this.#show(this.#others(contact.id));
    if (await this.#desk.remove(contact.id)) {
      this.failed.value = false;
      this.deleted.offer(contact);
    } else {
      this.failed.value = true;
      await this.read();
    }
  }

  /** Takes back what was deleted a moment ago. */
  async undo(): Promise<void> {
    const contact = this.deleted.take();
    if (contact === null) return;
    this.failed.value = !(await this.#desk.restore(contact.id));
    if (this.failed.value) this.deleted.offer(contact);
    else this.#show([...this.#others(contact.id), contact]);
  }

  #others(id: string): readonly Contact[] {
    return (this.all.value ?? []).filter((one) => one.id !== id);
  }

  #show(all: readonly Contact[]): void {
    const sorted = all.toSorted((one, other) => order.compare(one.name, other.name));
    this.all.value = sorted;
    this.#state.contactNames.value = namesOf(sorted);
  }
}

/** Two contacts may share a number: the first of them names it. */
function namesOf(contacts: readonly Contact[]): ReadonlyMap<string, string> {
  const forms = contacts.flatMap(({ name, numbers }) =>
    numbers.flatMap(({ number, shownAs }) => [number, ...shownAs].map((form) => [form, name] as const)),
  );
  return new Map(forms.toReversed());
}

import type { Contact, ContactChange, ContactDesk, ContactText } from "../signaling/contacts";

/** A contact as the server has it, with what a test wants otherwise. */
export function contact(id: string, change: Partial<Contact> = {}): Contact {
  const numbers = [{ label: "Mobile", number: "+33612345678", shownAs: ["+33612345678", "0612345678"] }];
  return { id, name: "Zoé Leroy", company: "Moulins Leroy", note: "", numbers, ...change };
}

/** A server that keeps an address book, or refuses what the test says. */
export class FakeContactDesk implements ContactDesk {
  kept: readonly Contact[] | undefined = [];
  refusal: ContactChange | undefined;
  broken = false;
  readonly #deleted = new Map<string, Contact>();
  #ids = 0;

  read(): Promise<readonly Contact[] | undefined> {
    return Promise.resolve(this.kept);
  }

  add(text: ContactText): Promise<ContactChange> {
    return this.#keep(`new-${++this.#ids}`, text);
  }

  change(id: string, text: ContactText): Promise<ContactChange> {
    return this.#keep(id, text);
  }

  remove(id: string): Promise<boolean> {
    const one = this.kept?.find((other) => other.id === id);
    if (this.broken || one === undefined) return Promise.resolve(false);
    this.#deleted.set(id, one);
    this.kept = this.kept?.filter((other) => other.id !== id);
    return Promise.resolve(true);
  }

  restore(id: string): Promise<boolean> {
    const one = this.#deleted.get(id);
    if (this.broken || one === undefined) return Promise.resolve(false);
    this.kept = [...(this.kept ?? []), one];
    return Promise.resolve(true);
  }

  #keep(id: string, text: ContactText): Promise<ContactChange> {
    if (this.refusal !== undefined) return Promise.resolve(this.refusal);
    const done = { ...text, id, numbers: text.numbers.map((one) => ({ ...one, shownAs: [one.number] })) };
    this.kept = [...(this.kept ?? []).filter((other) => other.id !== id), done];
    return Promise.resolve({ done });
  }
}

import type { Party } from "./messages";

/** What was read is not what the protocol says; it stays inside the readers. */
export class Unreadable extends Error {}

/** Members of one JSON object, each read as the kind the protocol says or refused. */
export class Members {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unreadable("no object");
    this.#values = value as Record<string, unknown>;
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined && this.#values[name] !== null;
  }

  text(name: string): string {
    const value = this.#values[name];
    if (typeof value !== "string") throw new Unreadable(name);
    return value;
  }

  number(name: string): number {
    const value = this.#values[name];
    if (typeof value !== "number") throw new Unreadable(name);
    return value;
  }

  flag(name: string): boolean {
    const value = this.#values[name];
    if (typeof value !== "boolean") throw new Unreadable(name);
    return value;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.text(name);
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new Unreadable(name);
    return found;
  }

  members(name: string): Members {
    return new Members(this.#values[name]);
  }

  /** What is null where it is none; left out it is refused. */
  orNull<T>(name: string, read: (name: string) => T): T | null {
    return this.#values[name] === null ? null : read(name);
  }

  list<T>(name: string, read: (item: Members) => T): T[] {
    const value = this.#values[name];
    if (!Array.isArray(value)) throw new Unreadable(name);
    return value.map((item) => read(new Members(item)));
  }

  texts(name: string): string[] {
    const value = this.#values[name];
    if (!Array.isArray(value)) throw new Unreadable(name);
    return value.map((item) => {
      if (typeof item !== "string") throw new Unreadable(name);
      return item;
    });
  }
}

export function someone(from: Members): Party {
  return { name: from.text("name"), number: from.text("number") };
}

/** The moment in `at`, refused if it is none. */
export function time(from: Members): string {
  const at = from.text("at");
  if (Number.isNaN(Date.parse(at))) throw new Unreadable("at");
  return at;
}

/** What was read, or undefined if it is not what the protocol says. */
export function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof Unreadable || failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

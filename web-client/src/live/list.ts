/** Something the server shows: a call, a queue, an agent, a caller. */
export interface Item {
  readonly key: string;
  /** Text by the name of its place. */
  readonly fields: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly Item[]>>;
}

/** A list that is otherwise: the keys of all that is in it, and what is new or otherwise. */
export interface Changed {
  readonly order: readonly string[];
  readonly items: readonly Item[];
}

/** Something that stands on the page. */
export interface Shown<Row> {
  readonly key: string;
  readonly fill: (item: Item) => void;
  readonly row: Row;
}

/** A list on the page. */
export interface List<Row> {
  /** What stands in it, in this order. */
  readonly shown: () => Shown<Row>[];
  /** Makes another, which stands nowhere yet. */
  readonly make: (key: string) => Shown<Row>;
  /** Puts one before another, or at the end. */
  readonly put: (one: Shown<Row>, before: Shown<Row> | null) => void;
  readonly remove: (one: Shown<Row>) => void;
}

/** Makes a list what it shall be; whatever is already where and as it shall be is not touched. */
export function become<Row>(list: List<Row>, { order, items }: Changed): void {
  const wanted = new Set(order);
  for (const gone of list.shown().filter((one) => !wanted.has(one.key))) {
    list.remove(gone);
  }
  const known = new Map(list.shown().map((one) => [one.key, one]));
  const fresh = new Map(items.map((item) => [item.key, item]));
  let rest = list.shown();
  for (const key of order) {
    const one = known.get(key) ?? list.make(key);
    const item = fresh.get(key);
    if (item !== undefined) {
      one.fill(item);
    }
    if (rest[0]?.key === key) {
      rest = rest.slice(1);
    } else {
      list.put(one, rest[0] ?? null);
      rest = rest.filter((other) => other.key !== key);
    }
  }
}

/** All of a list anew, as of one that stands inside an item. */
export const whole = (items: readonly Item[]): Changed => ({ order: items.map((item) => item.key), items });

/** How long something has lasted, as the server says it too: such as 2:14 or 1:02:14. */
export function lasted(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (number: number): string => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const rest = `:${two(seconds % 60)}`;
  return minutes < 60 ? `${minutes}${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}${rest}`;
}

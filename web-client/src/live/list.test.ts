import { describe, expect, it } from "vitest";
import { type Changed, type Item, type List, type Shown, become, lasted, whole } from "./list";

interface Row {
  text: string;
}

/** A list of texts, which remembers what was done to it. */
class FakeList implements List<Row> {
  readonly rows: Shown<Row>[] = [];
  readonly done: string[] = [];

  shown = (): Shown<Row>[] => [...this.rows];

  make = (key: string): Shown<Row> => {
    const row = { text: "" };
    return {
      key,
      row,
      fill: (item) => {
        row.text = item.fields["state"] ?? "";
        this.done.push(`fill ${key}`);
      },
    };
  };

  put = (one: Shown<Row>, before: Shown<Row> | null): void => {
    this.#take(one);
    this.rows.splice(before === null ? this.rows.length : this.rows.indexOf(before), 0, one);
    this.done.push(`put ${one.key}`);
  };

  remove = (one: Shown<Row>): void => {
    this.#take(one);
    this.done.push(`remove ${one.key}`);
  };

  #take(one: Shown<Row>): void {
    const at = this.rows.indexOf(one);
    if (at >= 0) this.rows.splice(at, 1);
  }

  text(): string {
    return this.rows.map((one) => `${one.key}:${one.row.text}`).join(" ");
  }
}

const item = (key: string, state: string): Item => ({ key, fields: { state }, lists: {} });

function listOf(...items: Item[]): FakeList {
  const list = new FakeList();
  become(list, whole(items));
  list.done.length = 0;
  return list;
}

const change = (order: string, ...items: Item[]): Changed => ({ order: order.split(" ").filter((key) => key !== ""), items });

describe("a list of a live page", () => {
  it("shows what it is told at first", () => {
    expect(listOf(item("a", "rings"), item("b", "talks")).text()).toBe("a:rings b:talks");
  });

  it("touches only what is otherwise", () => {
    const list = listOf(item("a", "rings"), item("b", "talks"));
    become(list, change("a b", item("a", "talks")));
    expect(list.text()).toBe("a:talks b:talks");
    expect(list.done).toEqual(["fill a"]);
  });

  it("lets what stays stand still while others come and go", () => {
    const list = listOf(item("a", "rings"), item("b", "talks"), item("c", "talks"));
    become(list, change("b n c m", item("n", "rings"), item("m", "rings")));
    expect(list.text()).toBe("b:talks n:rings c:talks m:rings");
    expect(list.done).toEqual(["remove a", "fill n", "put n", "fill m", "put m"]);
  });

  it("takes another order", () => {
    const list = listOf(item("a", "1"), item("b", "2"), item("c", "3"));
    become(list, change("c a b"));
    expect(list.text()).toBe("c:3 a:1 b:2");
    expect(list.done).toEqual(["put c"]);
  });

  it("is empty at last", () => {
    const list = listOf(item("a", "1"), item("b", "2"));
    become(list, change(""));
    expect(list.rows).toEqual([]);
  });

  it("comes to whatever it shall be from whatever it is", () => {
    const orders = ["", "a", "a b c d", "d c b a", "b d", "c a d b"];
    for (const from of orders) {
      for (const to of orders) {
        const list = new FakeList();
        const all = (order: string): Changed => change(order, ...["a", "b", "c", "d"].filter((key) => order.includes(key)).map((key) => item(key, "1")));
        become(list, all(from));
        become(list, all(to));
        expect(list.rows.map((one) => one.key).join(" "), `${from} → ${to}`).toBe(to);
      }
    }
  });
});

describe("how long something has lasted", () => {
  it.each([
    [0, "0:00"],
    [59_999, "0:59"],
    [134_000, "2:14"],
    [3_599_999, "59:59"],
    [3_734_000, "1:02:14"],
    [-5_000, "0:00"],
  ])("says %d ms as %s", (millis, text) => {
    expect(lasted(millis)).toBe(text);
  });
});

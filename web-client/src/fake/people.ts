import type { Colleague } from "../signaling/messages";

/** Who is in the company of the tests. */
export const people: Readonly<Record<string, { readonly name: string; readonly extension: string }>> = {
  alice: { name: "Alice", extension: "101" },
  bob: { name: "Bob", extension: "102" },
  carol: { name: "Carol", extension: "103" },
};

/** How each of them is while nothing happens. */
export const everybody: readonly Colleague[] = Object.values(people).map((one, place) => ({
  ...one,
  department: place === 0 ? "Sales" : null,
  presence: "available",
}));

/** Who stands for a number that nobody has. */
export const nobody = "nobody";

/** Whose extension it is. */
export function numbered(extension: string): string {
  return Object.keys(people).find((one) => people[one]?.extension === extension) ?? nobody;
}

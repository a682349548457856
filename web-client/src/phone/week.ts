/** The days as the protocol names them, in their order. */
export const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Day = (typeof days)[number];

type Spans = Readonly<Record<string, readonly string[]>>;

/** The same span on some days: all that the page's form can say. */
export interface Times {
  readonly days: readonly Day[];
  readonly from: string;
  readonly to: string;
}

/** The form of a week; undefined if it says more than a form can show. Pure. */
export function timesOf(week: Spans): Times | undefined {
  const named = days.filter((day) => week[day] !== undefined);
  const spans = new Set(named.map((day) => (week[day] ?? []).join(",")));
  const only = [...spans][0];
  const match = only === undefined ? null : /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(only);
  if (spans.size !== 1 || match === null) return undefined;
  return { days: named, from: match[1] ?? "", to: match[2] ?? "" };
}

/** The week that a form says. Pure. */
export function weekOf(times: Times): Spans {
  return Object.fromEntries(
    days.filter((day) => times.days.includes(day)).map((day) => [day, [`${times.from}-${times.to}`]]),
  );
}

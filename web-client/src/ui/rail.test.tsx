import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeClock } from "../fake/clock";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { places } from "./place";
import { Rail } from "./rail";
import { Screen } from "./screen";

let bob: FakePerson;
let screen: Screen;
const closed = vi.fn();

beforeEach(() => {
  const clock = new FakeClock();
  bob = new FakePerson("bob", new FakeSwitchboard(clock), clock);
  screen = new Screen(bob.phone);
  vi.stubGlobal("document", { getElementById: (id: string) => (id === "more-places" ? { hidePopover: closed } : null) });
});

afterEach(() => {
  vi.unstubAllGlobals();
  closed.mockClear();
});

const shown = (): readonly FakeElement[] => elementsOf(<Rail phone={bob.phone} screen={screen} />);
const links = (): readonly FakeElement[] => shown().filter(({ type }) => type === "a");
const hrefs = (of: readonly FakeElement[]): unknown[] => of.map(({ props }) => props["href"]);
const more = (): FakeElement | undefined => shown().find(({ props }) => props["class"] === "rail-more");

it("every place that makes way on a small screen stands behind More", () => {
  const bar = links().filter(({ props }) => props["data-place"] !== undefined);
  const menu = links().filter(({ props }) => props["data-place"] === undefined);
  expect(hrefs(bar)).toEqual(places.map((place) => `#${place}`));
  expect(hrefs(menu)).toEqual(hrefs(bar.filter(({ props }) => props["data-tucked"] !== undefined)));
  expect(hrefs(menu)).toContain("#reception");
  expect(bar.length - menu.length + 1).toBeLessThanOrEqual(6);
});

it("More is where this person is while one of its places is shown", () => {
  expect(more()?.props["aria-current"]).toBeUndefined();
  screen.place.value = "settings";
  expect(more()?.props["aria-current"]).toBe("true");
  expect(links().filter(({ props }) => props["aria-current"] === "page")).toHaveLength(1);
});

it("a place that was chosen closes the menu and shows the list", () => {
  screen.view.value = "call";
  const link = links().find(({ props }) => props["href"] === "#reception" && props["data-place"] === undefined);
  (link?.props["onClick"] as () => void)();
  expect(closed).toHaveBeenCalledOnce();
  expect(screen.view.value).toBe("list");
});

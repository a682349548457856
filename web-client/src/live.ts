/*
 * The pages that show what goes on now: with this script they follow the server's events, and times count on. Only what is
 * otherwise is touched, so that the focus and what is selected stay. Without it a reload shows the same.
 */
import { type Changed, type Item, type List, type Shown, become, lasted, whole } from "./live/list";

const AGAIN_MILLIS = 15_000;

interface Changes {
  /** The server's time, ISO 8601: the clock here may be wrong. */
  readonly now: string;
  readonly lists: Readonly<Record<string, Changed>>;
}

/** Milliseconds by which the clock here is ahead of the server's. */
let ahead = 0;

const isOwn = (element: Element, item: HTMLElement): boolean => element.closest("[data-key]") === item;

function own(item: HTMLElement, selector: string): HTMLElement[] {
  const all = [...item.querySelectorAll<HTMLElement>(selector)].filter((element) => isOwn(element, item));
  return item.matches(selector) ? [item, ...all] : all;
}

const elapsed = (since: string): string => (since === "" ? "" : lasted(Date.now() - ahead - Date.parse(since)));

function write(element: Element, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function put(place: HTMLElement, value: string): void {
  if (place instanceof HTMLTimeElement) {
    place.dateTime = value;
    count(place);
  } else if (place instanceof HTMLInputElement) {
    place.value = value;
  } else {
    write(place, value);
  }
}

function count(time: HTMLTimeElement): void {
  write(time, time.dateTime === "" ? (time.dataset["none"] ?? "") : elapsed(time.dateTime));
}

function fill(element: HTMLElement, item: Item): void {
  for (const place of own(element, "[data-field]")) {
    put(place, item.fields[place.dataset["field"] ?? ""] ?? "");
  }
  for (const place of own(element, "[data-tone-field]")) {
    place.dataset["tone"] = item.fields[place.dataset["toneField"] ?? ""] ?? "";
  }
  for (const inner of own(element, "[data-list]")) {
    become(listOf(inner), whole(item.lists[inner.dataset["list"] ?? ""] ?? []));
  }
}

const shownAs = (element: HTMLElement): Shown<HTMLElement> => ({
  key: element.dataset["key"] ?? "",
  row: element,
  fill: (item) => {
    fill(element, item);
  },
});

function make(list: HTMLElement, key: string): HTMLElement {
  const template = list.querySelector<HTMLTemplateElement>(":scope > template");
  const made = template?.content.firstElementChild?.cloneNode(true);
  if (!(made instanceof HTMLElement)) {
    throw new Error("a live list without a template");
  }
  made.dataset["key"] = key;
  return made;
}

/** Whoever was in a row that is gone finds himself at the heading above. */
function remove(row: HTMLElement): void {
  const hadFocus = row.contains(document.activeElement);
  const heading = row.closest("section:has(> h2), main")?.querySelector<HTMLElement>("h2[tabindex]") ?? null;
  row.remove();
  if (hadFocus) {
    heading?.focus();
  }
}

function listOf(list: HTMLElement): List<HTMLElement> {
  return {
    shown: () => [...list.querySelectorAll<HTMLElement>(":scope > [data-key]")].map(shownAs),
    make: (key) => shownAs(make(list, key)),
    put: (one, before) => {
      list.insertBefore(one.row, before?.row ?? null);
    },
    remove: (one) => {
      remove(one.row);
    },
  };
}

function take(page: HTMLElement, { now, lists }: Changes): void {
  ahead = Date.now() - Date.parse(now);
  for (const [name, changed] of Object.entries(lists)) {
    const list = page.querySelector<HTMLElement>(`[data-list="${name}"]`);
    if (list !== null) {
      become(listOf(list), changed);
    }
    for (const empty of page.querySelectorAll<HTMLElement>(`[data-empty="${name}"]`)) {
      empty.hidden = changed.order.length > 0;
    }
    for (const filled of page.querySelectorAll<HTMLElement>(`[data-filled="${name}"]`)) {
      filled.hidden = changed.order.length === 0;
    }
  }
}

function follow(page: HTMLElement): void {
  const line = page.querySelector<HTMLElement>("[data-stream]");
  const tell = (state: "on" | "off" | "over"): void => {
    if (line !== null) {
      write(line, line.dataset[state] ?? "");
      line.dataset["stream"] = state;
    }
  };
  const events = new EventSource(page.dataset["events"] ?? "");
  events.addEventListener("changes", (event: MessageEvent<string>) => {
    tell("on");
    take(page, JSON.parse(event.data) as Changes);
  });
  events.addEventListener("error", () => {
    // A browser tries again by itself, but not where it was refused.
    if (events.readyState === EventSource.CLOSED) {
      tell("over");
      setTimeout(() => {
        follow(page);
      }, AGAIN_MILLIS);
    } else {
      tell("off");
    }
  });
}

for (const page of document.querySelectorAll<HTMLElement>("[data-live]")) {
  ahead = Date.now() - Date.parse(page.dataset["now"] ?? "");
  follow(page);
  setInterval(() => {
    page.querySelectorAll<HTMLTimeElement>("time[datetime]").forEach(count);
  }, 1000);
}

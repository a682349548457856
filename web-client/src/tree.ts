/*
 * The keys of a tree (WAI-ARIA Authoring Practices, "Tree View"): arrows walk and fold, Home and End go to the ends, letters
 * go to the next step that begins so, Enter opens.
 */

const ITEM = '[role="treeitem"]';

const linkOf = (item: Element): HTMLAnchorElement | null => item.querySelector<HTMLAnchorElement>(":scope > .step > a");

const isFolded = (item: Element): boolean => item.getAttribute("aria-expanded") === "false";

/** The items that can be seen, from top to bottom. */
function visible(tree: Element): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>(ITEM)].filter((item) => item.parentElement?.closest('[aria-expanded="false"]') === null);
}

function fold(item: Element, folded: boolean): void {
  if (item.hasAttribute("aria-expanded")) {
    item.setAttribute("aria-expanded", String(!folded));
  }
}

type Walk = (item: HTMLElement, all: readonly HTMLElement[]) => HTMLElement | null;

const WALKS: Readonly<Record<string, Walk>> = {
  ArrowDown: (item, all) => all[all.indexOf(item) + 1] ?? null,
  ArrowUp: (item, all) => all[all.indexOf(item) - 1] ?? null,
  Home: (_, all) => all[0] ?? null,
  End: (_, all) => all.at(-1) ?? null,
  ArrowRight: (item) => (isFolded(item) ? null : item.querySelector<HTMLElement>(ITEM)),
  ArrowLeft: (item) => (item.getAttribute("aria-expanded") === "true" ? null : (item.parentElement?.closest<HTMLElement>(ITEM) ?? null)),
};

/** The next item, from the top again after the last, whose words begin with a letter. */
function letter(key: string, item: HTMLElement, all: readonly HTMLElement[]): HTMLElement | null {
  const at = all.indexOf(item);
  return key.length === 1 ? ([...all.slice(at + 1), ...all.slice(0, at)].find((one) => begins(one, key)) ?? null) : null;
}

function begins(item: Element, key: string): boolean {
  const text = item.querySelector(":scope > .step")?.textContent.trim() ?? "";
  return text.toLowerCase().startsWith(key.toLowerCase());
}

function focus(item: HTMLElement, all: readonly HTMLElement[]): void {
  for (const other of all) {
    other.tabIndex = other === item ? 0 : -1;
  }
  item.focus();
}

function manage(tree: HTMLElement): void {
  const first = tree.querySelector<HTMLElement>(ITEM);
  if (first !== null) {
    first.tabIndex = 0;
  }
  tree.addEventListener("keydown", (event) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>(ITEM) : null;
    if (item !== null && !event.ctrlKey && !event.metaKey && !event.altKey && press(event.key, item, visible(tree))) {
      event.preventDefault();
    }
  });
}

/** What a key does in a tree; false: nothing, so it is the browser's. */
function press(key: string, item: HTMLElement, all: readonly HTMLElement[]): boolean {
  if (key === "Enter") {
    linkOf(item)?.click();
    return true;
  }
  const next = WALKS[key]?.(item, all) ?? letter(key, item, all);
  if (next !== null) {
    focus(next, all);
    return true;
  }
  const folds = key === "ArrowRight" || key === "ArrowLeft";
  if (folds) {
    fold(item, key === "ArrowLeft");
  }
  return folds;
}

for (const tree of document.querySelectorAll<HTMLElement>('[role="tree"]')) {
  manage(tree);
}
export {};

/** Moves the focus there once the page shows what was changed. */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(selector)?.focus();
  });
}

/** Moves the focus there at once, for a quick hand presses the next key at once too; or as soon as it is there. */
export function focusNow(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) focusSoon(selector);
  else element.focus();
}

/** The focus was on what is taken away: it goes there, unless it has found a place of its own. */
export function keepFocus(selector: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(selector)?.focus();
  });
}

/** The same where the focus is still in one of these, which are of no use any more. */
export function moveFocusOutOf(these: string, selector: string): void {
  requestAnimationFrame(() => {
    const { activeElement: focused, body } = document;
    const lost = focused === null || focused === body || focused.closest(these) !== null;
    if (lost) document.querySelector<HTMLElement>(selector)?.focus();
  });
}

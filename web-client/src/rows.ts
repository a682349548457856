/*
 * Lists of inputs on the admin's forms: with this script a row can be moved, and there is always an empty one. Without it
 * the form works all the same: three rows are empty, and what stands in them counts in the order of the page.
 */

function button(sign: string, words: string, row: HTMLElement, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button move";
  made.textContent = sign;
  made.title = words;
  made.setAttribute("aria-label", `${words}: ${row.querySelector("input")?.getAttribute("aria-label") ?? ""}`);
  made.addEventListener("click", act);
  return made;
}

const inputOf = (row: Element | null): HTMLInputElement | null => row?.querySelector("input") ?? null;

/** Moves what stands in a row, and the focus with it, so that labels keep their numbers. */
function swap(row: Element, other: Element | null): void {
  const from = inputOf(row);
  const to = inputOf(other);
  if (from !== null && to !== null) {
    [from.value, to.value] = [to.value, from.value];
    to.focus();
  }
}

/** Keeps one empty row at the end. */
function keepSpare(list: HTMLElement, dress: (row: HTMLElement) => void): void {
  const last = list.lastElementChild;
  if (inputOf(last)?.value === "" || !(last instanceof HTMLElement)) {
    return;
  }
  const row = document.createElement("li");
  const input = inputOf(last)?.cloneNode() as HTMLInputElement;
  input.value = "";
  input.setAttribute("aria-label", (input.getAttribute("aria-label") ?? "").replace(/\d+$/u, (number) => String(Number(number) + 1)));
  row.append(input);
  list.append(row);
  dress(row);
}

function manage(list: HTMLElement): void {
  const dress = (row: HTMLElement): void => {
    row.append(
      button("↑", list.dataset["up"] ?? "", row, () => {
        swap(row, row.previousElementSibling);
      }),
      button("↓", list.dataset["down"] ?? "", row, () => {
        swap(row, row.nextElementSibling);
      }),
    );
  };
  for (const row of list.querySelectorAll<HTMLElement>(":scope > li")) {
    dress(row);
  }
  list.addEventListener("input", () => {
    keepSpare(list, dress);
  });
}

for (const list of document.querySelectorAll<HTMLElement>("[data-rows]")) {
  manage(list);
}
export {};

import { signal } from "@preact/signals";
import type { Memory } from "../memory";

const remembered = "sonnerie.theme";

/** `system`: as the computer has it. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Whether the page is light or dark: what its reader chose, else what his computer says. */
export class ThemeChoice {
  readonly theme = signal<Theme>("system");
  readonly #memory: Memory;
  readonly #root: { readonly dataset: DOMStringMap };

  /** @param root the element whose `data-theme` the style follows */
  constructor(memory: Memory, root: { readonly dataset: DOMStringMap }) {
    this.#memory = memory;
    this.#root = root;
    this.#show(this.#kept());
  }

  /** Switches at once, and remembers it. */
  choose(theme: Theme): void {
    this.#memory.keep(remembered, theme);
    this.#show(theme);
  }

  /** Another page of this browser has remembered something; a name of null stands for everything. */
  follow(name: string | null): void {
    if (name === remembered || name === null) this.#show(this.#kept());
  }

  #kept(): Theme {
    return themes.find((one) => one === this.#memory.read(remembered)) ?? "system";
  }

  #show(theme: Theme): void {
    this.theme.value = theme;
    if (theme === "system") delete this.#root.dataset["theme"];
    else this.#root.dataset["theme"] = theme;
  }
}

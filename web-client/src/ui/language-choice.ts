import { signal } from "@preact/signals";
import type { Memory } from "../memory";
import { languageOf, languages, localeOf, speak, type Language } from "./words/language";

const remembered = "sonnerie.language";

/** Which language the reader wants: what he chose, else the first of his browser's that there is, else English. */
export class LanguageChoice {
  /** The last choice could not be loaded. */
  readonly failed = signal(false);
  readonly #preferred: readonly string[];
  readonly #memory: Memory;

  /**
   * @param preferred BCP 47 tags, the dearest first
   * @param memory where the choice is remembered
   */
  constructor(preferred: readonly string[], memory: Memory) {
    this.#preferred = preferred;
    this.#memory = memory;
  }

  /** Speaks for the first time. Where one language cannot be loaded, another is better than an empty page. */
  async begin(): Promise<void> {
    const first = this.#chosen() ?? this.#ofBrowser();
    const others = languages.filter((one) => one !== first);
    for (const language of [first, ...others]) {
      if (await this.#speak(language)) return;
    }
    throw new Error("no words could be loaded");
  }

  /** Switches at once, and remembers it. */
  async choose(language: Language): Promise<void> {
    if (await this.#speak(language)) this.#memory.keep(remembered, language);
  }

  /** Another page of this browser has remembered something; a key of null stands for everything. */
  async follow(key: string | null): Promise<void> {
    if (key === remembered || key === null) await this.#speak(this.#chosen() ?? this.#ofBrowser());
  }

  async #speak(language: Language): Promise<boolean> {
    this.failed.value = false;
    try {
      await speak(language, localeOf(language, this.#preferred));
      return true;
    } catch {
      // The words are not where they were: the server has a newer page, or cannot be reached.
      this.failed.value = true;
      return false;
    }
  }

  #chosen(): Language | undefined {
    return languages.find((one) => one === this.#memory.read(remembered));
  }

  #ofBrowser(): Language {
    return this.#preferred.map(languageOf).find((one) => one !== undefined) ?? "en";
  }
}

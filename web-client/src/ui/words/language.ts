import { signal } from "@preact/signals";
import type { en } from "./en";

/** The languages there is a bundle for. */
export const languages = ["en", "fr"] as const;

export type Language = (typeof languages)[number];

/** The name of a sentence in the bundles. */
export type Word = keyof typeof en;

export type Bundle = Readonly<Record<Word, string>>;

/** What the page speaks. */
export interface Spoken {
  readonly language: Language;
  /** By whose habits dates and numbers are written: a BCP 47 tag such as `fr-CH`. */
  readonly locale: string;
  readonly words: Bundle;
}

const spoken = signal<Spoken | null>(null);
let wishes = 0;

/** Each is a file of its own, loaded by whoever reads it. */
const bundles: Readonly<Record<Language, () => Promise<Bundle>>> = {
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
};

/**
 * Loads the words of a language and speaks it from then on; whatever shows words follows. Of two wishes the later one
 * counts.
 *
 * @throws if the words cannot be loaded; what was spoken before stays
 */
export async function speak(language: Language, locale: string): Promise<void> {
  const wish = ++wishes;
  const words = await bundles[language]();
  if (wish === wishes) spoken.value = { language, locale, words };
}

/** What is spoken now: whoever asks while drawing, or in an effect, is asked again when it changes. */
export function spokenNow(): Spoken {
  if (spoken.value === null) throw new Error("speak() comes first");
  return spoken.value;
}

/** The language of a BCP 47 tag such as `fr-CH`; undefined if there is no bundle for it. Pure. */
export function languageOf(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split("-")[0];
  return languages.find((one) => one === primary);
}

const usual: Readonly<Record<Language, string>> = { en: "en-GB", fr: "fr-FR" };

/** The reader's own variant of a language if his browser names one, else the usual one. Pure. */
export function localeOf(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.includes("-") && languageOf(tag) === language) ?? usual[language];
}

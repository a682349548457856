import { languageOf, localeOf, speak } from "./language";

/** Speaks as the server's page around this does, which says so in its `lang`. */
export async function speakAsPage(): Promise<void> {
  const language = languageOf(document.documentElement.lang) ?? "en";
  await speak(language, localeOf(language, navigator.languages));
}

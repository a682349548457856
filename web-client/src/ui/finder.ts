import type { DirectoryEntry } from "../phone/call";

const mostSuggestions = 6;

/** Lower case without accents, so that `rene` finds René. */
export function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{Mark}/gu, "").toLowerCase().trim();
}

/** The words of a plain text: what stands between spaces, hyphens and apostrophes. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s'’-]+/);
}

/** People whose name has a word that begins as typed, or whose extension does; the closest first. Pure. */
export function suggest(directory: readonly DirectoryEntry[], typed: string): readonly DirectoryEntry[] {
  const wanted = plain(typed);
  if (wanted === "") return [];
  const rank = (entry: DirectoryEntry): number => {
    const name = plain(entry.name);
    if (name.startsWith(wanted)) return 0;
    if (wordsOf(name).some((part) => part.startsWith(wanted))) return 1;
    return entry.extension.startsWith(wanted) ? 2 : 3;
  };
  return directory
    .filter((entry) => rank(entry) < 3)
    .toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
    .slice(0, mostSuggestions);
}

/** Whom to call. */
export interface Wanted {
  readonly to: string;
  readonly name: string;
}

/**
 * What is meant by what was typed: the suggestion chosen; else a number as it is, its spaces and dots taken out; else
 * the first suggestion for a name; else the words, for the server to make something of. Pure.
 */
export function meant(typed: string, suggestions: readonly DirectoryEntry[], chosen: number): Wanted | undefined {
  const text = typed.trim().slice(0, 64);
  if (text === "") return undefined;
  const isNumber = /^[+*#0-9][*#0-9\s().\-/]*$/.test(text);
  const person = suggestions[chosen] ?? (isNumber ? undefined : suggestions[0]);
  if (person !== undefined) return { to: person.extension, name: person.name };
  return { to: isNumber ? text.replaceAll(/[\s().\-/]/g, "") : text, name: "" };
}

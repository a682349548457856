/** What this browser keeps on this computer for the phone, by name. */
export interface Memory {
  read(name: string): string | null;
  /** Where it cannot be kept, it lasts as long as the page. */
  keep(name: string, text: string): void;
}

/** The browser's own storage; forbidden or full, it keeps nothing. */
export const browserMemory: Memory = {
  read(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  keep(name, text) {
    try {
      localStorage.setItem(name, text);
    } catch {
      // The choice lasts as long as the page.
    }
  },
};

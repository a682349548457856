/** What this browser keeps on this computer for the phone, by name. */
export interface Memory {
  read(name: string): string | null;
  /** Where it cannot be kept, it lasts as long as the page. */
  keep(name: string, text: string): void;
}

/** Keeps it in a storage, which browsers may forbid at any use, or which may be full: then it keeps nothing. */
export function memoryIn(storage: () => Storage): Memory {
  return {
    read: (name) => {
      try {
        return storage().getItem(name);
      } catch {
        return null;
      }
    },
    keep: (name, text) => {
      try {
        storage().setItem(name, text);
      } catch {
        // The choice lasts as long as the page.
      }
    },
  };
}

/** The browser's own storage. */
export const browserMemory: Memory = memoryIn(() => localStorage);

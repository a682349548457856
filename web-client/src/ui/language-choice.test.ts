import { afterEach, describe, expect, it } from "vitest";
import { memoryIn } from "../memory";
import { LanguageChoice } from "./language-choice";
import { languageOf, localeOf, speak, spokenNow } from "./words/language";

class Memory {
  readonly kept = new Map<string, string>();
  forbidden = false;

  readonly storage = (): Storage => {
    if (this.forbidden) throw new DOMException("forbidden", "SecurityError");
    const { kept } = this;
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    } as unknown as Storage;
  };
}

const spoken = (): string => `${spokenNow().language} ${spokenNow().locale}`;

afterEach(async () => {
  await speak("en", "en-GB");
});

describe("the language of the page", () => {
  const begun = async (memory: Memory, ...preferred: string[]): Promise<LanguageChoice> => {
    const choice = new LanguageChoice(preferred, memoryIn(memory.storage));
    await choice.begin();
    return choice;
  };

  it("is the first of the browser's that there is, in the reader's own variant", async () => {
    await begun(new Memory(), "de-CH", "fr-CH", "en");
    expect(spoken()).toBe("fr fr-CH");
    await begun(new Memory(), "en-US", "fr");
    expect(spoken()).toBe("en en-US");
    await begun(new Memory(), "fr");
    expect(spoken()).toBe("fr fr-FR");
  });

  it("is English where the browser names none of them", async () => {
    await begun(new Memory(), "de", "");
    expect(spoken()).toBe("en en-GB");
  });

  it("is what was chosen, now and in the next page", async () => {
    const memory = new Memory();
    const choice = await begun(memory, "en-GB");
    await choice.choose("fr");
    expect(spoken()).toBe("fr fr-FR");
    await speak("en", "en-GB");
    await begun(memory, "en-GB");
    expect(spoken()).toBe("fr fr-FR");
  });

  it("does not depend on what is remembered being known", async () => {
    const memory = new Memory();
    memory.kept.set("sonnerie.language", "tlh");
    await begun(memory, "fr");
    expect(spoken()).toBe("fr fr-FR");
  });

  it("can be chosen where nothing may be remembered", async () => {
    const memory = new Memory();
    memory.forbidden = true;
    const choice = await begun(memory, "en-GB");
    await choice.choose("fr");
    expect(spoken()).toBe("fr fr-FR");
    expect(choice.failed.value).toBe(false);
  });

  it("follows the choice of another page, and its being forgotten", async () => {
    const memory = new Memory();
    const choice = await begun(memory, "en-GB");
    memory.kept.set("sonnerie.language", "fr");
    await choice.follow("sonnerie.shortcuts");
    expect(spoken()).toBe("en en-GB");
    await choice.follow("sonnerie.language");
    expect(spoken()).toBe("fr fr-FR");
    memory.kept.clear();
    await choice.follow(null);
    expect(spoken()).toBe("en en-GB");
  });

  it("is the last of several wishes", async () => {
    const choice = await begun(new Memory(), "en-GB");
    await Promise.all([choice.choose("fr"), choice.choose("en"), choice.choose("fr"), choice.choose("en")]);
    expect(spoken()).toBe("en en-GB");
  });
});

it("is read from a tag whatever follows", () => {
  expect(["fr", "fr-CA", "FR-fr", "en-GB", "frr", "de", ""].map(languageOf)).toEqual(["fr", "fr", "fr", "en", undefined, undefined, undefined]);
  expect(localeOf("fr", ["en-US", "fr"])).toBe("fr-FR");
});

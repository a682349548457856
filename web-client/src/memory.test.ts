import { describe, expect, it } from "vitest";
import { FakeDevices } from "./fake/devices";
import { settled } from "./fake/clock";
import { memoryIn } from "./memory";
import { Devices } from "./phone/devices";
import { LanguageChoice } from "./ui/language-choice";
import { say } from "./ui/words/words";

/** A storage that has room for nothing. */
function fullStorage(): Storage {
  const full = (): never => {
    throw new DOMException("full", "QuotaExceededError");
  };
  return { length: 0, clear: full, getItem: () => null, key: () => null, removeItem: full, setItem: full };
}

function forbidden(): Storage {
  throw new DOMException("forbidden", "SecurityError");
}

describe.each([
  ["is full", fullStorage],
  ["is forbidden", forbidden],
])("where the browser's storage %s", (_, storage) => {
  const memory = memoryIn(storage);

  it("nothing is read, and keeping something is not an error", () => {
    memory.keep("name", "text");
    expect(memory.read("name")).toBeNull();
  });

  it("what a person chooses counts as long as the page", async () => {
    const language = new LanguageChoice(["en"], memory);
    await language.begin();
    await language.choose("fr");
    expect(say("state.ended")).toBe("Terminé");

    const found = new FakeDevices();
    const devices = new Devices(found, memory);
    found.plug([], ["Headset"]);
    await settled();
    devices.choose("speaker", "headset");
    devices.switch("echoCancellation", false);
    expect(devices.wanted).toMatchObject({ speaker: { id: "headset" }, echoCancellation: false });
  });
});

import type { JSX } from "preact";
import { describe, expect, it } from "vitest";
import { elementsOf } from "../fake/markup";
import { VoicemailPin, type PinRefusal } from "../phone/voicemail-pin";
import { PinForm } from "./voicemail-pin";

const pinAnswering = (answer: "done" | PinRefusal, isSet: boolean): VoicemailPin =>
  new VoicemailPin({ isSet: () => Promise.resolve(isSet), change: () => Promise.resolve(answer) });

const paragraphs = (tree: JSX.Element): string[] =>
  elementsOf(tree)
    .filter(({ type }) => type === "p")
    .map(({ text }) => text);

describe("the form for the PIN", () => {
  it("says whether there is one", async () => {
    const pin = pinAnswering("done", true);
    expect(paragraphs(<PinForm pin={pin} />)[0]).toContain("no PIN yet");
    await pin.read();
    expect(paragraphs(<PinForm pin={pin} />)[0]).toContain("You have a PIN");
  });

  it("takes digits on a phone's keypad and shows none of them", () => {
    const input = elementsOf(<PinForm pin={pinAnswering("done", false)} />).find(({ type }) => type === "input");
    expect(input?.props).toMatchObject({ type: "password", inputMode: "numeric", maxLength: 8 });
  });

  it.each([
    ["pin-length", "4 to 8 digits"],
    ["pin-trivial", "first thing"],
    ["pin-extension", "your extension"],
    ["failed", "try again"],
  ] as const)("says why it is refused: %s", async (refusal, words) => {
    const pin = pinAnswering(refusal, false);
    await pin.change("1111");
    expect(paragraphs(<PinForm pin={pin} />)[1]).toContain(words);
  });

  it("says that it is saved", async () => {
    const pin = pinAnswering("done", false);
    await pin.change("4711");
    expect(paragraphs(<PinForm pin={pin} />)).toEqual([expect.stringContaining("You have a PIN"), "", "PIN saved"]);
  });
});

import { effect } from "@preact/signals";
import { render } from "preact";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { fakeDocument, FakeDomElement } from "../fake/dom";
import { greetings, left } from "../fake/mail-server";
import { over } from "../fake/past-server";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { App } from "./app";
import { memoryIn } from "../memory";
import { LanguageChoice } from "./language-choice";
import { ThemeChoice } from "./theme-choice";
import { places, type Place } from "./place";
import { Screen } from "./screen";
import { titleFor } from "./title";
import { en } from "./words/en";
import { fr } from "./words/fr";
import { speak } from "./words/language";

let alice: FakePerson;
let bob: FakePerson;
let screen: Screen;
let root: FakeDomElement;

// They stay: Preact runs effects, and what undoes them, a little later.
beforeAll(() => {
  vi.stubGlobal("document", fakeDocument);
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("removeEventListener", () => undefined);
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});

beforeEach(async () => {
  const clock = new FakeClock();
  const server = new FakeSwitchboard(clock);
  alice = new FakePerson("alice", server, clock);
  bob = new FakePerson("bob", server, clock);
  bob.past.calls = [over("c1")];
  bob.mail.messages = [left("m1", { urgent: true, cutShort: true }), left("m2")];
  bob.mail.greetings = [greetings()];
  for (const person of [alice, bob]) await person.logsIn();
  screen = new Screen(bob.phone);
  root = new FakeDomElement("div");
  const forbidden = memoryIn(() => {
    throw new DOMException("forbidden", "SecurityError");
  });
  const language = new LanguageChoice(["en-GB"], forbidden);
  const theme = new ThemeChoice(forbidden, { dataset: {} });
  render(<App phone={bob.phone} screen={screen} language={language} theme={theme} />, root as unknown as HTMLElement);
});

afterEach(async () => {
  render(null, root as unknown as HTMLElement);
  await speak("en", "en-GB");
});

/** What only the other language says, whole sentences without gaps. */
const onlyIn = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): Set<string> => {
  const others = new Set(Object.values(other));
  return new Set(Object.values(one).filter((words) => !words.includes("{") && !others.has(words)));
};
const english = onlyIn(en, fr);
const french = onlyIn(fr, en);

const switchesWhole = async (): Promise<void> => {
  await settled();
  const before = root.words();
  expect(before.filter((words) => english.has(words)).length).toBeGreaterThan(10);
  expect(before.filter((words) => french.has(words))).toEqual([]);
  await speak("fr", "fr-FR");
  await settled();
  const after = root.words();
  expect(after.filter((words) => english.has(words))).toEqual([]);
  expect(after.filter((words) => french.has(words)).length).toBeGreaterThan(10);
  expect(after).toHaveLength(before.length);
};

describe("a switch of language reaches at once", () => {
  it.each(places)("the place of %s", async (place: Place) => {
    screen.go(place);
    await bob.phone.reachability.read();
    bob.phone.voicemail.greetings.open();
    await switchesWhole();
  });

  it("the card of a call that rings", async () => {
    await alice.dials("102");
    await switchesWhole();
  });

  it("the call on stage with its keypad, and the page's title", async () => {
    await alice.dials("102");
    await bob.answers();
    screen.toggleKeypad(bob.call.key);
    const titles: string[] = [];
    const stop = effect(() => {
      titles.push(titleFor(bob.phone.state.ringing.value, bob.phone.state.onStage.value));
    });
    await switchesWhole();
    stop();
    expect(titles).toEqual(["Alice: In call", "Alice\u00A0: En communication"]);
  });

  it("the form to hand a call on", async () => {
    await alice.dials("102");
    await bob.answers();
    screen.toggleHandOver({ key: bob.call.key, kind: "transfer" });
    await switchesWhole();
  });

  it("the form to forward a message, and what is wrong with it", async () => {
    screen.go("voicemail");
    await settled();
    screen.toggleForward("m1");
    await screen.forwarding.value?.send();
    await settled();
    expect(root.words()).toContain(en["forward.nobody"]);
    await switchesWhole();
    expect(root.words()).toContain(fr["forward.nobody"]);
  });

  it("whom the directory shows", async () => {
    screen.go("directory");
    screen.showPerson("101");
    await settled();
    expect(root.words()).toContain(en["presence.available"]);
    await switchesWhole();
  });

  it("the help on keys", async () => {
    screen.help.value = true;
    await switchesWhole();
  });
});

import { expect, it } from "vitest";
import { en } from "./en";
import { fr } from "./fr";
import type { Word } from "./language";

const words = Object.entries(fr) as [Word, string][];
const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted();

it("has the words that English has", () => {
  expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted());
});

/** Of one thing a language may leave the number out. */
const ofOne = (word: string): boolean => word.endsWith(".one");

it.each(words)("%s has the gaps that English has", (word, text) => {
  if (ofOne(word)) expect(gaps(en[word.replace(/one$/, "other") as Word])).toEqual(expect.arrayContaining(gaps(text)));
  else expect(gaps(text)).toEqual(gaps(en[word]));
});

it.each(words)("%s is set as French is", (_, text) => {
  expect(text).not.toMatch(/[^\u00A0\u202F]:(?!\d)/);
  expect(text).not.toMatch(/[^\u202F][;!?]/);
  expect(text).not.toMatch(/['"]/);
  expect(text).not.toMatch(/«(?!\u00A0)|(?<!\u00A0)»/);
  expect(text).not.toMatch(/\d [\d\p{Letter}]*(Mo|caractères|fichiers)/u);
  expect(text).not.toMatch(/\.\.\.|^\s|\s$/);
});

/** What French says as English does. */
const same: readonly Word[] = [
  "app.name",
  "nav.many",
  "call.with",
  "action.tooltip",
  "recording.pause",
  "recording.length",
  "queues.pause",
  "transfer.note",
  "voicemail.pause",
  "voicemail.position",
  "voicemail.urgent",
  "greetings.standard",
  "pack.file",
  "devices.microphone",
  "notices.title",
  "check.step.microphone",
  "check.step.notifications",
  "language.en",
  "language.fr",
];

it("leaves nothing in English", () => {
  const left = words.filter(([word, text]) => text === en[word]).map(([word]) => word);
  expect(left.toSorted()).toEqual([...same].toSorted());
});

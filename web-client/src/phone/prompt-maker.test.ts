import { beforeEach, describe, expect, it } from "vitest";
import { MediaFailure } from "../media/media";
import type { Take } from "../media/take";
import type { PromptRefusal } from "../signaling/prompts";
import { PromptMaker } from "./prompt-maker";

describe("making a prompt", () => {
  const wav = new ArrayBuffer(44);
  let readable: boolean;
  let microphone: "there" | MediaFailure;
  let answer: "done" | PromptRefusal;
  let sent: string[];
  let kept: number;
  let maker: PromptMaker;

  beforeEach(() => {
    readable = true;
    microphone = "there";
    answer = "done";
    sent = [];
    kept = 0;
    maker = new PromptMaker(
      {
        record: (): Promise<Take> =>
          microphone === "there"
            ? Promise.resolve({ stop: () => Promise.resolve(new Blob(["spoken"])) })
            : Promise.reject(microphone),
        wav: () => Promise.resolve(readable ? wav : undefined),
      },
      {
        put: (name) => {
          sent.push(name);
          return Promise.resolve(answer);
        },
        speak: (name, text, language) => {
          sent.push(`${name} ${language} ${text}`);
          return Promise.resolve(answer);
        },
        remove: (name) => {
          sent.push(`-${name}`);
          return Promise.resolve(answer);
        },
      },
      () => {
        kept++;
      },
    );
  });

  it("records, lets it be heard, and keeps it", async () => {
    await maker.record();
    expect(maker.recording.value).toBe(true);
    await maker.stop();
    expect(maker.recording.value).toBe(false);
    expect(maker.sound.value?.size).toBe(6);
    await maker.save("welcome");
    expect(sent).toEqual(["welcome"]);
    expect([kept, maker.sound.value]).toEqual([1, null]);
  });

  it("has a text spoken", async () => {
    await maker.speak("welcome", "Bonjour", "fr");
    expect(sent).toEqual(["welcome fr Bonjour"]);
    expect(kept).toBe(1);
    answer = "timed-out";
    await maker.speak("welcome", "Bonjour", "fr");
    expect([kept, maker.trouble.value]).toEqual([1, "timed-out"]);
  });

  it("takes a file", async () => {
    maker.choose(new Blob(["mp3"]));
    await maker.save("welcome");
    expect(kept).toBe(1);
  });

  it("says what is missing before it asks the server", async () => {
    await maker.save("welcome");
    expect(maker.trouble.value).toBe("no-sound");
    readable = false;
    maker.choose(new Blob(["a letter"]));
    expect(maker.trouble.value).toBeNull();
    await maker.save("welcome");
    expect(maker.trouble.value).toBe("unreadable");
    expect(sent).toEqual([]);
  });

  it.each(["microphone-denied", "microphone-missing"] as const)("says why it cannot record: %s", async (obstacle) => {
    microphone = new MediaFailure(obstacle);
    await maker.record();
    expect([maker.recording.value, maker.trouble.value]).toEqual([false, obstacle]);
    await maker.stop();
    expect(maker.sound.value).toBeNull();
  });

  it("keeps the sound when the server refuses it, and says why", async () => {
    answer = "silent";
    maker.choose(new Blob(["quiet"]));
    await maker.save("welcome");
    expect([maker.trouble.value, kept]).toEqual(["silent", 0]);
    expect(maker.sound.value).not.toBeNull();
  });

  it("removes one, or says why it stays", async () => {
    answer = "in-use";
    await maker.remove("welcome");
    expect([maker.trouble.value, kept]).toEqual(["in-use", 0]);
    answer = "done";
    await maker.remove("welcome");
    expect([sent, kept]).toEqual([["-welcome", "-welcome"], 1]);
  });
});

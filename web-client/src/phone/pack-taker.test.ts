import { beforeEach, describe, expect, it } from "vitest";
import { readPack } from "../signaling/http-packs";
import type { Pack, PackRefusal } from "../signaling/packs";
import { PackTaker } from "./pack-taker";

const pack: Pack = { taken: [{ name: "number-1", file: "en/digits/1.wav" }], unknown: ["README"], unused: [], wrong: [] };

describe("a pack of prompts", () => {
  let answer: Pack | PackRefusal;
  let asked: string[];
  let taken: number;
  let taker: PackTaker;

  beforeEach(() => {
    answer = pack;
    asked = [];
    taken = 0;
    const ask = (what: string) => (archive: ArrayBuffer) => {
      asked.push(`${what} ${archive.byteLength}`);
      return Promise.resolve(answer);
    };
    taker = new PackTaker({ look: ask("look"), take: ask("take") }, () => {
      taken++;
    });
  });

  it("is looked into, then taken", async () => {
    await taker.choose(new Blob(["zip"]));
    expect(taker.pack.value).toEqual(pack);
    expect(taken).toBe(0);
    await taker.take();
    expect(asked).toEqual(["look 3", "take 3"]);
    expect(taken).toBe(1);
  });

  it("is not taken if it was refused", async () => {
    answer = "bad-path";
    await taker.choose(new Blob(["zip"]));
    expect(taker.trouble.value).toBe("bad-path");
    await taker.take();
    expect(asked).toEqual(["look 3"]);
  });

  it("stays to be tried again if the server does not answer", async () => {
    await taker.choose(new Blob(["zip"]));
    answer = "failed";
    await taker.take();
    expect([taken, taker.trouble.value, taker.busy.value]).toEqual([0, "failed", false]);
    answer = pack;
    await taker.take();
    expect(taken).toBe(1);
  });

  it("is forgotten when another one is chosen", async () => {
    await taker.choose(new Blob(["zip"]));
    await taker.choose(null);
    expect(taker.pack.value).toBeNull();
    await taker.take();
    expect(asked).toEqual(["look 3"]);
  });

  it("is read from the server's answer", () => {
    const body = JSON.stringify({ ...pack, taken: [{ name: "number-1", file: "en/digits/1.wav", seconds: 1, replacesOwn: false }] });
    expect(readPack(body)).toEqual(pack);
    expect(readPack("{}")).toBeUndefined();
  });
});

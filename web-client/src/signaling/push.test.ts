import { describe, expect, it } from "vitest";
import { callToAnswer } from "./push";
import { hashToAnswer, readPush } from "./push-message";

describe("what comes by push", () => {
  const ring = {
    type: "ring",
    call: "c-1",
    title: "Bob is calling",
    body: "102",
    answer: "Answer",
    decline: "Decline",
    wake: "w",
    signIn: "Sign in",
  };

  it("is read where it is whole, and nothing else is", () => {
    expect(readPush(JSON.stringify(ring))).toEqual(ring);
    expect(readPush('{"type":"gone","call":"c-1","title":"Missed call from Bob"}')).toEqual({
      type: "gone",
      call: "c-1",
      title: "Missed call from Bob",
    });
    for (const member of Object.keys(ring)) expect(readPush(JSON.stringify({ ...ring, [member]: 1 }))).toBeUndefined();
    for (const text of ["", "null", "[]", "{", '{"type":"ring","call":"c-1","title":"x"}']) expect(readPush(text)).toBeUndefined();
  });

  it("opens a page that knows which call it is to answer", () => {
    expect(callToAnswer(hashToAnswer("c-1/é"))).toBe("c-1/é");
    expect(callToAnswer("#voicemail")).toBeUndefined();
    expect(callToAnswer("#answer=%")).toBeUndefined();
  });
});

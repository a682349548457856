import { describe, expect, it } from "vitest";
import { left } from "../fake/mail-server";
import { readCode, readContents } from "./read-voicemail";

const body = (message: object): string => JSON.stringify({ messages: [message], full: [] });

describe("the list of messages", () => {
  it("is read whole; members nobody knows yet are let be", () => {
    const message = left("m1", { box: { kind: "group", name: "Sales" }, urgent: true });
    expect(readContents(body({ ...message, transcript: "later" }))).toEqual({ messages: [message], full: [] });
    expect(readContents('{"messages": [], "full": [{"kind": "person", "name": ""}], "more": true}')).toEqual({
      messages: [],
      full: [{ kind: "person", name: "" }],
    });
  });

  it.each(["id", "box", "caller", "at", "seconds", "urgent", "cutShort", "heard"])("is refused without %s", (member) => {
    expect(readContents(body({ ...left("m1"), [member]: undefined }))).toBeUndefined();
  });

  it("is refused if something in it is not of its kind", () => {
    const wrong = [{ box: { kind: "room", name: "x" } }, { at: "yesterday" }, { seconds: "42" }, { caller: { name: "" } }];
    for (const change of wrong) expect(readContents(body({ ...left("m1"), ...change }))).toBeUndefined();
    for (const answer of ["", "[]", "null", "{}", '{"messages": []}', "<html>"]) expect(readContents(answer)).toBeUndefined();
  });
});

it("reads the code of a refusal", () => {
  expect(readCode('{"code":"no-mailbox"}')).toBe("no-mailbox");
  expect(readCode("oops")).toBeUndefined();
});

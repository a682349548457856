import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { left, type FakeMailServer } from "../fake/mail-server";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { shown, type Voicemail } from "./voicemail";

let clock: FakeClock;
let server: FakeSwitchboard;
let bob: FakePerson;
let mail: FakeMailServer;
let voicemail: Voicemail;

beforeEach(async () => {
  clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  bob = new FakePerson("bob", server, clock);
  mail = bob.mail;
  voicemail = bob.phone.voicemail;
  mail.messages = [left("m2", { at: "2026-11-23T09:45:00Z" }), left("m1")];
  await bob.logsIn();
});

const opened = async (): Promise<void> => {
  voicemail.open();
  await settled();
};

const ids = (): string[] | undefined => voicemail.messages.value?.map(({ id }) => id);

describe("the list of messages", () => {
  it("is read when it is looked at, and not before", async () => {
    server.tell("bob", { type: "voicemail", unheard: 2 });
    await settled();
    expect([voicemail.unheard.value, mail.requests]).toEqual([2, []]);
    await opened();
    expect(mail.requests).toEqual(["GET /phone/voicemail"]);
    expect(ids()).toEqual(["m2", "m1"]);
    expect(voicemail.reading.value).toBe("idle");
  });

  it("is read again at each news from then on", async () => {
    await opened();
    mail.messages = [left("m3"), ...mail.messages];
    server.tell("bob", { type: "voicemail", unheard: 3 });
    await settled();
    expect(ids()).toEqual(["m3", "m2", "m1"]);
    expect(voicemail.unheard.value).toBe(3);
  });

  it.each(["nothing", { status: 500, body: "" }, { status: 200, body: "<html>" }] as const)(
    "that could not be read says so, and comes at the next try: %s",
    async (answer) => {
      mail.instead.set("GET", answer);
      await opened();
      expect([voicemail.reading.value, ids()]).toEqual(["failed", undefined]);
      mail.instead.clear();
      await voicemail.read();
      expect([voicemail.reading.value, ids()]).toEqual(["idle", ["m2", "m1"]]);
    },
  );

  it("stays as it was known while it cannot be read again", async () => {
    await opened();
    mail.instead.set("GET", "nothing");
    server.tell("bob", { type: "voicemail", unheard: 3 });
    await settled();
    expect([voicemail.reading.value, ids()]).toEqual(["failed", ["m2", "m1"]]);
  });

  it("is the newest one, though an older answer comes later", async () => {
    let open: () => void = () => undefined;
    mail.gate = new Promise((resolve) => {
      open = resolve;
    });
    voicemail.open();
    mail.gate = Promise.resolve();
    mail.messages = [left("m9")];
    await voicemail.read();
    open();
    await settled();
    expect(ids()).toEqual(["m9"]);
  });
});

describe("a message that is deleted", () => {
  beforeEach(opened);

  it("is gone at once, and stays gone while an older list still has it", async () => {
    let open: () => void = () => undefined;
    mail.gate = new Promise((resolve) => {
      open = resolve;
    });
    const earlier = voicemail.read();
    const deletion = voicemail.delete("m1");
    expect(ids()).toEqual(["m2"]);
    open();
    await earlier;
    expect(ids()).toEqual(["m2"]);
    await deletion;
    expect(ids()).toEqual(["m2"]);
    expect(mail.changes).toEqual(["DELETE /phone/voicemail/m1"]);
  });

  it("comes back to its place when the deletion is undone", async () => {
    await voicemail.delete("m2");
    expect(voicemail.deleted.value.map(({ id }) => id)).toEqual(["m2"]);
    const undoing = voicemail.undo();
    expect([ids(), voicemail.deleted.value]).toEqual([["m2", "m1"], []]);
    await undoing;
    expect(mail.changes).toEqual(["DELETE /phone/voicemail/m2", "POST /phone/voicemail/m2/restore"]);
    expect(ids()).toEqual(["m2", "m1"]);
  });

  it("is restored after it was deleted, however quickly that is undone", async () => {
    let open: () => void = () => undefined;
    mail.gate = new Promise((resolve) => {
      open = resolve;
    });
    const deletion = voicemail.delete("m1");
    const undoing = voicemail.undo();
    await settled();
    expect(mail.changes).toEqual(["DELETE /phone/voicemail/m1"]);
    open();
    await Promise.all([deletion, undoing]);
    expect(mail.changes.at(-1)).toBe("POST /phone/voicemail/m1/restore");
    expect(ids()?.toSorted()).toEqual(["m1", "m2"]);
  });

  it("can be taken back together with others for 20 s after the last", async () => {
    await voicemail.delete("m1");
    await clock.pass(shown.undo - 1);
    await voicemail.delete("m2");
    await clock.pass(shown.undo - 1);
    expect(voicemail.deleted.value).toHaveLength(2);
    await voicemail.undo();
    expect(ids()?.toSorted()).toEqual(["m1", "m2"]);
    await voicemail.delete("m1");
    await clock.pass(shown.undo);
    expect(voicemail.deleted.value).toEqual([]);
  });

  it("is back, with a word about it, if the server did not do it", async () => {
    mail.instead.set("DELETE", "nothing");
    await voicemail.delete("m2");
    expect(ids()).toEqual(["m2", "m1"]);
    expect([voicemail.deleted.value, voicemail.notice.value]).toEqual([[], { kind: "not-deleted" }]);
    await clock.pass(shown.notice);
    expect(voicemail.notice.value).toBeNull();
  });

  it("is away again if the server did not restore it, and that can be tried again", async () => {
    await voicemail.delete("m2");
    mail.instead.set("POST", { status: 500, body: "" });
    await voicemail.undo();
    expect([ids(), voicemail.notice.value]).toEqual([["m1"], { kind: "not-restored" }]);
    mail.instead.clear();
    await voicemail.undo();
    expect([ids(), voicemail.deleted.value]).toEqual([["m2", "m1"], []]);
  });

  it("is no matter if somebody else had deleted it before", async () => {
    mail.messages = [left("m2")];
    await voicemail.delete("m1");
    expect([ids(), voicemail.notice.value]).toEqual([["m2"], null]);
  });
});

describe("a message that is forwarded", () => {
  beforeEach(opened);

  it("goes to whom was named, with the CSRF token", async () => {
    expect(await voicemail.forward("m1", "103", "Carol")).toBe("done");
    expect(mail.changes).toEqual(['POST /phone/voicemail/m1/forward {"to":"103"}']);
    expect(mail.headers.at(-1)).toMatchObject({ "X-XSRF-TOKEN": "t1", "Content-Type": "application/json" });
    expect(voicemail.notice.value).toEqual({ kind: "forwarded", to: "Carol" });
  });

  it("is refused in the server's words", async () => {
    expect(await voicemail.forward("m1", "999", "999")).toBe("no-mailbox");
    expect(await voicemail.forward("m7", "103", "Carol")).toBe("gone");
    mail.instead.set("POST", { status: 422, body: "{}" });
    expect(await voicemail.forward("m1", "103", "Carol")).toBe("failed");
    expect(voicemail.notice.value).toBeNull();
  });

  it("has an address of its own, whatever is in its id", () => {
    expect(mail.mailbox.sound("a/b?c")).toBe("/phone/voicemail/a%2Fb%3Fc/sound");
  });
});

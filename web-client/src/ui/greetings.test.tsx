import type { JSX } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { greetings, left, type FakeMailServer } from "../fake/mail-server";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { longestName } from "../phone/name-maker";
import { GreetingBoxes } from "./greetings";
import { MailboxFull } from "./mailbox-full";
import { dayWords } from "./words/greeting-words";
import { say } from "./words/words";

// It lives in a browser: what it plays is made by it.
vi.mock("./sound-preview", () => ({ SoundPreview: () => null }));

const recorded = { seconds: 7, at: "2026-11-23T09:30:00Z" };
const sales = greetings({ id: "group-mailbox:sales", box: { kind: "group", name: "Sales" }, dial: "*97200" });

let clock: FakeClock;
let server: FakeSwitchboard;
let bob: FakePerson;
let mail: FakeMailServer;

afterEach(() => {
  vi.unstubAllGlobals();
});

beforeEach(async () => {
  clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  bob = new FakePerson("bob", server, clock);
  mail = bob.mail;
  await bob.logsIn();
});

const page = (): JSX.Element => <GreetingBoxes phone={bob.phone} />;
const all = (type: string): FakeElement[] => elementsOf(page()).filter((one) => one.type === type);
const texts = (type: string): string[] => all(type).map(({ text }) => text);
const named = (name: string): FakeElement | undefined =>
  all("button").find(({ text, props }) => text === name || props["aria-label"] === name);

const press = async (name: string): Promise<void> => {
  const button = named(name);
  expect(button, name).toBeDefined();
  (button?.props["onClick"] as () => void)();
  await settled();
};

const opened = async (...boxes: readonly (typeof sales)[]): Promise<void> => {
  mail.greetings = boxes;
  bob.phone.voicemail.greetings.open();
  await settled();
};

const saved = async (until: string): Promise<void> => {
  vi.stubGlobal("FormData", class {
    get(): string {
      return until;
    }
  });
  const form = all("form")[0];
  (form?.props["onSubmit"] as (event: unknown) => void)({ preventDefault: () => undefined, currentTarget: {} });
  await settled();
};

describe("the greetings of mailboxes", () => {
  it("are not known before somebody looks at them", async () => {
    expect(texts("p")).toEqual(["Loading the greetings…"]);
    mail.instead.set("GET", "nothing");
    await opened();
    expect(texts("p")).toEqual(["The greetings could not be loaded: close this part and open it again."]);
  });

  it("are shown for each mailbox, own ones with their length", async () => {
    await opened(greetings({ usual: recorded }), sales);
    expect(texts("h3")).toEqual(["Your mailbox", "Mailbox of Sales"]);
    expect(texts("li").map((text) => text.replace(/Play.*/, ""))).toEqual([
      "Usual greetingrecorded, 00:07",
      ...["Absent greetingstandard", "Your namenot recorded: it is spelled"],
      ...["Usual greetingstandard", "Absent greetingstandard"],
    ]);
    expect(named("Play: Absent greeting")).toBeUndefined();
  });

  it("are heard; whatever else was played is silent then", async () => {
    mail.messages = [left("m1")];
    bob.phone.voicemail.open();
    await opened(greetings({ absent: recorded }));
    bob.phone.voicemail.play("m1");
    await press("Play: Absent greeting");
    expect(bob.phone.voicemail.playback.current.value?.state).toBe("paused");
    expect(bob.phone.voicemail.greetings.playback.current.value?.state).toBe("starting");
    expect(named("Pause: Absent greeting")).toBeDefined();
    bob.phone.voicemail.play("m1");
    expect(bob.phone.voicemail.greetings.playback.current.value?.state).toBe("paused");
  });

  it("are deleted", async () => {
    await opened(greetings({ usual: recorded }));
    await press("Delete: Usual greeting");
    expect(mail.changes).toEqual(["DELETE /phone/voicemail/greetings/mailbox%3Abob/usual"]);
    expect(texts("li")[0]).toBe("Usual greetingstandard");
  });

  it("have a last day of absence, which is saved and ended", async () => {
    await opened(greetings());
    expect(named("End absence")).toBeUndefined();
    await saved("2026-12-03");
    expect(mail.changes).toEqual(['PUT /phone/voicemail/greetings/mailbox%3Abob/absence {"until":"2026-12-03"}']);
    expect(texts("p")[0]).toBe(`Callers hear the absent greeting until the end of ${dayWords("2026-12-03")}.`);
    await press("End absence");
    expect(mail.changes.at(-1)).toBe('PUT /phone/voicemail/greetings/mailbox%3Abob/absence {"until":null}');
    expect(texts("p")[0]).toContain("No absence");
  });

  it("say which day is none to come, and what could not be saved", async () => {
    await opened(greetings());
    await saved("2020-01-01");
    expect(texts("p")).toContain("Choose a day from today on, at most two years away.");
    mail.instead.set("PUT", "nothing");
    await saved("2026-12-03");
    expect(texts("p")).toContain("This could not be saved: try again");
  });

  it("are recorded by a call to the mailbox, where the company has a number for that", async () => {
    await opened(sales);
    await press("Record by phone");
    expect(bob.call.number).toBe("*97200");
    await opened(greetings({ dial: null }));
    expect(named("Record by phone")).toBeUndefined();
    expect(texts("p").join()).toContain("nothing can be recorded");
  });

  it("are read again when the server tells of a change, once somebody has looked at them", async () => {
    bob.phone.voicemail.hear(0);
    await settled();
    expect(mail.requests).toEqual([]);
    await opened(greetings());
    mail.greetings = [greetings({ usual: recorded })];
    bob.phone.voicemail.hear(0);
    await settled();
    expect(texts("li")[0]).toContain("recorded, 00:07");
  });
});

describe("the person's own name", () => {
  const status = (): string => all("span").find(({ props }) => props["role"] === "status")?.text ?? "";

  it("is recorded in the page, kept, and heard", async () => {
    await opened(greetings());
    await press("Record name");
    expect([bob.sounds.open, status()]).toEqual([true, "Recording: say your name"]);
    expect(named("Save name")).toBeUndefined();
    await press("Stop");
    expect([bob.sounds.open, status()]).toEqual([false, ""]);
    await press("Save name");
    expect(mail.changes).toEqual(["PUT /phone/voicemail/greetings/mailbox%3Abob/name"]);
    expect(texts("li")[2]).toContain("Your namerecorded, 00:01");
    expect(named("Save name")).toBeUndefined();
    await press("Play: Your name");
    expect(bob.phone.voicemail.greetings.playback.current.value?.state).toBe("starting");
    await press("Record name");
    expect(bob.phone.voicemail.greetings.playback.current.value?.state).toBe("paused");
  });

  it("is over after five seconds", async () => {
    await opened(greetings());
    await press("Record name");
    await clock.pass(longestName);
    expect([bob.sounds.open, named("Save name") !== undefined]).toEqual([false, true]);
  });

  it("says why it was not kept, and stays to be kept again", async () => {
    await opened(greetings());
    await press("Record name");
    await press("Stop");
    mail.instead.set("PUT", { status: 422, body: '{"code":"silent"}' });
    await press("Save name");
    expect(texts("p")).toContain("Nothing can be heard in this: check the microphone and record it again");
    mail.instead.set("PUT", "nothing");
    await press("Save name");
    expect(texts("p")).toContain("That did not reach the server: try again");
    mail.instead.delete("PUT");
    await press("Save name");
    expect(texts("li")[2]).toContain("recorded");
    await press("Delete: Your name");
    expect(texts("li")[2]).toContain("not recorded");
  });

  it("says when the microphone is refused", async () => {
    await opened(greetings());
    bob.sounds.denied = true;
    await press("Record name");
    expect(texts("p").join()).toContain(say("failure.microphone-denied"));
    expect(named("Record name")).toBeDefined();
  });

  it("is nobody's in the mailbox of a group", async () => {
    await opened(sales);
    expect(named("Record name")).toBeUndefined();
  });
});

describe("a full mailbox", () => {
  const said = (): string => elementsOf(<MailboxFull voicemail={bob.phone.voicemail} />).find(({ type }) => type === "p")?.text ?? "";

  it("is named above the messages", async () => {
    bob.phone.voicemail.open();
    await settled();
    expect(said()).toBe("");
    mail.full = [
      { kind: "person", name: "" },
      { kind: "group", name: "Sales" },
    ];
    await bob.phone.voicemail.read();
    expect(said()).toBe("Mailbox full: yours, Sales. Callers can leave nothing there until messages are deleted.");
  });
});

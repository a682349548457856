import type { JSX } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { left, type FakeMailServer } from "../fake/mail-server";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { ForwardFields } from "./forward-dialog";
import type { ForwardForm } from "./forward-form";
import { perform } from "./keyboard";
import { placeOf } from "./place";
import { Rail } from "./rail";
import { Screen } from "./screen";
import { Messages } from "./voicemail-list";
import { deletedWords, noticeWords } from "./words/voicemail-words";

let server: FakeSwitchboard;
let bob: FakePerson;
let mail: FakeMailServer;
let screen: Screen;

afterEach(() => {
  vi.unstubAllGlobals();
});

beforeEach(async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("HTMLElement", Object);
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  const clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  bob = new FakePerson("bob", server, clock);
  mail = bob.mail;
  screen = new Screen(bob.phone);
  await bob.logsIn();
});

const all = (tree: JSX.Element, type: string): FakeElement[] => elementsOf(tree).filter((one) => one.type === type);
const texts = (tree: JSX.Element, type: string): string[] => all(tree, type).map(({ text }) => text);
const messages = (): JSX.Element => <Messages phone={bob.phone} screen={screen} />;
const item = (place: number): FakeElement | undefined => all(messages(), "li")[place];

const opened = async (): Promise<void> => {
  screen.go("voicemail");
  await settled();
};

const press = (element: FakeElement | undefined): void => {
  (element?.props["onClick"] as (() => void) | undefined)?.();
};

const button = (name: string): FakeElement | undefined => all(messages(), "button").find(({ text }) => text === name);

describe("the places of the phone", () => {
  const links = (): FakeElement[] =>
    all(<Rail phone={bob.phone} screen={screen} />, "a").filter(({ props }) => props["data-place"] !== undefined);

  it("are named in the address; anything else there means the calls", () => {
    expect(["#voicemail", "#calls", "", "#nowhere", "#voicemail/7"].map(placeOf)).toEqual([
      "voicemail",
      ...["calls", "calls", "calls", "calls"],
    ]);
  });

  it("have a link each, the present one marked", async () => {
    expect(links().map(({ props, text }) => [props["href"], text, props["aria-current"]])).toEqual([
      ["#calls", "Calls", "page"],
      ["#reception", "Reception", undefined],
      ["#directory", "Directory", undefined],
      ["#voicemail", "Voicemail", undefined],
      ["#conference", "Conference", undefined],
      ["#devices", "Devices", undefined],
      ["#settings", "Settings", undefined],
    ]);
    await opened();
    const current = links().filter(({ props }) => props["aria-current"] === "page");
    expect(current.map(({ text }) => text)).toEqual(["Voicemail"]);
  });

  it("show how many messages nobody has heard, beside the name and not in it", () => {
    const rail = (): JSX.Element => <Rail phone={bob.phone} screen={screen} />;
    const counted = (): unknown[] =>
      all(rail(), "span")
        .filter(({ props }) => props["aria-hidden"] === "true" || props["id"] === "unheard")
        .map(({ text }) => text);
    expect(counted()).toEqual([]);
    server.tell("bob", { type: "voicemail", unheard: 1 });
    expect(counted()).toEqual(["1", "1 new message"]);
    const described = links().filter(({ props }) => props["aria-describedby"] === "unheard");
    expect(described.map(({ props }) => props["href"])).toEqual(["#voicemail"]);
    server.tell("bob", { type: "voicemail", unheard: 120 });
    expect(counted()).toEqual(["99+", "120 new messages"]);
  });
});

describe("the list of messages", () => {
  it("has an item for each, saying who, when, how long, for whom, and what is special", async () => {
    mail.messages = [
      left("m1", { urgent: true, cutShort: true, box: { kind: "group", name: "Sales" } }),
      left("m2", { caller: { name: "", number: "+33145678901" }, heard: true }),
      left("m3", { caller: { name: "", number: "" }, heard: true, seconds: 75 }),
    ];
    await opened();
    expect(all(messages(), "ul").map(({ props }) => props["role"])).toEqual(["list"]);
    expect(texts(messages(), "h3")).toEqual(["Mrs Roy", "+33145678901", "Withheld number"]);
    expect(texts(messages(), "p")).toEqual([
      "+33145678901 · 00:42 · for Sales",
      "UrgentNewCut short",
      ...["00:42", "01:15"],
    ]);
    expect(all(messages(), "time")[0]?.props["dateTime"]).toBe("2026-11-23T09:30:00Z");
  });

  it("offers the four verbs; nobody calls back a withheld number", async () => {
    mail.messages = [left("m1")];
    await opened();
    expect(texts(messages(), "button")).toEqual(["Play", "Delete", "Call back", "Forward"]);
    mail.messages = [left("m1", { caller: { name: "", number: "" } })];
    await bob.phone.voicemail.read();
    expect(texts(messages(), "button")).toEqual(["Play", "Delete", "Forward"]);
  });

  it("says in words that it comes, that there is nothing, and that it could not be had", async () => {
    mail.instead.set("GET", "nothing");
    screen.go("voicemail");
    expect(texts(messages(), "p")).toEqual(["Loading the messages…"]);
    await settled();
    expect(texts(messages(), "p")[0]).toContain("could not be loaded");
    mail.instead.clear();
    press(button("Try again"));
    await settled();
    expect(texts(messages(), "p")).toEqual(["No messages. What callers leave for you or your groups will stand here."]);
  });
});

describe("the verbs of a message", () => {
  beforeEach(async () => {
    mail.messages = [left("m1")];
    await opened();
  });

  it("Play becomes Pause, and the bar shows where the sound is", () => {
    press(button("Play"));
    bob.media.tape?.events.began();
    bob.media.tape?.events.moved(12, 42);
    expect(texts(messages(), "button")).toContain("Pause");
    expect(item(0)?.text).not.toContain("New");
    expect(all(messages(), "input")).toMatchObject([
      { props: { "aria-label": "Position", "aria-valuetext": "00:12 of 00:42", value: 12, max: 42 } },
    ]);
    press(button("Pause"));
    expect(bob.media.tape?.asked.at(-1)).toBe("pause");
    expect(texts(messages(), "button")).toContain("Play");
  });

  it("says that a message could not be played", () => {
    press(button("Play"));
    bob.media.tape?.events.failed();
    const said = elementsOf(messages()).filter(({ props }) => props["role"] === "alert");
    expect(said.map(({ text }) => text)).toEqual(["The message could not be played: try again"]);
  });

  it("Delete takes it from the list at once", () => {
    press(button("Delete"));
    expect(all(messages(), "li")).toEqual([]);
  });

  it("Call back calls whoever left it", () => {
    press(button("Call back"));
    expect(bob.call).toMatchObject({ direction: "out", number: "+33145678901", name: "Mrs Roy" });
  });

  it("playing stops when another place is shown", () => {
    press(button("Play"));
    screen.go("calls");
    expect(bob.media.tape?.asked.at(-1)).toBe("pause");
  });
});

describe("the form to forward a message", () => {
  const open = (): ForwardForm => {
    screen.toggleForward("m1");
    const form = screen.forwarding.value;
    if (form === null) throw new Error("not open");
    return form;
  };

  beforeEach(async () => {
    mail.messages = [left("m1")];
    await opened();
  });

  it("has the box and the button, and suggests people", () => {
    const form = open();
    form.finder.type("car");
    const fields = <ForwardFields form={form} />;
    expect(all(fields, "input").map(({ props }) => props["aria-label"])).toEqual(["Forward to"]);
    expect(texts(fields, "button")).toEqual(["Send"]);
    expect(texts(fields, "li")).toEqual(["Carol103"]);
  });

  it("sends to the person whose name was begun, closes, and says so", async () => {
    const form = open();
    form.finder.type("car");
    await Promise.all([form.send(), form.send()]);
    expect(mail.changes).toEqual(['POST /phone/voicemail/m1/forward {"to":"103"}']);
    expect(screen.forwarding.value).toBeNull();
    expect(bob.phone.voicemail.notice.value).toEqual({ kind: "forwarded", to: "Carol" });
  });

  it("stays open with what was refused, in words", async () => {
    const form = open();
    await form.send();
    expect(form.problem.value).toBe("Type a number or a name first");
    form.finder.type("999");
    await form.send();
    expect(form.problem.value).toBe("Nobody with a mailbox has this number or name");
    mail.instead.set("POST", "nothing");
    await form.send();
    expect(form.problem.value).toBe("The message could not be forwarded: try again");
    expect(screen.forwarding.value).toBe(form);
  });

  it("closes by its button, by Escape, and when another place is shown", () => {
    open();
    screen.toggleForward("m1");
    expect(screen.forwarding.value).toBeNull();
    open();
    const escape = { key: "Escape", altKey: false, ctrlKey: false, metaKey: false, target: null };
    perform(escape as unknown as KeyboardEvent, bob.phone, screen);
    expect(screen.forwarding.value).toBeNull();
    open();
    screen.go("calls");
    expect(screen.forwarding.value).toBeNull();
  });
});

it("says in words what became of messages", () => {
  expect([1, 3].map(deletedWords)).toEqual(["Message deleted", "3 messages deleted"]);
  expect(noticeWords({ kind: "forwarded", to: "Carol" })).toBe("Forwarded to Carol");
  expect(noticeWords({ kind: "not-restored" })).toBe("The deletion could not be undone: try again");
});

import type { JSX } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import type { Consult, PhoneCall } from "../phone/call";
import { CallStatus } from "./call-parts";
import { ConsultAnnouncement, Consultation } from "./consult";
import { HandOverForm } from "./hand-over";
import { perform } from "./keyboard";
import { Screen } from "./screen";
import { TalkActions } from "./talk-actions";
import { CardOf } from "./transfer-card";

let server: FakeSwitchboard;
let bob: FakePerson;
let carol: FakePerson;
let screen: Screen;

afterEach(() => {
  vi.unstubAllGlobals();
});

beforeEach(async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("HTMLElement", Object);
  const clock = new FakeClock();
  server = new FakeSwitchboard(clock);
  const alice = new FakePerson("alice", server, clock);
  bob = new FakePerson("bob", server, clock);
  carol = new FakePerson("carol", server, clock);
  for (const person of [alice, bob, carol]) await person.logsIn();
  screen = new Screen(bob.phone);
  await alice.dials("102");
  await bob.answers();
});

const press = (key: string): void => {
  const event = { key, altKey: false, ctrlKey: false, metaKey: false, target: null, preventDefault: () => undefined };
  perform(event as unknown as KeyboardEvent, bob.phone, screen);
};

const buttons = (tree: JSX.Element): Record<string, boolean> =>
  Object.fromEntries(
    elementsOf(tree)
      .filter(({ type }) => type === "button")
      .map(({ text, props }) => [text, props["disabled"] !== true]),
  );

describe("the keys while bob talks", () => {
  it("open the form to transfer, and to add a person; Escape closes it", () => {
    press("t");
    expect(screen.handOver.value).toEqual({ key: bob.call.key, kind: "transfer" });
    press("a");
    expect(screen.handOver.value).toEqual({ key: bob.call.key, kind: "add" });
    press("Escape");
    expect(screen.handOver.value).toBeNull();
  });

  it("answer, and add nobody, while somebody rings", async () => {
    await carol.dials("102");
    press("a");
    await settled();
    expect(screen.handOver.value).toBeNull();
    expect(server.messages("bob", "answer")).toHaveLength(2);
  });

  it("say what becomes of the call while somebody is asked, as far as it can", async () => {
    const asked = (type: "complete-transfer" | "cancel-transfer" | "join"): number => server.messages("bob", type).length;
    await bob.phone.transfers.consult(bob.call.key, "103", "");
    press("a");
    expect(asked("join")).toBe(0);
    press("d");
    await settled();
    expect([asked("cancel-transfer"), bob.call.consult]).toEqual([1, null]);
    press("d");
    await bob.phone.transfers.consult(bob.call.key, "103", "");
    press("t");
    await settled();
    expect([asked("complete-transfer"), asked("cancel-transfer")]).toEqual([1, 1]);
  });

  it("park the call, and then do nothing more with it", () => {
    press("p");
    expect(bob.call.state).toBe("parked");
    for (const key of ["t", "a", "p"]) press(key);
    expect(screen.handOver.value).toBeNull();
    expect(server.messages("bob", "park")).toHaveLength(1);
  });

  it("do not hand it on a second time while somebody is asked", async () => {
    await bob.phone.transfers.consult(bob.call.key, "103", "");
    for (const key of ["t", "a", "p"]) press(key);
    expect(screen.handOver.value).toBeNull();
    expect(server.messages("bob", "park")).toEqual([]);
  });
});

describe("the form to hand a call on", () => {
  const open = (kind: "transfer" | "add"): HandOverForm => {
    screen.toggleHandOver({ key: bob.call.key, kind });
    const wanted = screen.handOver.value;
    if (wanted === null) throw new Error("not open");
    return new HandOverForm(wanted, bob.phone, screen);
  };

  it("transfers to the person whose name was begun, with the note, and closes", async () => {
    const form = open("transfer");
    form.finder.type("car");
    form.note.value = "  invoice 118 ";
    await form.transfer();
    expect(server.messages("bob", "transfer")).toMatchObject([{ to: "103", note: "invoice 118" }]);
    expect(screen.handOver.value).toBeNull();
  });

  it("puts a suggestion taken into the box, and means that person", async () => {
    const form = open("transfer");
    form.finder.type("1");
    expect(form.finder.shown.value.map(({ name }) => name)).toEqual(["Alice", "Carol"]);
    form.finder.take({ name: "Carol", extension: "103" });
    expect(form.finder.typed.value).toBe("Carol");
    expect(form.finder.shown.value).toEqual([]);
    await form.consult();
    expect(server.messages("bob", "consult")).toMatchObject([{ to: "103", note: "" }]);
    expect(screen.handOver.value).toBeNull();
  });

  it("wants somebody first, and asks nothing of the server", async () => {
    const form = open("transfer");
    await form.transfer();
    expect(form.problem.value).toBe("Type a number or a name first");
    expect(server.messages("bob", "transfer")).toEqual([]);
  });

  it("stays open with what the server refused in words, and takes them back at the next try", async () => {
    const form = open("transfer");
    form.finder.type("999");
    server.refusals.set("transfer", "wrong-state");
    await form.transfer();
    expect(form.problem.value).toBe("The call cannot be transferred there");
    server.refusals.set("consult", "no-capacity");
    await form.consult();
    expect(form.problem.value).toBe("The server is busy: try again in a moment");
    expect(screen.handOver.value).not.toBeNull();
    await form.transfer();
    expect(form.problem.value).toBe("");
  });

  it("asks somebody to join by a consultation", async () => {
    const form = open("add");
    form.finder.type("103");
    server.refusals.set("consult", "wrong-state");
    await form.consult();
    expect(form.problem.value).toBe("This person cannot be added");
    await form.consult();
    expect(server.messages("bob", "consult").at(-1)).toMatchObject({ to: "103", note: "" });
    expect(screen.joining.value).toBe(bob.call.key);
  });

  it("sends once what was asked twice", async () => {
    const form = open("transfer");
    form.finder.type("103");
    await Promise.all([form.transfer(), form.transfer()]);
    expect(server.messages("bob", "transfer")).toHaveLength(1);
  });

  it("closes when the call is over, and makes room for the keypad", () => {
    open("transfer");
    screen.toggleKeypad(bob.call.key);
    expect([screen.handOver.value, screen.keypad.value]).toEqual([null, bob.call.key]);
    open("transfer");
    expect(screen.keypad.value).toBeNull();
    server.show("bob", { state: "on-hold" });
    expect(screen.handOver.value).not.toBeNull();
    server.show("bob", { state: "ended", ended: "hung-up" });
    expect(screen.handOver.value).toBeNull();
  });
});

describe("while carol is asked", () => {
  const consultation = (change: Partial<Consult>): JSX.Element => {
    const consult: Consult = { party: { name: "Carol", number: "103" }, state: "calling", ended: null, ...change };
    return <Consultation call={{ ...bob.call, consult }} consult={consult} phone={bob.phone} screen={screen} />;
  };
  const texts = (tree: JSX.Element): string[] => elementsOf(tree).map(({ text }) => text);

  it("shows who waits and who is asked, in words", () => {
    const said = texts(consultation({ state: "ended", ended: "busy" }));
    for (const words of ["Waiting: Alice", "Carol", "103", "Ended", "The number is busy"]) expect(said).toContain(words);
  });

  it("offers what can be done as she stands", () => {
    const offered = (state: Consult["state"]): boolean[] => Object.values(buttons(consultation({ state })));
    expect(Object.keys(buttons(consultation({})))).toEqual(["Complete transfer", "Join calls", "Cancel transfer"]);
    expect(offered("calling")).toEqual([false, false, true]);
    expect(offered("ringing")).toEqual([true, false, true]);
    expect(offered("in-call")).toEqual([true, true, true]);
    expect(offered("ended")).toEqual([false, false, true]);
  });

  it("has the call's own state as the only status; hers is announced once beside it", async () => {
    const roles = (tree: JSX.Element): FakeElement[] => elementsOf(tree).filter(({ props }) => props["role"] === "status");
    expect(roles(consultation({ state: "ringing" }))).toEqual([]);
    await bob.phone.transfers.consult(bob.call.key, "103", "");
    expect(roles(<CallStatus call={bob.call} />).map(({ text }) => text)).toEqual(["In call"]);
    const announced = elementsOf(<ConsultAnnouncement phone={bob.phone} />);
    expect(announced).toMatchObject([{ props: { "aria-live": "polite" }, text: "Carol: Ringing" }]);
  });
});

describe("on the screen", () => {
  it("a talking call has six actions, three while somebody is asked", async () => {
    const names = (): string[] =>
      Object.keys(buttons(<TalkActions call={bob.call} phone={bob.phone} screen={screen} />));
    expect(names()).toEqual(["Mute", "Hold", "Keypad", "Transfer", "Park", "Add person"]);
    await bob.phone.transfers.consult(bob.call.key, "103", "");
    expect(names()).toEqual(["Mute", "Hold", "Keypad"]);
  });

  it("a call that was handed on shows its card and the note as a quotation", () => {
    const card = { kind: "transferred", other: { name: "Carol", number: "103" }, note: "invoice 118" } as const;
    const shown = (call: PhoneCall): string[] => elementsOf(<CardOf call={call} />).map(({ type, text }) => `${type}: ${text}`);
    expect(shown({ ...bob.call, card }).slice(1)).toEqual(["p: Transferred by Carol", "blockquote: invoice 118"]);
    expect(shown({ ...bob.call, card: { ...card, note: "" } }).slice(1)).toEqual(["p: Transferred by Carol"]);
    expect(shown(bob.call)).toEqual([]);
  });
});

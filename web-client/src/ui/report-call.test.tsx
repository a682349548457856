import type { JSX } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { elementsOf, type FakeElement } from "../fake/markup";
import { over, told } from "../fake/past-server";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { looks } from "../phone/aftermath";
import { durations } from "../phone/conversations";
import { PastRow } from "./past-row";
import { Screen } from "./screen";
import { Stage } from "./stage";

const sentence = "Bad sound from 10:02:14 to 10:02:31: your network lost 9 % of the packets.";
const html = `<img src=x onerror="alert(1)">`;
const sent = "Reported. Your administrator sees it with the call's story.";

let clock: FakeClock;
let bob: FakePerson;
let alice: FakePerson;
let screen: Screen;

afterEach(() => {
  vi.unstubAllGlobals();
});

beforeEach(async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  clock = new FakeClock();
  const server = new FakeSwitchboard(clock);
  bob = new FakePerson("bob", server, clock);
  alice = new FakePerson("alice", server, clock);
  screen = new Screen(bob.phone);
  await bob.logsIn();
  await alice.logsIn();
});

const stage = (): JSX.Element => <Stage phone={bob.phone} screen={screen} />;
const row = (): JSX.Element => <PastRow call={over("c1")} phone={bob.phone} screen={screen} />;
const all = (tree: JSX.Element, type: string): FakeElement[] => elementsOf(tree).filter((one) => one.type === type);
const buttons = (tree: JSX.Element): string[] => all(tree, "button").map(({ text, props }) => text || String(props["aria-label"]));
const texts = (tree: JSX.Element): string[] => all(tree, "p").map(({ text }) => text);
const press = async (tree: JSX.Element, name: string): Promise<void> => {
  const button = all(tree, "button").find(({ text }) => text === name);
  if (button === undefined) throw new Error(`no button ${name} among ${buttons(tree).join(", ")}`);
  (button.props["onClick"] as () => void)();
  await settled();
};
const submit = async (tree: JSX.Element): Promise<void> => {
  (all(tree, "form")[0]?.props["onSubmit"] as (event: unknown) => void)({ preventDefault: () => undefined });
  await settled();
};
const choose = (tree: JSX.Element, what: string): void => {
  const radio = all(tree, "input").find(({ props }) => props["value"] === what);
  (radio?.props["onChange"] as () => void)();
};
const write = (tree: JSX.Element, note: string): void => {
  (all(tree, "textarea")[0]?.props["onInput"] as (event: unknown) => void)({ currentTarget: { value: note } });
};
const afterABadCall = async (): Promise<void> => {
  await alice.dials("102");
  await bob.answers();
  bob.past.stories.set("c-1", told({ sound: { rating: "bad", sentence } }));
  await alice.phone.calls.hangUp(alice.call.key);
  await clock.pass(looks[0]);
};

describe("the stage after a bad call", () => {
  it("says how it sounded, offers to report it, and is left by Close", async () => {
    await afterABadCall();
    expect(texts(stage())).toContain(sentence);
    expect(buttons(stage())).toEqual(["Back to the list", "Report this call", "Close"]);
    await clock.pass(2 * durations.endedShown);
    expect(texts(stage())).toContain(sentence);
    expect(elementsOf(stage()).filter(({ props }) => props["role"] === "status")).toEqual([]);
    await press(stage(), "Close");
    expect(buttons(stage())).toEqual(["Enter a number"]);
  });

  it("is empty for whoever looks at somebody else, and there again afterwards", async () => {
    await afterABadCall();
    await clock.pass(2 * durations.endedShown);
    bob.phone.people.hear(true, [
      { extension: "101", name: "Alice", department: null, presence: "available" },
    ]);
    screen.showPerson("101");
    expect(texts(stage())).not.toContain(sentence);
    screen.closePerson();
    expect(texts(stage())).toContain(sentence);
  });

  it("has the form of the report, and that it was sent", async () => {
    await afterABadCall();
    await press(stage(), "Report this call");
    expect(all(stage(), "label").map(({ text }) => text)).toEqual([
      "I did not hear the other side",
      "The other side did not hear me",
      "It crackled or dropped out",
      "The call broke off",
      "Echo",
      "Something else",
      "Note (optional)",
    ]);
    choose(stage(), "crackled");
    write(stage(), "Every word twice");
    await submit(stage());
    expect(all(stage(), "form")).toEqual([]);
    expect(texts(stage())).toContain(sent);
    expect(buttons(stage())).toContain("Change the report");
    expect(bob.past.stories.get("c-1")?.report).toEqual({ what: "crackled", note: "Every word twice" });
  });
});

it("a call that was never answered is not reported on the stage", async () => {
  await bob.dials("101");
  await bob.phone.calls.hangUp(bob.call.key);
  await settled();
  expect(buttons(stage())).toEqual(["Back to the list", "Redial"]);
});

describe("a call's story in the list", () => {
  beforeEach(async () => {
    bob.past.stories.set("c1", told());
    await bob.phone.history.tell("c1");
  });

  it("offers to report it", async () => {
    await press(row(), "Report this call");
    choose(row(), "other");
    write(row(), html);
    await submit(row());
    expect(texts(row())).toContain(sent);
  });

  it("shows what was reported before, also from another page or before a reload", async () => {
    bob.past.stories.set("c1", told({ report: { what: "echo", note: html } }));
    await bob.phone.history.tell("c1");
    expect(texts(row())).toContain(sent);
    await press(row(), "Change the report");
    expect(all(row(), "textarea")[0]?.props["value"]).toBe(html);
    expect(all(row(), "input").find(({ props }) => props["checked"] === true)?.props["value"]).toBe("echo");
  });

  it("says what is wrong beside each part and keeps what was written", async () => {
    bob.past.flaws = [
      { field: "what", code: "empty" },
      { field: "note", code: "too-long" },
    ];
    await press(row(), "Report this call");
    write(row(), "n".repeat(501));
    await submit(row());
    expect(texts(row())).toEqual(
      expect.arrayContaining(["Choose what was wrong", "At most 500 characters", "Nothing was sent yet: see above."]),
    );
    expect(all(row(), "fieldset")[0]?.props["aria-invalid"]).toBe(true);
    expect(all(row(), "textarea")[0]?.props).toMatchObject({ "aria-invalid": true, value: "n".repeat(501) });
  });

  it("says that it did not arrive, or that the call is not kept", async () => {
    await press(row(), "Report this call");
    bob.past.broken = true;
    await submit(row());
    expect(texts(row()).find((text) => text.startsWith("The report could not be sent."))).toBeDefined();
    bob.past.broken = false;
    bob.past.stories.clear();
    await submit(row());
    expect(texts(row()).find((text) => text.startsWith("The server does not have this call"))).toBeDefined();
  });

  it("is where the form is, though the stage shows the same call", async () => {
    await press(row(), "Report this call");
    expect(bob.phone.reports.isAt("stage", "c1")).toBe(false);
    await press(row(), "Cancel");
    expect(all(row(), "form")).toEqual([]);
    expect(buttons(row())).toContain("Report this call");
  });
});

import type { JSX } from "preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../fake/clock";
import { contact } from "../fake/contact-desk";
import { elementsOf, type FakeElement } from "../fake/markup";
import { over } from "../fake/past-server";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import { BlockedSettings } from "./blocked-settings";
import { CallerActions } from "./caller-actions";
import { ContactCard } from "./contact-card";
import { ContactForm } from "./contact-form";
import { ContactList } from "./contact-list";
import { search } from "./directory-search";
import { FinderBox } from "./finder-box";
import { PastRow } from "./past-row";
import { Screen } from "./screen";

const html = `<img src=x onerror="alert(1)">`;
const longest = "ش".repeat(200);

let bob: FakePerson;
let screen: Screen;

beforeEach(async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const clock = new FakeClock();
  bob = new FakePerson("bob", new FakeSwitchboard(clock), clock);
  bob.contacts.kept = [contact("z")];
  screen = new Screen(bob.phone);
  await bob.logsIn();
});

const all = (tree: JSX.Element, type: string): FakeElement[] => elementsOf(tree).filter((one) => one.type === type);
const button = (tree: JSX.Element, name: string): FakeElement | undefined =>
  all(tree, "button").find(({ text, props }) => props["aria-label"] === name || text === name);
const press = async (element: FakeElement | undefined): Promise<void> => {
  if (element === undefined) throw new Error("no such button");
  (element.props["onClick"] as () => void)();
  await settled();
};
const list = (): JSX.Element => (
  <ContactList found={bob.phone.contacts.all.value ?? []} phone={bob.phone} screen={screen} />
);
const form = (): JSX.Element => {
  const draft = bob.phone.contacts.draft.value;
  if (draft === null) throw new Error("nothing is written");
  return <ContactForm draft={draft} phone={bob.phone} screen={screen} />;
};
const card = (): JSX.Element => (
  <ContactCard contact={bob.phone.contacts.get("z") ?? contact("gone")} phone={bob.phone} screen={screen} />
);
const actions = (name: string, number: string): JSX.Element | null =>
  CallerActions({ other: { name, number }, phone: bob.phone, screen });

describe("the contacts", () => {
  it("are found by a word of the name or company, and by a number in each form", () => {
    const found = (typed: string): number => search(bob.phone.contacts.all.value ?? [], typed).length;
    expect(["zoe", "ler mou", "+336", "0612", "leroi", "12"].map(found)).toEqual([1, 1, 1, 1, 0, 0]);
  });

  it("are suggested to whoever wants to call, not to whoever forwards a message", () => {
    const shown = (forCall: boolean): readonly unknown[] => {
      const box = new FinderBox(bob.phone, screen, 6, forCall);
      box.type("zoé");
      return box.shown.value;
    };
    expect(shown(true)).toEqual([{ name: "Zoé Leroy", extension: "+33612345678" }]);
    expect(shown(false)).toEqual([]);
  });

  it.each([html, longest, "مريم حسن", "名前"])("are shown as they are named, each in its own direction: %s", async (name) => {
    bob.contacts.kept = [contact("z", { name, company: name, note: name })];
    await bob.phone.contacts.read();
    expect(all(list(), "bdi")[0]?.text).toBe(name);
    const heading = all(card(), "h2")[0];
    expect([heading?.text, heading?.props["dir"]]).toEqual([name, "auto"]);
    expect(all(card(), "p").map(({ text, props }) => [text, props["dir"]])).toEqual([
      [name, "auto"],
      [name, "auto"],
    ]);
    expect(all(card(), "img")).toEqual([]);
  });

  it("are called at each of their numbers", async () => {
    await press(button(card(), "Call +33612345678"));
    expect(bob.call).toMatchObject({ number: "+33612345678", name: "Zoé Leroy" });
  });

  it("are deleted from their card, which goes away", async () => {
    screen.showContact("z");
    await press(button(card(), "Delete"));
    expect([screen.contact.value, bob.phone.contacts.all.value]).toEqual([null, []]);
    expect(bob.phone.contacts.deleted.offered.value?.name).toBe("Zoé Leroy");
  });
});

describe("the form of a contact", () => {
  it("begins empty, or with the contact", async () => {
    await press(button(list(), "Add a contact"));
    expect(all(form(), "input").map(({ props }) => props["value"])).toEqual(["", "", "", ""]);
    await press(button(form(), "Cancel"));
    await press(button(card(), "Edit"));
    expect(all(form(), "input").map(({ props }) => props["value"])).toEqual([
      ...["Zoé Leroy", "Moulins Leroy"],
      ...["+33612345678", "Mobile"],
    ]);
  });

  it("says beside each field what the server finds wrong with it", async () => {
    bob.phone.contacts.write();
    bob.contacts.refusal = {
      flaws: [
        { field: "name", code: "empty" },
        { field: "numbers.0.number", code: "no-number" },
      ],
    };
    await bob.phone.contacts.save();
    const wrong = all(form(), "input").filter(({ props }) => props["aria-invalid"] === true);
    const why = wrong.map(({ props }) => all(form(), "p").find((p) => p.props["id"] === props["aria-describedby"])?.text);
    expect(why).toEqual(["Something is missing here.", "This is no number that can be called."]);
  });

  it("says that the book is full", async () => {
    bob.phone.contacts.write();
    bob.contacts.refusal = { flaws: [{ field: "", code: "too-many" }] };
    await bob.phone.contacts.save();
    expect(all(form(), "p").map(({ text }) => text)).toContain("Your address book is full: delete a contact first.");
  });
});

describe("an earlier call", () => {
  it("names the contact, whatever the carrier said", () => {
    const call = over("c1", { other: { name: "WIRELESS CALLER", number: "0612345678" } });
    expect(all(<PastRow call={call} phone={bob.phone} screen={screen} />, "bdi")[0]?.text).toBe("Zoé Leroy");
  });

  it("offers to keep an unknown number from outside, with the name the carrier said", async () => {
    const offered = actions("Mrs Roy", "+33145678901");
    if (offered === null) throw new Error("nothing is offered");
    await press(button(offered, "Add to contacts"));
    expect(bob.phone.contacts.draft.value?.text).toMatchObject({ name: "Mrs Roy", numbers: [{ number: "+33145678901" }] });
  });

  it("offers nothing for colleagues, services and withheld numbers, and keeps no number twice", () => {
    expect(["101", "*97", ""].map((number) => actions("", number))).toEqual([null, null, null]);
    const offered = actions("", "0612345678");
    expect(offered === null ? [] : all(offered, "button").map(({ text }) => text)).toEqual(["Block this number"]);
  });

  it("blocks the number, and then offers to unblock it", async () => {
    const offered = (): JSX.Element => actions("", "+33145678901") ?? <p />;
    await press(button(offered(), "Block this number"));
    expect(bob.blocked.kept?.numbers.map(({ number }) => number)).toEqual(["+33145678901"]);
    await press(button(offered(), "Unblock this number"));
    expect(bob.blocked.kept?.numbers).toEqual([]);
  });
});

describe("the list of blocked callers", () => {
  const settings = (): JSX.Element => <BlockedSettings blocked={bob.phone.blocked} />;

  it("says what they hear, and unblocks each", async () => {
    bob.blocked.kept = { numbers: [{ number: "+33145678901", shownAs: [] }], withheld: true };
    await bob.phone.blocked.read();
    expect(all(settings(), "p")[0]?.text).toContain("they hear that the line is busy");
    expect(all(settings(), "input")[0]?.props["checked"]).toBe(true);
    await press(button(settings(), "Unblock +33145678901"));
    expect(bob.blocked.kept).toMatchObject({ numbers: [] });
  });
});

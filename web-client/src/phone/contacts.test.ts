import { beforeEach, describe, expect, it } from "vitest";
import { contact } from "../fake/contact-desk";
import { FakeClock } from "../fake/clock";
import { FakePerson } from "../fake/person";
import { FakeSwitchboard } from "../fake/switchboard";
import type { Contacts } from "./contacts";

let clock: FakeClock;
let bob: FakePerson;
let contacts: Contacts;

beforeEach(async () => {
  clock = new FakeClock();
  bob = new FakePerson("bob", new FakeSwitchboard(clock), clock);
  bob.contacts.kept = [contact("z"), contact("a", { name: "Äbi", numbers: [{ label: "", number: "3631", shownAs: ["3631"] }] })];
  contacts = bob.phone.contacts;
  await bob.logsIn();
});

const names = (): readonly string[] => (contacts.all.value ?? []).map(({ name }) => name);
const known = (number: string): string => bob.phone.state.known({ name: "WIRELESS CALLER", number }).name;

describe("the address book", () => {
  it("is there once the phone is, sorted by name", () => {
    expect(names()).toEqual(["Äbi", "Zoé Leroy"]);
  });

  it("names a number in each form in which carriers show it, and nobody else", () => {
    expect(["+33612345678", "0612345678", "3631"].map(known)).toEqual(["Zoé Leroy", "Zoé Leroy", "Äbi"]);
    expect(["", "+33612345679", "12345678"].map(known)).toEqual(["WIRELESS CALLER", "WIRELESS CALLER", "WIRELESS CALLER"]);
  });

  it("leaves colleagues their own names", () => {
    bob.phone.state.directory.value = [{ name: "Alice", extension: "3631" }];
    expect(bob.phone.state.known({ name: "Alice", number: "3631" }).name).toBe("Alice");
  });

  it("names the party of a call, anew when the contact is named otherwise, no longer when it is deleted", async () => {
    await bob.dials("+33612345678");
    expect(bob.call.name).toBe("Zoé Leroy");
    contacts.rewrite(contact("z"));
    contacts.edit({ name: "Zoé" });
    await contacts.save();
    expect(bob.call.name).toBe("Zoé");
    await contacts.remove(contact("z"));
    expect(bob.call.name).not.toContain("Zoé");
  });

  it("says of the first of two contacts that share a number", async () => {
    bob.contacts.kept = [contact("z"), contact("b", { name: "Benoît" })];
    await contacts.read();
    expect(known("+33612345678")).toBe("Benoît");
  });

  it("stays as it is when it cannot be read, which is told", async () => {
    bob.contacts.kept = undefined;
    await contacts.read();
    expect(names()).toHaveLength(2);
    expect(contacts.unread.value).toBe(true);
  });
});

describe("writing a contact", () => {
  it("adds one with what was typed", async () => {
    contacts.write("", "+33145678901");
    contacts.edit({ name: "مريم" });
    contacts.editNumber(0, { label: "عمل" });
    contacts.addNumber();
    contacts.editNumber(1, { number: "3631" });
    contacts.removeNumber(0);
    await contacts.save();
    expect(contacts.draft.value).toBeNull();
    expect(bob.contacts.kept?.at(-1)).toMatchObject({ name: "مريم", numbers: [{ label: "", number: "3631" }] });
    expect(names()).toContain("مريم");
  });

  it("keeps the text when the server refuses it, and says of each part why", async () => {
    bob.contacts.refusal = { flaws: [{ field: "name", code: "empty" }] };
    contacts.write();
    expect(await contacts.save()).toBeUndefined();
    expect(contacts.flaws.value).toEqual([{ field: "name", code: "empty" }]);
    bob.contacts.refusal = "failed";
    await contacts.save();
    expect([contacts.failed.value, contacts.flaws.value, contacts.draft.value === null]).toEqual([true, [], false]);
  });

  it("goes on with what was begun, unless there is a number to begin with", () => {
    contacts.write();
    contacts.edit({ name: "Half" });
    contacts.write();
    expect(contacts.draft.value?.text.name).toBe("Half");
    contacts.write("", "+331");
    expect(contacts.draft.value?.text).toMatchObject({ name: "", numbers: [{ number: "+331" }] });
  });
});

describe("deleting a contact", () => {
  it("is taken back within twenty seconds", async () => {
    await contacts.remove(contact("z"));
    expect(names()).toEqual(["Äbi"]);
    await contacts.undo();
    expect(names()).toEqual(["Äbi", "Zoé Leroy"]);
    await contacts.remove(contact("z"));
    await clock.pass(20_000);
    expect(contacts.deleted.offered.value).toBeNull();
  });

  it("that the server does not confirm brings it back, and is told", async () => {
    bob.contacts.broken = true;
    await contacts.remove(contact("z"));
    expect(names()).toEqual(["Äbi", "Zoé Leroy"]);
    expect([contacts.failed.value, contacts.deleted.offered.value]).toEqual([true, null]);
  });

  it("can be tried to take back again", async () => {
    await contacts.remove(contact("z"));
    bob.contacts.broken = true;
    await contacts.undo();
    expect([contacts.failed.value, contacts.deleted.offered.value?.id]).toEqual([true, "z"]);
  });
});

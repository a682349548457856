import { describe, expect, it } from "vitest";
import { asked, type EndReason, type PhoneCall, type TransferCard } from "../phone/call";
import { initials, timerStart } from "./call-parts";
import { titleFor } from "./title";
import { cardWords, nameOf, reasonWords, stateWords } from "./words/call-words";

const call = (change: Partial<PhoneCall>): PhoneCall => ({ ...asked("a", "102", "Bob", 1_000), ...change });

describe("a call on the screen", () => {
  it("shows its state in the fixed words alone", () => {
    const states = ["calling", "ringing", "in-call", "on-hold", "reconnecting", "ended"] as const;
    const said = states.map((state) => stateWords({ state, slot: null }));
    expect(said).toEqual(["Calling", "Ringing", "In call", "On hold", "Reconnecting", "Ended"]);
    expect(stateWords({ state: "parked", slot: "701" })).toBe("Parked on 701");
  });

  it("says in words why it ended", () => {
    const said = (reason: EndReason): string => reasonWords(call({ state: "ended", reason }));
    expect(said("busy")).toBe("The number is busy");
    expect(said("no-answer")).toBe("Nobody answered");
    expect(said("unknown-number")).toBe("This number does not exist");
    expect(said("declined")).toBe("Declined");
    expect(said("unreachable")).toBe("Not reachable");
    expect(said("not-allowed")).toBe("This number is not open from here");
    expect(said("transferred")).toBe("You handed the call on");
    expect(said("retrieved")).toBe("The call was taken from where you had parked it");
    expect(reasonWords(call({ reason: "cancelled", direction: "in" }))).toBe("Missed: the caller hung up");
    expect(reasonWords(call({}))).toBe("");
  });

  it("counts the time talked, and while it rings here the time waited", () => {
    expect(timerStart(call({}))).toBeNull();
    expect(timerStart(call({ answered: 5_000 }))).toBe(5_000);
    expect(timerStart(call({ direction: "in", state: "ringing" }))).toBe(1_000);
  });

  it("has a name: the person's, else the number, else none is known", () => {
    expect(nameOf(call({}))).toBe("Bob");
    expect(nameOf(call({ name: "" }))).toBe("102");
    expect(nameOf(call({ name: "", number: "" }))).toBe("Unknown number");
    expect(nameOf(call({ with: [{ name: "Carol", number: "103" }, { name: "", number: "+33145678901" }] }))).toBe(
      "Bob, Carol, +33145678901",
    );
    expect([initials("Mrs Jane Roy"), initials("Bob"), initials("+33145")]).toEqual(["MR", "B", ""]);
  });
});

describe("the card of a call that was handed on", () => {
  const words = (kind: TransferCard["kind"], name: string, number: string): string =>
    cardWords(call({ card: { kind, other: { name, number }, note: "" } }));

  it("says by whom, about whom, or why it is back", () => {
    expect(words("transferred", "Carol", "103")).toBe("Transferred by Carol");
    expect(words("consultation", "", "+33145678901")).toBe("Bob asks about +33145678901");
    expect(words("returned", "Carol", "103")).toBe("Back: Carol did not take it");
    expect(words("returned", "", "+33145678901")).toBe("Back: +33145678901 did not take it");
    expect(words("returned", "", "701")).toBe("Back from 701");
    expect(cardWords(call({}))).toBe("");
  });
});

it("says in the title who calls, then how the call stands, else the product's name", () => {
  const ringing = call({ direction: "in", state: "ringing", name: "Carol" });
  expect(titleFor([ringing], call({ state: "in-call" }))).toBe("Carol is calling");
  expect(titleFor([], call({ state: "in-call" }))).toBe("Bob: In call");
  expect(titleFor([], call({ state: "ended" }))).toBe("Sonnerie");
  expect(titleFor([], undefined)).toBe("Sonnerie");
});

import { describe, expect, it } from "vitest";
import { asked, type EndReason, type PhoneCall } from "../phone/call";
import { initials, timerStart } from "./call-parts";
import { titleFor } from "./title";
import { nameOf, reasonWords, stateWords } from "./words/call-words";

const call = (change: Partial<PhoneCall>): PhoneCall => ({ ...asked("a", "102", "Bob", 1_000), ...change });

describe("a call on the screen", () => {
  it("shows its state in the fixed words alone", () => {
    const states = ["calling", "ringing", "in-call", "on-hold", "reconnecting", "ended"] as const;
    expect(states.map(stateWords)).toEqual(["Calling", "Ringing", "In call", "On hold", "Reconnecting", "Ended"]);
  });

  it("says in words why it ended", () => {
    const said = (reason: EndReason): string => reasonWords(call({ state: "ended", reason }));
    expect(said("busy")).toBe("The number is busy");
    expect(said("no-answer")).toBe("Nobody answered");
    expect(said("unknown-number")).toBe("This number does not exist");
    expect(said("declined")).toBe("Declined");
    expect(said("unreachable")).toBe("Not reachable");
    expect(said("not-allowed")).toBe("This number is not open from here");
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
    expect([initials("Mrs Jane Roy"), initials("Bob"), initials("+33145")]).toEqual(["MR", "B", ""]);
  });
});

it("says in the title who calls, then how the call stands, else the product's name", () => {
  const ringing = call({ direction: "in", state: "ringing", name: "Carol" });
  expect(titleFor([ringing], call({ state: "in-call" }))).toBe("Carol is calling");
  expect(titleFor([], call({ state: "in-call" }))).toBe("Bob: In call");
  expect(titleFor([], call({ state: "ended" }))).toBe("Sonnerie");
  expect(titleFor([], undefined)).toBe("Sonnerie");
});

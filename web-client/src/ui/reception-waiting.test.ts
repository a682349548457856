import { expect, it } from "vitest";
import { adopted, told, type CallState, type CallView, type PhoneCall } from "../phone/call";
import { waitingOf } from "./reception-waiting";

const at = (second: number): string => new Date(second * 1_000).toISOString();
const view = (id: string, state: CallState, change: Partial<CallView> = {}): CallView => ({
  id,
  direction: "in",
  state,
  party: { name: id, number: "", via: "", heldByOther: false },
  began: at(0),
  answered: null,
  ended: null,
  media: "here",
  card: null,
  consult: null,
  slot: null,
  with: [],
  ...change,
});
const now = 100_000;
const call = (id: string, state: CallState, change: Partial<CallView> = {}): PhoneCall => adopted(id, view(id, state, change), now);

it("has who rings first, then who is on hold, then who is parked, the longest waiting first", () => {
  const calls = [
    call("parked", "parked", { answered: at(1), slot: "701" }),
    call("held later", "on-hold", { answered: at(30) }),
    call("held", "on-hold", { answered: at(20) }),
    call("talks", "in-call", { answered: at(20) }),
    call("rings later", "ringing", { began: at(50) }),
    call("rings", "ringing", { began: at(40) }),
    call("called", "ringing", { direction: "out" }),
    call("over", "ended"),
  ];
  expect(waitingOf(calls).map(({ call: { key }, remedy, since }) => [key, remedy, since / 1_000])).toEqual([
    ["rings", "answer", 40],
    ["rings later", "answer", 50],
    ["held", "resume", 20],
    ["held later", "resume", 30],
    ["parked", "retrieve", 1],
  ]);
});

it("counts from when the call was put on hold, not from when it was answered", () => {
  const talks = call("held", "in-call", { answered: at(20) });
  const held = told(talks, view("held", "on-hold", { answered: at(20) }), 70_000);
  const still = held && told(held, view("held", "on-hold", { answered: at(20) }), 90_000);
  expect(waitingOf(still === undefined ? [] : [still]).map(({ since }) => since)).toEqual([70_000]);
});

it("leaves out a call about which somebody is asked", () => {
  const consult = { party: { name: "Bob", number: "102" }, state: "ringing", ended: null } as const;
  expect(waitingOf([call("asked about", "on-hold", { answered: at(1), consult })])).toEqual([]);
});

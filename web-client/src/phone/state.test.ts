import { expect, it } from "vitest";
import { asked, type PhoneCall } from "./call";
import { PhoneState } from "./state";

const call = (key: string, state: PhoneCall["state"], direction: PhoneCall["direction"] = "out"): PhoneCall => ({
  ...asked(key, "102", "Bob", 0),
  state,
  direction,
});

it("gives the stage to the call that matters most, and never to one that wants an answer", () => {
  const state = new PhoneState();
  expect(state.onStage.value).toBeUndefined();
  state.put(call("a", "ringing", "in"));
  expect(state.onStage.value).toBeUndefined();
  expect(state.ringing.value.map((one) => one.key)).toEqual(["a"]);
  state.put(call("b", "on-hold"));
  state.put(call("c", "calling"));
  state.put(call("d", "ended"));
  expect(state.onStage.value?.key).toBe("c");
  state.put(call("e", "in-call"));
  expect(state.onStage.value?.key).toBe("e");
});

it("leaves the stage to the call chosen, also when it has ended, until that is put away", () => {
  const state = new PhoneState();
  state.put(call("a", "in-call"));
  state.put(call("b", "on-hold"));
  state.choose("a");
  state.put(call("a", "ended"));
  expect(state.onStage.value?.key).toBe("a");
  state.retire("a");
  expect(state.onStage.value?.key).toBe("b");
  expect(state.earlier.value.map((one) => one.key)).toEqual(["a"]);
});

it("leaves the stage to whoever speaks rather than to a call that is parked", () => {
  const state = new PhoneState();
  state.put(call("a", "parked"));
  expect(state.onStage.value?.key).toBe("a");
  state.put(call("b", "on-hold"));
  expect(state.onStage.value?.key).toBe("b");
});

it("does not put a live call away", () => {
  const state = new PhoneState();
  state.put(call("a", "in-call"));
  state.retire("a");
  expect(state.calls.value).toHaveLength(1);
});

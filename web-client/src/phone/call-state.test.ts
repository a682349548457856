import { describe, expect, it } from "vitest";
import type { CallState } from "../signaling/messages";
import { mayMove } from "./call-state";

const states: CallState[] = ["calling", "ringing", "in-call", "on-hold", "reconnecting", "parked", "ended"];

describe("a call's states", () => {
  it.each(states)("%s may stay and may end", (state) => {
    expect(mayMove(state, state)).toBe(true);
    expect(mayMove(state, "ended")).toBe(true);
  });

  it.each(states.filter((state) => state !== "ended"))("an ended call does not come back as %s", (state) => {
    expect(mayMove("ended", state)).toBe(false);
  });

  it("an answered call does not ring again", () => {
    for (const answered of ["in-call", "on-hold"] as const) {
      expect(mayMove(answered, "calling")).toBe(false);
      expect(mayMove(answered, "ringing")).toBe(false);
    }
  });

  it("is parked once it was answered, and does not ring from there", () => {
    expect(mayMove("in-call", "parked")).toBe(true);
    expect(mayMove("on-hold", "parked")).toBe(true);
    expect(mayMove("ringing", "parked")).toBe(false);
    expect(mayMove("parked", "ringing")).toBe(false);
  });

  it("holds and resumes, is lost and found", () => {
    expect(mayMove("in-call", "on-hold")).toBe(true);
    expect(mayMove("on-hold", "in-call")).toBe(true);
    expect(mayMove("in-call", "reconnecting")).toBe(true);
    expect(mayMove("reconnecting", "in-call")).toBe(true);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock } from "../fake/clock";
import { asked, type CallState, type PhoneCall } from "./call";
import { backShown, doubtAfter, Interruptions } from "./interruptions";
import { PhoneState } from "./state";

describe("a call whose connection is lost", () => {
  let clock: FakeClock;
  let state: PhoneState;
  let interruptions: Interruptions;
  let doubts: number;

  const call = (): PhoneCall | undefined => state.get("call-1");
  const move = (next: CallState): void => {
    const before = call();
    if (before !== undefined) state.put({ ...before, state: next });
  };

  beforeEach(() => {
    doubts = 0;
    clock = new FakeClock();
    state = new PhoneState();
    const calls = {
      move: (_: string, next: CallState): void => {
        move(next);
      },
      doubt: (): void => {
        doubts++;
      },
    };
    interruptions = new Interruptions(state, calls, clock);
    state.put({ ...asked("call-1", "102", "Bob", clock.now()), id: "c-1", state: "in-call" });
  });

  it("is said to be lost once nothing comes and the server cannot be asked", () => {
    state.offline.value = true;
    interruptions.heard("c-1", 50);
    expect(call()?.state).toBe("in-call");
    interruptions.heard("c-1", 0);
    expect(call()?.state).toBe("reconnecting");
  });

  it("stands as the server says while that is reached, whatever comes", () => {
    interruptions.heard("c-1", 0);
    expect(call()?.state).toBe("in-call");
  });

  it("stands as before when sound comes again, though the server is still away", async () => {
    move("on-hold");
    state.offline.value = true;
    interruptions.heard("c-1", 0);
    await clock.pass(2_000);
    interruptions.heard("c-1", 12);
    expect(call()?.state).toBe("on-hold");
    expect(interruptions.over.value.get("call-1")).toBe(2_000);
  });

  it("is told to be back, for a while, with how long it was gone", async () => {
    move("reconnecting");
    await clock.pass(4_000);
    move("in-call");
    expect(interruptions.over.value.get("call-1")).toBe(4_000);
    await clock.pass(backShown);
    expect(interruptions.over.value.size).toBe(0);
  });

  it("that ends while it is lost is not back", async () => {
    move("reconnecting");
    await clock.pass(4_000);
    move("ended");
    expect(interruptions.over.value.size).toBe(0);
  });

  it("makes the server doubted once for each silence", () => {
    for (let second = 0; second < 3 * doubtAfter; second++) interruptions.heard("c-1", 0);
    expect(doubts).toBe(1);
    interruptions.heard("c-1", 50);
    for (let second = 0; second < doubtAfter; second++) interruptions.heard("c-1", 0);
    expect(doubts).toBe(2);
  });

  it("is not taken for another one that nobody knows", () => {
    state.offline.value = true;
    interruptions.heard("c-2", 0);
    expect(call()?.state).toBe("in-call");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { FakeBlockedDesk } from "../fake/blocked-desk";
import { FakeClock } from "../fake/clock";
import { BlockedCallers } from "./blocked";

let desk: FakeBlockedDesk;
let blocked: BlockedCallers;

beforeEach(async () => {
  desk = new FakeBlockedDesk();
  desk.kept = { numbers: [{ number: "+33145678901", shownAs: ["+33145678901", "0145678901"] }], withheld: false };
  blocked = new BlockedCallers(desk, new FakeClock());
  await blocked.read();
});

const numbers = (): readonly string[] => (blocked.list.value?.numbers ?? []).map(({ number }) => number);

describe("blocked callers", () => {
  it("are known in each form in which carriers show them", () => {
    expect(["0145678901", "+33145678901", "145678901"].map((one) => blocked.entryOf(one))).toEqual([
      "+33145678901",
      "+33145678901",
      undefined,
    ]);
  });

  it("are blocked and unblocked, each to be taken back", async () => {
    await blocked.block("+441");
    expect(numbers()).toEqual(["+33145678901", "+441"]);
    await blocked.undo();
    expect(numbers()).toEqual(["+33145678901"]);
    await blocked.unblock("+33145678901");
    expect(numbers()).toEqual([]);
    await blocked.undo();
    expect(numbers()).toEqual(["+33145678901"]);
    expect(blocked.last.offered.value).toBeNull();
  });

  it("may be all who hide their number", async () => {
    await blocked.blockWithheld(true);
    expect([blocked.list.value?.withheld, desk.kept?.withheld]).toEqual([true, true]);
  });

  it("stay as they are when a change is refused, and it is said why", async () => {
    desk.refusal = { flaws: [{ field: "number", code: "too-many" }] };
    await blocked.block("+441");
    expect([numbers(), blocked.trouble.value]).toEqual([["+33145678901"], "too-many"]);
    desk.refusal = "failed";
    await blocked.unblock("+33145678901");
    expect([numbers(), blocked.trouble.value, blocked.last.offered.value]).toEqual([["+33145678901"], "failed", null]);
    desk.refusal = undefined;
    await blocked.block("+441");
    expect(blocked.trouble.value).toBeNull();
  });
});

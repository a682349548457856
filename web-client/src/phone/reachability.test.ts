import { beforeEach, describe, expect, it } from "vitest";
import { FakeReachDesk, plain } from "../fake/reach-desk";
import { Reachability } from "./reachability";

describe("how I am reached", () => {
  let desk: FakeReachDesk;
  let reachability: Reachability;

  beforeEach(async () => {
    desk = new FakeReachDesk();
    reachability = new Reachability(desk);
    await reachability.read();
  });

  it("is what the company says until I save something else", async () => {
    expect(reachability.inForce.value).toMatchObject({ own: false });
    reachability.edit({ doNotDisturb: true });
    await reachability.save();
    expect(desk.kept).toMatchObject({ own: true, reach: { doNotDisturb: true } });
    expect(reachability.inForce.value).toMatchObject({ own: true });
    expect(reachability.outcome.value).toBe("saved");
  });

  it("goes back to what the company says", async () => {
    reachability.edit({ always: "102" });
    await reachability.save();
    await reachability.reset();
    expect(reachability.draft.value).toEqual(plain);
    expect(reachability.outcome.value).toBe("reset");
  });

  it("keeps what I write when it is refused, and says what is wrong until it is right", async () => {
    desk.refusal = { flaws: [{ field: "always", code: "unknown-target" }] };
    reachability.edit({ always: "999" });
    await reachability.save();
    expect(reachability.draft.value?.always).toBe("999");
    expect(reachability.flaws.value).toEqual([{ field: "always", code: "unknown-target" }]);
    expect(reachability.outcome.value).toBe("refused");
    desk.refusal = undefined;
    reachability.edit({ always: "102" });
    expect(reachability.outcome.value).toBeNull();
    await reachability.save();
    expect(reachability.flaws.value).toEqual([]);
  });

  it("says that nobody knows whether it was saved", async () => {
    desk.refusal = "failed";
    await reachability.save();
    expect(reachability.outcome.value).toBe("failed");
  });

  it("is read anew, but for what I am writing", async () => {
    desk.kept = { own: true, ringSeconds: 20, voicemail: true, reach: { ...plain, busy: "103" } };
    await reachability.read();
    expect(reachability.draft.value?.busy).toBe("103");
    reachability.edit({ noAnswer: "102" });
    desk.kept = { own: true, ringSeconds: 20, voicemail: true, reach: plain };
    await reachability.read();
    expect(reachability.draft.value).toMatchObject({ busy: "103", noAnswer: "102" });
  });

  it("says when it cannot be read", async () => {
    desk.kept = undefined;
    const other = new Reachability(desk);
    await other.read();
    expect(other.inForce.value).toBe("failed");
    await reachability.read();
    expect(reachability.draft.value).toEqual(plain);
  });
});

describe("my rules", () => {
  let reachability: Reachability;

  beforeEach(async () => {
    reachability = new Reachability(new FakeReachDesk());
    await reachability.read();
    for (const name of ["first", "second"]) {
      reachability.addRule();
      reachability.editRule((reachability.draft.value?.rules.length ?? 0) - 1, { name });
    }
  });

  const names = (): string[] => reachability.draft.value?.rules.map((rule) => rule.name) ?? [];

  it("are added, changed, raised and removed", () => {
    expect(names()).toEqual(["first", "second"]);
    reachability.raiseRule(1);
    expect(names()).toEqual(["second", "first"]);
    reachability.raiseRule(0);
    expect(names()).toEqual(["second", "first"]);
    reachability.editRule(1, { callers: "numbers", numbers: ["+3361*"] });
    reachability.removeRule(0);
    expect(reachability.draft.value?.rules).toEqual([
      { name: "first", callers: "numbers", numbers: ["+3361*"], week: null, to: null },
    ]);
  });
});

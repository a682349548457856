import type { JSX } from "preact";
import { beforeEach, describe, expect, it } from "vitest";
import { elementsOf, type FakeElement } from "../fake/markup";
import { FakeReachDesk } from "../fake/reach-desk";
import { Reachability } from "../phone/reachability";
import { ReachForm } from "./reach-settings";

describe("the form of how I am reached", () => {
  let desk: FakeReachDesk;
  let reachability: Reachability;

  beforeEach(async () => {
    desk = new FakeReachDesk();
    reachability = new Reachability(desk);
    await reachability.read();
  });

  const form = (): JSX.Element => <ReachForm reachability={reachability} />;
  const withId = (id: string): FakeElement | undefined => elementsOf(form()).find(({ props }) => props["id"] === id);
  const said = (type: string): string[] =>
    elementsOf(form())
      .filter((element) => element.type === type)
      .map(({ text }) => text);

  it("shows where calls go and asks for a number only where one is needed", () => {
    expect(withId("reach-always")?.props["value"]).toBe("none");
    reachability.edit({ always: "102", busy: "voicemail" });
    expect(withId("reach-always")?.props["value"]).toBe("other");
    expect(withId("reach-busy")?.props["value"]).toBe("voicemail");
    const numbers = elementsOf(form()).filter(({ props }) => props["placeholder"] === "Extension or number");
    expect(numbers.map(({ props }) => props["value"])).toEqual(["102"]);
  });

  it("marks the part that is wrong", async () => {
    desk.refusal = {
      flaws: [
        { field: "always", code: "not-open" },
        { field: "rules.0.numbers", code: "empty" },
        { field: "followMe.afterSeconds", code: "too-late" },
      ],
    };
    reachability.edit({ always: "+442079460000", followMe: { number: "0612345678", afterSeconds: 30 } });
    reachability.addRule();
    await reachability.save();
    expect(withId("reach-always-flaw")?.text).toBe("Your company does not call this number.");
    expect(withId("reach-rule-0-callers-flaw")?.text).toBe("Something is missing here.");
    expect(withId("reach-after-flaw")?.text).toContain("0 to 19 seconds");
    expect(said("p")).toContain("Nothing was saved: see what is marked above.");
  });

  it("offers to go back only to who has settings of his own", async () => {
    expect(said("button")).not.toContain("As my company says");
    await reachability.save();
    expect(said("button")).toContain("As my company says");
    expect(said("p")).toContain("Saved. It counts for the next call.");
  });

  it("shows the hours of a rule, or says that they are more than one", () => {
    const rule = { name: "Lunch", callers: "everybody", numbers: null, week: { mon: ["12:00-13:00"] }, to: null } as const;
    reachability.edit({ rules: [rule] });
    const times = elementsOf(form()).filter(({ props }) => props["type"] === "time");
    expect(times.map(({ props }) => props["value"])).toEqual(["12:00", "13:00"]);
    reachability.editRule(0, { week: { mon: ["09:00-12:00", "14:00-18:00"] } });
    expect(said("p")).toContain("This rule has several times. They stay as they are.");
  });

  it("says when nothing could be read", async () => {
    const broken = new FakeReachDesk();
    broken.kept = undefined;
    const unread = new Reachability(broken);
    await unread.read();
    expect(elementsOf(<ReachForm reachability={unread} />)[0]?.text).toContain("could not be loaded");
    expect(unread.draft.value).toBeNull();
  });
});

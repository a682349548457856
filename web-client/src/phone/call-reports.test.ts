import { beforeEach, describe, expect, it } from "vitest";
import { FakePastServer, told } from "../fake/past-server";
import { CallReports } from "./call-reports";

let past: FakePastServer;
let reports: CallReports;

beforeEach(() => {
  past = new FakePastServer();
  past.stories.set("c1", told());
  reports = new CallReports(past.past);
});

const begun = (): void => {
  reports.write({ call: "c1", place: "list" }, null);
  reports.edit({ what: "crackled" });
  reports.edit({ note: "Every word twice" });
};

describe("a report", () => {
  it("is sent with what was chosen and written, and its form is closed", async () => {
    begun();
    expect(await reports.send()).toBe(true);
    expect(past.stories.get("c1")?.report).toEqual({ what: "crackled", note: "Every word twice" });
    expect(reports.sent("c1")).toMatchObject({ what: "crackled", note: "Every word twice" });
    expect(reports.open.value).toBeNull();
  });

  it("that is refused stays as it was written, with what is wrong", async () => {
    past.flaws = [{ field: "note", code: "too-long" }];
    begun();
    expect(await reports.send()).toBe(false);
    expect(reports.flaws.value).toEqual(past.flaws);
    expect(reports.draft("c1")).toEqual({ what: "crackled", note: "Every word twice" });
    past.flaws = [];
    expect(await reports.send()).toBe(true);
    expect(reports.flaws.value).toEqual([]);
  });

  it("that did not arrive, or whose call the server does not keep, says which, and stays", async () => {
    past.broken = true;
    begun();
    expect(await reports.send()).toBe(false);
    expect(reports.trouble.value).toBe("failed");
    past.broken = false;
    past.stories.clear();
    expect(await reports.send()).toBe(false);
    expect(reports.trouble.value).toBe("no-such-call");
    expect(reports.draft("c1").note).toBe("Every word twice");
  });

  it("that was begun is gone on with when its form is opened elsewhere", () => {
    begun();
    reports.write({ call: "c2", place: "list" }, null);
    expect(reports.draft("c2")).toEqual({ what: null, note: "" });
    reports.write({ call: "c1", place: "stage" }, null);
    expect(reports.draft("c1").note).toBe("Every word twice");
  });

  it("that is given up is forgotten", () => {
    begun();
    reports.cancel();
    reports.write({ call: "c1", place: "list" }, null);
    expect(reports.draft("c1")).toEqual({ what: null, note: "" });
  });

  it("is changed beginning with what was reported before", async () => {
    reports.write({ call: "c1", place: "list" }, { what: "echo", note: "Mine" });
    expect(reports.draft("c1")).toEqual({ what: "echo", note: "Mine" });
    reports.edit({ note: "Ours" });
    await reports.send();
    expect(past.stories.get("c1")?.report).toEqual({ what: "echo", note: "Ours" });
  });

  it("is sent once, however often the button is pressed", async () => {
    begun();
    const first = reports.send();
    expect(await reports.send()).toBe(false);
    expect(await first).toBe(true);
    expect(past.requests).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import { meant, suggest } from "./finder";

const directory = [
  { name: "Bob", extension: "102" },
  { name: "Carol Bonnet", extension: "103" },
  { name: "René Roy", extension: "110" },
];
const names = (typed: string): string[] => suggest(directory, typed).map((entry) => entry.name);

describe("suggestions", () => {
  it("come by any word of the name, the beginning first", () => {
    expect(names("bo")).toEqual(["Bob", "Carol Bonnet"]);
    expect(names("roy")).toEqual(["René Roy"]);
  });

  it("come without accents and by extension", () => {
    expect(names("rene")).toEqual(["René Roy"]);
    expect(names("10")).toEqual(["Bob", "Carol Bonnet"]);
  });

  it("do not come for nothing", () => {
    expect(names(" ")).toEqual([]);
    expect(names("xyz")).toEqual([]);
  });
});

describe("what is meant", () => {
  it("is the first person for a name, and the one chosen if one was", () => {
    expect(meant("bo", suggest(directory, "bo"), -1)).toEqual({ to: "102", name: "Bob" });
    expect(meant("bo", suggest(directory, "bo"), 1)).toEqual({ to: "103", name: "Carol Bonnet" });
  });

  it("is the number itself, though people match it", () => {
    expect(meant("10", suggest(directory, "10"), -1)).toEqual({ to: "10", name: "" });
    expect(meant("01 45.67-89 01", [], -1)).toEqual({ to: "0145678901", name: "" });
    expect(meant("+33 (1) 45", [], -1)).toEqual({ to: "+33145", name: "" });
    expect(meant("*43", [], -1)).toEqual({ to: "*43", name: "" });
  });

  it("is left to the server where nobody matches, and nothing for nothing", () => {
    expect(meant("zoe", [], -1)).toEqual({ to: "zoe", name: "" });
    expect(meant("  ", [], -1)).toBeUndefined();
  });
});

import { expect, it } from "vitest";
import { cookie } from "./browser";

it("finds a cookie among others, whole and decoded", () => {
  expect(cookie("XSRF-TOKEN", "a=b; XSRF-TOKEN=1%2F2==; c=d")).toBe("1/2==");
  expect(cookie("TOKEN", "XSRF-TOKEN=1")).toBe("");
  expect(cookie("XSRF-TOKEN", "")).toBe("");
});

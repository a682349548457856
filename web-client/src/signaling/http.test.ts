import { describe, expect, it } from "vitest";
import { cookie, Http } from "./http";

it("finds a cookie among others, whole and decoded", () => {
  expect(cookie("XSRF-TOKEN", "a=b; XSRF-TOKEN=1%2F2==; c=d")).toBe("1/2==");
  expect(cookie("TOKEN", "XSRF-TOKEN=1")).toBe("");
  expect(cookie("XSRF-TOKEN", "")).toBe("");
});

describe("what is asked by HTTP", () => {
  let cookies = "";
  let language = "en-GB";
  const asked: (RequestInit | undefined)[] = [];
  const answering = (...answers: (number | Error)[]): Http => {
    asked.length = 0;
    return new Http(
      (_, init) => {
        asked.push(init);
        const next = answers.shift() ?? 500;
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(new Response(null, { status: next }));
      },
      () => cookies,
      () => language,
    );
  };
  const tokens = (): unknown[] => asked.map((init) => (init?.headers as Record<string, string>)["X-XSRF-TOKEN"]);

  it("carries the CSRF token and its body where something is to change, and no redirect is followed", async () => {
    cookies = "XSRF-TOKEN=t1";
    expect((await answering(204).change("POST", "/x", { to: "102" }))?.status).toBe(204);
    expect(asked).toMatchObject([{ method: "POST", redirect: "manual", body: '{"to":"102"}' }]);
    expect(tokens()).toEqual(["t1"]);
    await answering(200).get("/x");
    expect(tokens()).toEqual([undefined]);
  });

  it("is tried once more, with the token that a refusal brought", async () => {
    cookies = "";
    const http = answering(403, 204);
    const answer = http.change("DELETE", "/x");
    cookies = "XSRF-TOKEN=t2";
    expect((await answer)?.status).toBe(204);
    expect(tokens()).toEqual(["", "t2"]);
    expect((await answering(403, 403).change("POST", "/x"))?.status).toBe(403);
    expect(asked).toHaveLength(2);
  });

  it("asks for answers in the language of the page, as it is at that moment", async () => {
    await answering(200).get("/x");
    expect(asked).toMatchObject([{ headers: { "Accept-Language": "en-GB" } }]);
    language = "fr-CH";
    await answering(204).change("PUT", "/x", {});
    expect(asked).toMatchObject([{ headers: { "Accept-Language": "fr-CH" } }]);
  });

  it("has no answer where the network has none", async () => {
    expect(await answering(new TypeError("no network")).get("/x")).toBeUndefined();
  });
});

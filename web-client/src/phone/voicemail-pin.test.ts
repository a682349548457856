import { describe, expect, it } from "vitest";
import { Http } from "../signaling/http";
import { HttpMailboxPin } from "../signaling/http-mailbox-pin";
import { VoicemailPin } from "./voicemail-pin";

interface Said {
  readonly status: number;
  readonly body: string;
}

/** A PIN at a server that answers so, and what it was asked. */
function pinAt(...answers: readonly (Said | "nothing")[]): { pin: VoicemailPin; asked: string[] } {
  const asked: string[] = [];
  const left = [...answers];
  const fetch = (path: string, init?: RequestInit): Promise<Response> => {
    asked.push([init?.method ?? "GET", path, typeof init?.body === "string" ? init.body : ""].join(" ").trim());
    const said = left.shift() ?? "nothing";
    if (said === "nothing") return Promise.reject(new TypeError("no answer"));
    const { status, body } = said;
    const response = { status, ok: status < 300, type: "basic", text: () => Promise.resolve(body) };
    return Promise.resolve(response as unknown as Response);
  };
  const http = new Http(
    (path, init) => fetch(path as string, init),
    () => "XSRF-TOKEN=t1",
    () => "en-GB",
  );
  return { pin: new VoicemailPin(new HttpMailboxPin(http)), asked };
}

describe("the PIN of a mailbox", () => {
  it("is known to be there or not; where that cannot be read, nothing is claimed", async () => {
    const { pin, asked } = pinAt({ status: 200, body: '{"set":false}' }, { status: 200, body: '{"set":true}' }, "nothing");
    await pin.read();
    expect(pin.isSet.value).toBe(false);
    await pin.read();
    expect(pin.isSet.value).toBe(true);
    await pin.read();
    expect(pin.isSet.value).toBeNull();
    expect(asked).toEqual(Array(3).fill("GET /phone/voicemail/pin"));
  });

  it("is changed", async () => {
    const { pin, asked } = pinAt({ status: 204, body: "" });
    expect(await pin.change("4711")).toBe(true);
    expect(asked).toEqual(['PUT /phone/voicemail/pin {"pin":"4711"}']);
    expect([pin.isSet.value, pin.outcome.value, pin.saving.value]).toEqual([true, "done", false]);
  });

  it.each(["pin-length", "pin-trivial", "pin-extension"] as const)("is refused: %s", async (code) => {
    const { pin } = pinAt({ status: 422, body: `{"code":"${code}"}` });
    expect(await pin.change("1111")).toBe(false);
    expect([pin.isSet.value, pin.outcome.value]).toEqual([null, code]);
  });

  it.each(["nothing", { status: 500, body: "" }, { status: 422, body: "{}" }] as const)(
    "says that it failed where no answer can be understood",
    async (said) => {
      const { pin } = pinAt(said);
      expect(await pin.change("4711")).toBe(false);
      expect(pin.outcome.value).toBe("failed");
    },
  );
});

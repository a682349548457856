import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Link } from "./link";
import type { ClientMessage, Request } from "./messages";
import { readServerMessage } from "./read";
import type { SocketEvents } from "./socket";

const folder = new URL("../../../docs/protocol/", import.meta.url);
const names = readdirSync(folder);
const golden = (name: string): string => readFileSync(new URL(name, folder), "utf8");

describe("every golden message of the server", () => {
  it.each(names.filter((name) => name.startsWith("server-")))("%s is read whole", (name) => {
    expect(readServerMessage(golden(name))).toEqual(JSON.parse(golden(name)));
  });

  it.each(["card", "consult", "slot", "with"])("is refused without the call's %s", (member) => {
    const frame = golden("server-call-parked.json");
    expect(readServerMessage(frame.replace(`"${member}":`, `"no-${member}":`))).toBeUndefined();
  });

  it("is refused if a card or a consultation is of no known kind", () => {
    const card = golden("server-call-card.json").replace('"kind": "transferred"', '"kind": "lost"');
    const consult = golden("server-call-consult.json").replace('"state": "ended"', '"state": "parked"');
    for (const frame of [card, consult]) expect(readServerMessage(frame)).toBeUndefined();
  });

  it("is refused if it is no object, no JSON, of an unknown type, or lacks a member", () => {
    const lacking = golden("server-call.json").replace('"media": "here"', '"sound": "here"');
    for (const frame of ["", "{", "[]", "7", "null", '{"type":"dance","seq":1}', '{"type":"probe"}', lacking]) {
      expect(readServerMessage(frame)).toBeUndefined();
    }
  });
});

/** A link with a scripted other end that never answers but the hello. */
function sent(ids: number): { link: Link; frames: string[]; connect: () => Promise<void> } {
  const frames: string[] = [];
  let events: SocketEvents | undefined;
  const link = new Link(
    {
      ticket: () => Promise.resolve({ kind: "given", ticket: "t0" }),
      dial: (given) => {
        events = given;
        return { send: (frame) => frames.push(frame), close: () => undefined };
      },
      signOut: () => Promise.resolve(),
      after: () => () => undefined,
      chance: () => 0,
    },
    { moved: () => undefined, welcome: () => undefined, news: () => undefined },
    () => false,
  );
  const connect = async (): Promise<void> => {
    link.start();
    await Promise.resolve();
    events?.opened();
    events?.received(golden("server-welcome.json"));
    // Ids grow from 1: what comes before the message wanted is thrown away.
    for (let id = 2; id < ids; id++) link.tell({ type: "leaving" });
  };
  return { link, frames, connect };
}

describe("every golden message of the page", () => {
  const requests = names.filter((name) => name.startsWith("client-") && !name.startsWith("client-hello"));

  it.each(requests)("%s is what the link sends", async (name) => {
    const wanted = JSON.parse(golden(name)) as ClientMessage;
    const { link, frames, connect } = sent(wanted.id);
    await connect();
    const { id: _id, ...request } = wanted;
    link.tell(request as Request);
    expect(JSON.parse(frames.at(-1) ?? "")).toEqual(wanted);
  });

  it("client-hello.json is how the link begins", async () => {
    const { frames, connect } = sent(1);
    await connect();
    expect(JSON.parse(frames[0] ?? "")).toEqual(JSON.parse(golden("client-hello.json")));
  });
});

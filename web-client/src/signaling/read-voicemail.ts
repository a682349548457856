import type { VoicemailMessage } from "./mailbox";
import { Members, readable, someone, time } from "./members";

const boxes = ["person", "group", "queue"] as const;

/** The messages in an answer, or undefined if it is none of the protocol. */
export function readMessages(body: string): readonly VoicemailMessage[] | undefined {
  return readable(() => new Members(JSON.parse(body)).list("messages", message));
}

/** The code of a refusal, or undefined if the answer has none. */
export function readCode(body: string): string | undefined {
  return readable(() => new Members(JSON.parse(body)).text("code"));
}

function message(from: Members): VoicemailMessage {
  const box = from.members("box");
  return {
    id: from.text("id"),
    box: { kind: box.oneOf("kind", boxes), name: box.text("name") },
    caller: someone(from.members("caller")),
    at: time(from),
    seconds: from.number("seconds"),
    urgent: from.flag("urgent"),
    cutShort: from.flag("cutShort"),
    heard: from.flag("heard"),
  };
}

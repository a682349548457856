import type { MailboxContents, MailboxName, VoicemailMessage } from "./mailbox";
import { Members, readable, someone, time } from "./members";

const boxes = ["person", "group", "queue"] as const;

/** The messages and full mailboxes in an answer, or undefined if it is none of the protocol. */
export function readContents(body: string): MailboxContents | undefined {
  return readable(() => {
    const from = new Members(JSON.parse(body));
    return { messages: from.list("messages", message), full: from.list("full", mailboxName) };
  });
}

export function mailboxName(from: Members): MailboxName {
  return { kind: from.oneOf("kind", boxes), name: from.text("name") };
}

/** The code of a refusal, or undefined if the answer has none. */
export function readCode(body: string): string | undefined {
  return readable(() => new Members(JSON.parse(body)).text("code"));
}

function message(from: Members): VoicemailMessage {
  return {
    id: from.text("id"),
    box: mailboxName(from.members("box")),
    caller: someone(from.members("caller")),
    at: time(from),
    seconds: from.number("seconds"),
    urgent: from.flag("urgent"),
    cutShort: from.flag("cutShort"),
    heard: from.flag("heard"),
  };
}

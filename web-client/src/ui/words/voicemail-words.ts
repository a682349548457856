import type { MailboxAnswer, Notice, VoicemailMessage } from "../../phone/voicemail";
import { duration, say, sayCounted, type Word } from "./words";

/** How many messages wait to be heard. */
export function unheardWords(count: number): string {
  return sayCounted("voicemail.unheard", count);
}

/** Who left the message. */
export function callerName({ caller }: VoicemailMessage): string {
  return caller.name || caller.number || say("voicemail.withheld");
}

/** What there is to say beside who left it and when. */
export function aboutWords({ caller, box, seconds }: VoicemailMessage): string {
  const number = caller.name === "" ? "" : caller.number;
  const group = box.kind !== "person" ? say("voicemail.box", { box: box.name }) : "";
  return [number, duration(seconds * 1_000), group].filter((part) => part !== "").join(" · ");
}

export function deletedWords(count: number): string {
  return sayCounted("voicemail.deleted", count);
}

export function noticeWords(notice: Notice): string {
  switch (notice.kind) {
    case "forwarded":
      return say("voicemail.forwarded", { to: notice.to });
    case "not-deleted":
      return say("voicemail.not-deleted");
    case "not-restored":
      return say("voicemail.not-restored");
    default:
      return notice satisfies never;
  }
}

const refusals: Readonly<Record<Exclude<MailboxAnswer, "done">, Word>> = {
  "no-mailbox": "forward.no-mailbox",
  gone: "forward.gone",
  failed: "forward.failed",
};

/** Why a message was not forwarded. */
export function forwardRefusal(answer: Exclude<MailboxAnswer, "done">): Word {
  return refusals[answer];
}

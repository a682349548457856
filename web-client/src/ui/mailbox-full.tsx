import type { JSX } from "preact";
import type { Voicemail } from "../phone/voicemail";
import { Icon } from "./icon";
import { say } from "./words/words";

/** Above the messages: callers can leave no more of them. */
export function MailboxFull({ voicemail }: { readonly voicemail: Voicemail }): JSX.Element | null {
  const full = voicemail.full.value;
  if (full.length === 0) return null;
  const names = full.filter(({ kind }) => kind !== "person").map(({ name }) => name);
  const mine = full.some(({ kind }) => kind === "person");
  return (
    <div class="stale" role="alert">
      <Icon name="circle-alert" />
      <p>
        <strong>{say("voicemail.full")}</strong> {[mine ? say("voicemail.full.mine") : "", ...names].filter((one) => one !== "").join(", ")}.{" "}
        {say("voicemail.full.why")}
      </p>
    </div>
  );
}

import type { JSX } from "preact";
import type { Phone } from "../phone/phone";
import type { Voicemail } from "../phone/voicemail";
import { keepFocus } from "./focus";
import { GreetingSettings } from "./greetings";
import { Icon } from "./icon";
import { MailboxFull } from "./mailbox-full";
import type { Screen } from "./screen";
import { Undo } from "./undo";
import { VoicemailItem } from "./voicemail-item";
import { PinSettings } from "./voicemail-pin";
import { noticeWords } from "./words/voicemail-words";
import { say } from "./words/words";

/** The messages of this person's mailboxes, the newest first, and below them what became of what he did. */
export function VoicemailList({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  const { voicemail } = phone;
  const notice = voicemail.notice.value;
  return (
    <div class="voicemail">
      <h2 id="voicemail-title" class="visually-hidden" tabIndex={-1}>
        {say("nav.voicemail")}
      </h2>
      <div class="messages" aria-busy={voicemail.reading.value === "loading"}>
        <Stale voicemail={voicemail} />
        <MailboxFull voicemail={voicemail} />
        <Messages phone={phone} screen={screen} />
        <GreetingSettings phone={phone} />
        <PinSettings pin={voicemail.pin} />
      </div>
      <div class="toasts">
        <Undo voicemail={voicemail} />
        <p class="toast" aria-live="polite">
          {notice === null ? "" : noticeWords(notice)}
        </p>
      </div>
    </div>
  );
}

/** The list, or in words why there is none. */
export function Messages({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element | null {
  const { voicemail } = phone;
  const messages = voicemail.messages.value;
  if (messages === null) return voicemail.reading.value === "failed" ? <Unread voicemail={voicemail} /> : <Loading />;
  if (messages.length === 0) return <p class="nothing">{say("voicemail.none")}</p>;
  return (
    <ul role="list" aria-labelledby="voicemail-title">
      {messages.map((message) => (
        <VoicemailItem key={message.id} message={message} phone={phone} screen={screen} />
      ))}
    </ul>
  );
}

function Loading(): JSX.Element {
  return <p class="nothing">{say("voicemail.loading")}</p>;
}

function Unread({ voicemail }: { readonly voicemail: Voicemail }): JSX.Element {
  return (
    <div class="nothing" role="alert">
      <p>{say("voicemail.unread")}</p>
      <Retry voicemail={voicemail} />
    </div>
  );
}

/** There is a list, but the newest could not be had. */
function Stale({ voicemail }: { readonly voicemail: Voicemail }): JSX.Element | null {
  if (voicemail.reading.value !== "failed" || voicemail.messages.value === null) return null;
  return (
    <div class="stale" role="alert">
      <Icon name="circle-alert" />
      <p>{say("voicemail.stale")}</p>
      <Retry voicemail={voicemail} />
    </div>
  );
}

function Retry({ voicemail }: { readonly voicemail: Voicemail }): JSX.Element {
  return (
    <button
      type="button"
      class="button quiet"
      onClick={() => {
        void voicemail.read();
        keepFocus("#voicemail-title");
      }}
    >
      {say("voicemail.retry")}
    </button>
  );
}

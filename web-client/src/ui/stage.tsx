import type { JSX } from "preact";
import { isAway, live, talks, type PhoneCall } from "../phone/call";
import type { Contact } from "../phone/contacts";
import type { Person } from "../phone/people";
import type { Phone } from "../phone/phone";
import { AfterActions, AfterReport, Verdict } from "./after-call";
import { Avatar, CallStatus, CallTimer, PastStatus } from "./call-parts";
import { Consultation } from "./consult";
import { ContactCard } from "./contact-card";
import { ContactForm } from "./contact-form";
import { Icon } from "./icon";
import { Keypad } from "./keypad";
import { PersonCard } from "./person-card";
import { QualityLine } from "./quality-line";
import { RecordingNote, RoomRecorded } from "./recording";
import type { Screen } from "./screen";
import { BackButton } from "./stage-parts";
import { TalkActions } from "./talk-actions";
import { HandOverDialog } from "./transfer";
import { CardOf } from "./transfer-card";
import { nameOf, reasonWords, whence } from "./words/call-words";
import { standingWords } from "./words/room-words";
import { say } from "./words/words";

/** The call that has the stage, below it whom the directory shows; or what to do when there is neither. */
export function Stage({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  const person = shownPerson(phone, screen);
  const contact = shownContact(phone, screen);
  const draft = phone.contacts.draft.value;
  const somebody = somebodyShown(phone, screen);
  // A call that was put away makes room for whom the person looks at.
  const call = somebody ? phone.state.onStage.value : phone.aftermath.onStage.value;
  if (call === undefined && !somebody) return <Empty screen={screen} />;
  return (
    <>
      {call !== undefined && <CallOnStage key={call.key} {...{ call, phone, screen }} />}
      {draft !== null && <ContactForm key="draft" {...{ draft, phone, screen }} />}
      {draft === null && person !== undefined && <PersonCard key={person.extension} {...{ person, phone, screen }} />}
      {draft === null && contact !== undefined && <ContactCard key={contact.id} {...{ contact, phone, screen }} />}
    </>
  );
}

/** A person or a contact has the stage, or what is written of one. */
export function somebodyShown(phone: Phone, screen: Screen): boolean {
  const shown = shownPerson(phone, screen) ?? shownContact(phone, screen) ?? phone.contacts.draft.value ?? undefined;
  return shown !== undefined;
}

function shownContact(phone: Phone, screen: Screen): Contact | undefined {
  const id = screen.contact.value;
  return id === null ? undefined : phone.contacts.get(id);
}

/** Whom the directory shows, if he is still of the company. */
function shownPerson(phone: Phone, screen: Screen): Person | undefined {
  const extension = screen.person.value;
  return extension === null ? undefined : phone.people.get(extension);
}

function Empty({ screen }: { readonly screen: Screen }): JSX.Element {
  return (
    <div class="empty">
      <Icon name="phone" />
      <p>{say("empty.text")}</p>
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          screen.focusNumber();
        }}
      >
        {say("empty.button")}
      </button>
    </div>
  );
}

interface CallProps {
  readonly call: PhoneCall;
  readonly phone: Phone;
  readonly screen: Screen;
}

/** All there is to know and do about a call. */
export function CallOnStage({ call, phone, screen }: CallProps): JSX.Element {
  const name = nameOf(call);
  return (
    <article class="call" tabIndex={-1} aria-label={say("call.label", { name })} aria-busy={call.asking}>
      <BackButton screen={screen} />
      <Avatar call={call} />
      <h2 dir="auto" title={name}>
        {name}
      </h2>
      <p class="whence">{whence(call)}</p>
      <p class="state-line">
        {phone.state.get(call.key) === undefined ? <PastStatus call={call} /> : <CallStatus call={call} />}
        <CallTimer call={call} now={screen.now.value} />
      </p>
      <RecordingNote call={call} />
      <RoomNote call={call} phone={phone} />
      <CardOf call={call} />
      <Why call={call} />
      <Back call={call} phone={phone} />
      <Verdict call={call} phone={phone} />
      <Waits call={call} phone={phone} />
      {call.consult !== null && <Consultation {...{ call, phone, screen }} consult={call.consult} />}
      <Actions call={call} phone={phone} screen={screen} />
      {screen.keypad.value === call.key && <Keypad screen={screen} />}
      <QualityLine call={call} phone={phone} />
    </article>
  );
}

/** What there is to say beside the state: why it ended, who holds whom, where the sound is. */
function Why({ call }: { readonly call: PhoneCall }): JSX.Element | null {
  const reason = reasonWords(call);
  if (reason !== "") return <p class="why">{reason}</p>;
  if (live(call) && call.media === "elsewhere") return <p class="why">{say("call.elsewhere")}</p>;
  if (live(call) && call.media === "near") return <p class="why">{say("call.near")}</p>;
  return call.heldByOther && live(call) ? <p class="why">{say("call.heldByOther")}</p> : null;
}

/** It was lost and is back. */
function Back({ call, phone }: Omit<CallProps, "screen">): JSX.Element | null {
  const millis = phone.interruptions.over.value.get(call.key);
  if (millis === undefined || !live(call)) return null;
  return (
    <p class="why" aria-live="polite">
      {say("call.back-again", { seconds: `${Math.max(1, Math.round(millis / 1_000))}` })}
    </p>
  );
}

/** That the conference he is in is recorded: he need not have its page open. */
function RoomNote({ call, phone }: Omit<CallProps, "screen">): JSX.Element | null {
  const stay = live(call) ? phone.rooms.stayAt(call.number) : null;
  return stay === null ? null : <RoomRecorded stay={stay} />;
}

/** He dialled a room, and is not in it yet. */
function Waits({ call, phone }: Omit<CallProps, "screen">): JSX.Element | null {
  const stay = live(call) ? phone.rooms.waitsAt(call.number) : null;
  return stay === null ? null : <p class="why">{standingWords(stay)}</p>;
}

function Actions({ call, phone, screen }: CallProps): JSX.Element {
  const handOver = screen.handOver.value;
  return (
    <>
      {talks(call) && <TalkActions call={call} phone={phone} screen={screen} />}
      {handOver?.key === call.key && <HandOverDialog key={handOver.kind} open={handOver} {...{ phone, screen }} />}
      <LastActions call={call} phone={phone} screen={screen} />
      <AfterReport call={call} phone={phone} />
    </>
  );
}

/** How it ends here, or begins anew. A parked call has left this page: it is fetched from its slot. */
function LastActions({ call, phone, screen }: CallProps): JSX.Element {
  const act = (what: (key: string) => Promise<void>) => (): void => {
    void what(call.key);
  };
  const { slot } = call;
  const parked = call.state === "parked";
  return (
    <div class="last-actions">
      {live(call) && isAway(call) && (
        <button type="button" class="button quiet" onClick={act((key) => phone.calls.takeHere(key))}>
          <Icon name="monitor-smartphone" />
          {say("call.takeHere")}
        </button>
      )}
      {!parked && (live(call) || call.media === "here") && (
        <button type="button" class="button bad wide" onClick={act((key) => phone.calls.hangUp(key))}>
          <Icon name="phone-off" />
          {say("action.hang-up")}
        </button>
      )}
      {parked && slot !== null && (
        <button type="button" class="button main wide" onClick={() => void phone.calls.dial(slot, nameOf(call))}>
          <Icon name="phone" />
          {say("action.retrieve")}
        </button>
      )}
      <AfterActions call={call} phone={phone} screen={screen} />
    </div>
  );
}

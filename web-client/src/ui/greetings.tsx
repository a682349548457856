import type { JSX } from "preact";
import type { GreetingKind, Greetings, MailboxGreetings } from "../phone/greetings";
import type { Phone } from "../phone/phone";
import { Icon } from "./icon";
import { PlayBar } from "./play-bar";
import { duration, say } from "./words/words";
import { NameRecorder } from "./name-recorder";
import { awayWords, boxWords, greetingProblem, kindWords } from "./words/greeting-words";

interface BoxProps {
  readonly box: MailboxGreetings;
  readonly phone: Phone;
}

/** Below the messages: what callers hear before the tone. It is read when somebody looks at it. */
export function GreetingSettings({ phone }: { readonly phone: Phone }): JSX.Element {
  const { greetings } = phone.voicemail;
  return (
    <details
      class="mailbox-pin greetings"
      onToggle={(event) => {
        if (event.currentTarget.open) greetings.open();
      }}
    >
      <summary>{say("greetings.title")}</summary>
      <GreetingBoxes phone={phone} />
    </details>
  );
}

/** One part for each mailbox, or in words why there is none. */
export function GreetingBoxes({ phone }: { readonly phone: Phone }): JSX.Element {
  const { greetings } = phone.voicemail;
  const boxes = greetings.boxes.value;
  return (
    <>
      {greetings.failed.value && (
        <p class="problem" role="alert">
          {say("greetings.unread")}
        </p>
      )}
      {boxes === null && !greetings.failed.value && <p>{say("greetings.loading")}</p>}
      {boxes?.map((box) => (
        <GreetingBox key={box.id} box={box} phone={phone} />
      ))}
    </>
  );
}

function GreetingBox({ box, phone }: BoxProps): JSX.Element {
  const { greetings } = phone.voicemail;
  const trouble = greetings.trouble.value;
  const mine = box.box.kind === "person";
  return (
    <section aria-label={boxWords(box)}>
      <h3>{boxWords(box)}</h3>
      <ul role="list">
        <Greeting box={box} kind="usual" greetings={greetings} />
        <Greeting box={box} kind="absent" greetings={greetings} />
      </ul>
      <Absence box={box} greetings={greetings} />
      {mine && <OwnName box={box} phone={phone} />}
      <p class="problem" role="alert">
        {trouble?.box === box.id ? greetingProblem(trouble.why) : ""}
      </p>
      <RecordByPhone box={box} phone={phone} />
    </section>
  );
}

/** What the directory and conferences say instead of spelling it. */
function OwnName({ box, phone }: BoxProps): JSX.Element {
  const { greetings, name } = phone.voicemail;
  return (
    <>
      <ul role="list">
        <Greeting box={box} kind="name" greetings={greetings} />
      </ul>
      <NameRecorder maker={name} box={box.id} />
    </>
  );
}

interface GreetingProps {
  readonly box: MailboxGreetings;
  readonly kind: GreetingKind;
  readonly greetings: Greetings;
}

function Greeting({ box, kind, greetings }: GreetingProps): JSX.Element {
  const recorded = box[kind];
  const title = kindWords(kind);
  const playing = greetings.playing(box, kind);
  return (
    <li>
      <span class="greeting-name">{title}</span>
      <span class="quiet-text">
        {recorded === null ? say(kind === "name" ? "name.none" : "greetings.standard") : say("greetings.own", { length: duration(recorded.seconds * 1_000) })}
      </span>
      {recorded !== null && <GreetingActions box={box} kind={kind} greetings={greetings} />}
      {playing !== null && playing !== "failed" && <PlayBar playback={greetings.playback} />}
      {playing === "failed" && <p class="problem">{say("greetings.mute")}</p>}
    </li>
  );
}

function GreetingActions({ box, kind, greetings }: GreetingProps): JSX.Element {
  const title = kindWords(kind);
  const sounds = greetings.sounds(box, kind);
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-label={say(sounds ? "greetings.pause" : "greetings.play", { greeting: title })}
        onClick={() => {
          greetings.toggle(box, kind);
        }}
      >
        <Icon name={sounds ? "pause" : "play"} />
        {say(sounds ? "voicemail.pause" : "voicemail.play")}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={say("greetings.delete", { greeting: title })}
        onClick={() => void greetings.remove(box.id, kind)}
      >
        <Icon name="trash-2" />
        {say("voicemail.delete")}
      </button>
    </>
  );
}

/** Until when callers hear the greeting of an absence. */
function Absence({ box, greetings }: Omit<GreetingProps, "kind">): JSX.Element {
  const field = `away-${box.id}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const until = new FormData(event.currentTarget).get("until");
        if (typeof until === "string" && until !== "") void greetings.away(box.id, until);
      }}
    >
      <p aria-live="polite">{awayWords(box.awayUntil)}</p>
      <label class="field-label" for={field}>
        {say("greetings.away")}
      </label>
      <div class="mailbox-pin-row">
        <input id={field} name="until" type="date" required value={box.awayUntil ?? ""} />
        <button type="submit" class="button main">
          {say("greetings.away.save")}
        </button>
        {box.awayUntil !== null && (
          <button type="button" class="button quiet" onClick={() => void greetings.away(box.id, null)}>
            {say("greetings.away.end")}
          </button>
        )}
      </div>
    </form>
  );
}

/** The phone is the recorder: it calls the mailbox, which says what to press. */
function RecordByPhone({ box, phone }: BoxProps): JSX.Element {
  const { dial } = box;
  if (dial === null) return <p class="quiet-text">{say("greetings.no-code")}</p>;
  return (
    <>
      <button type="button" class="button quiet" onClick={() => void phone.calls.dial(dial, say("nav.voicemail"))}>
        <Icon name="phone" />
        {say("greetings.record")}
      </button>
      <p class="quiet-text">{say(box.box.kind === "person" ? "name.record.how" : "greetings.record.how", { dial })}</p>
    </>
  );
}

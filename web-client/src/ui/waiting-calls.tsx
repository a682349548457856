import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { rings, type PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { CallStatus } from "./call-parts";
import { handle } from "./drawn-call";
import { Icon, type IconName } from "./icon";
import { searchField } from "./reception";
import type { Remedy, Waiting } from "./reception-waiting";
import type { Screen } from "./screen";
import { cardWords, nameOf, reasonWords, stateWords, whence } from "./words/call-words";
import { duration, numberWords, say, type Word } from "./words/words";

interface ListProps {
  readonly phone: Phone;
  readonly screen: Screen;
}

/** The calls that wait for this person, the one to be answered first on top. */
export function WaitingCalls({ phone, screen }: ListProps): JSX.Element {
  const waiting = screen.reception.waiting.value;
  return (
    <section class="waiting-calls" aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        {say("reception.waiting")}
        {waiting.length > 0 && <span class="waiting-count">{numberWords(waiting.length)}</span>}
      </h2>
      {waiting.length === 0 && <p class="nothing">{say("reception.nobody-waits")}</p>}
      <ol role="list" onKeyDown={stepThrough}>
        {waiting.map((one, place) => (
          <WaitingRow key={one.call.key} waiting={one} place={place} phone={phone} screen={screen} />
        ))}
      </ol>
    </section>
  );
}

const waitingRow = ".waiting, .queue-caller";
const waitingButton = ".waiting-act";
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrows go from call to call, and on to those in the queues; beside them is the search. */
export function stepThrough(event: KeyboardEvent): void {
  const row = event.target instanceof Element ? event.target.closest(waitingRow) : null;
  const step = steps[event.key];
  if (row === null || (step === undefined && event.key !== "ArrowRight")) return;
  event.preventDefault();
  const rows = [...document.querySelectorAll(waitingRow)].filter((one) => one.querySelector(waitingButton) !== null);
  if (step === undefined) document.querySelector<HTMLElement>(searchField)?.focus();
  else rows[rows.indexOf(row) + step]?.querySelector<HTMLElement>(waitingButton)?.focus();
}

interface RowProps extends ListProps {
  readonly waiting: Waiting;
  readonly place: number;
}

function WaitingRow({ waiting: { call, remedy, since }, place, phone, screen }: RowProps): JSX.Element {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    row.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const name = nameOf(call);
  const card = cardWords(call);
  return (
    <li ref={row} class="waiting" data-state={call.state} data-card={call.card?.kind} aria-busy={call.asking} {...handle(call)}>
      {rings(call) && (
        <p class="visually-hidden" role="alert">
          {[say("incoming.announced", { name }), card].filter((words) => words !== "").join(". ")}
        </p>
      )}
      <div class="waiting-who">
        <strong dir="auto">{name}</strong>
        <span class="timer" role="timer" aria-live="off">
          {duration(screen.now.value - since)}
        </span>
      </div>
      <p class="whence">{whence(call)}</p>
      {card !== "" && <p class="waiting-card">{card}</p>}
      {call.card !== null && call.card.note !== "" && <blockquote class="waiting-note">{call.card.note}</blockquote>}
      {reasonWords(call) !== "" && <p class="waiting-why">{reasonWords(call)}</p>}
      <div class="waiting-foot">
        <StateOf call={call} phone={phone} />
        {rings(call) && <Decline call={call} name={name} phone={phone} />}
        <Act
          remedy={remedy}
          name={name}
          place={place}
          asking={call.asking}
          act={() => {
            screen.reception.act({ call, remedy, since });
          }}
        />
      </div>
    </li>
  );
}

/** The call above announces its own state, and that somebody rings is announced once. */
function StateOf({ call, phone }: { readonly call: PhoneCall; readonly phone: Phone }): JSX.Element {
  const above = call.state !== "parked" && phone.state.onStage.value?.key === call.key;
  const quiet = rings(call) || above;
  return <span class="waiting-state">{quiet ? stateWords(call) : <CallStatus call={call} />}</span>;
}

function Decline({ call, name, phone }: { readonly call: PhoneCall; readonly name: string; readonly phone: Phone }): JSX.Element {
  const words = say("reception.decline", { name });
  return (
    <button type="button" class="icon-button decline" aria-label={words} title={words} onClick={() => void phone.calls.hangUp(call.key)}>
      <Icon name="phone-off" />
    </button>
  );
}

const acts: Readonly<Record<Remedy, { readonly icon: IconName; readonly word: Word; readonly named: Word; readonly look: string }>> = {
  answer: { icon: "phone", word: "action.answer", named: "reception.answer", look: "good" },
  resume: { icon: "play", word: "action.resume", named: "reception.resume", look: "quiet" },
  retrieve: { icon: "phone", word: "reception.retrieve-short", named: "reception.retrieve", look: "quiet" },
};

interface ActProps {
  readonly remedy: Remedy;
  readonly name: string;
  readonly place: number;
  readonly asking: boolean;
  readonly act: () => void;
}

function Act({ remedy, name, place, asking, act }: ActProps): JSX.Element {
  const { icon, word, named, look } = acts[remedy];
  const key = place < 9 ? { title: say("action.tooltip", { action: say(word), key: `${place + 1}` }) } : {};
  return (
    <button type="button" class={`button ${look} waiting-act`} aria-label={say(named, { name })} disabled={asking} {...key} onClick={act}>
      <Icon name={icon} />
      {say(word)}
    </button>
  );
}

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { rungs, type Rung, type TrialPhone, type TrialState, type TrialWish } from "../phone/trial";
import { keypadKeys } from "./screen";
import { endWords } from "./words/call-words";
import { say, type Word } from "./words/words";

/** What the server's page knows of the draft. */
export interface TrialPlace {
  /** The company's time now, such as 2026-11-26T19:05. */
  readonly now: string;
  /** The id of a list of numbers to choose from. */
  readonly numbers: string;
  /** The number that stands there at first. */
  readonly first: string;
}

const whatRungDo = {
  answers: "trial.answers",
  "rings-in-vain": "trial.rings-in-vain",
  "cannot-be-reached": "trial.cannot-be-reached",
} as const satisfies Readonly<Record<Rung, Word>>;

const states = {
  calling: "state.calling",
  ringing: "state.ringing",
  "in-call": "state.in-call",
  ended: "state.ended",
} as const satisfies Readonly<Record<string, Word>>;

/** The form of a trial call, the call itself, and its story as it grows. */
export function TrialPage({ phone, place }: { readonly phone: TrialPhone; readonly place: TrialPlace }): JSX.Element {
  const state = phone.state.value;
  const on = state.kind === "on";
  return (
    <>
      <Wishes phone={phone} place={place} busy={on || state.kind === "placing"} />
      <p class="trial-state" role="status">
        {stateWords(state)}
      </p>
      {on && <Keys phone={phone} />}
      <Lines phone={phone} />
    </>
  );
}

function Wishes({
  phone,
  place,
  busy,
}: {
  readonly phone: TrialPhone;
  readonly place: TrialPlace;
  readonly busy: boolean;
}): JSX.Element {
  const [wish, setWish] = useState<TrialWish>({ to: place.first, caller: "", at: place.now, rung: "answers" });
  const change = (part: Partial<TrialWish>): void => {
    setWish({ ...wish, ...part });
  };
  const trouble = troubleWords(phone.state.value);
  return (
    <form
      class="trial-form"
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        void phone.call({ ...wish, to: wish.to.trim(), caller: wish.caller.trim() });
      }}
    >
      <p class="notice bad" role="alert" hidden={trouble === ""}>
        {trouble}
      </p>
      <WhomAndWhen wish={wish} change={change} numbers={place.numbers} />
      <WhoAndHow wish={wish} change={change} />
      <div class="trial-acts">
        <button type="submit" class="button primary" disabled={busy}>
          {say("trial.call")}
        </button>
        <button
          type="button"
          class="button"
          disabled={phone.state.value.kind !== "on"}
          onClick={() => {
            phone.hangUp();
          }}
        >
          {say("action.hang-up")}
        </button>
      </div>
    </form>
  );
}

interface Part {
  readonly wish: TrialWish;
  readonly change: (part: Partial<TrialWish>) => void;
}

function WhomAndWhen({ wish, change, numbers }: Part & { readonly numbers: string }): JSX.Element {
  return (
    <>
      <Field id="trial-to" label="trial.to">
        <input
          id="trial-to"
          list={numbers}
          autocomplete="off"
          maxLength={64}
          required
          value={wish.to}
          onInput={(event) => {
            change({ to: event.currentTarget.value });
          }}
        />
      </Field>
      <Field id="trial-at" label="trial.at">
        <input
          id="trial-at"
          type="datetime-local"
          required
          value={wish.at}
          onInput={(event) => {
            change({ at: event.currentTarget.value });
          }}
        />
      </Field>
    </>
  );
}

function WhoAndHow({ wish, change }: Part): JSX.Element {
  return (
    <>
      <Field id="trial-caller" label="trial.caller">
        <input
          id="trial-caller"
          type="tel"
          autocomplete="off"
          maxLength={32}
          placeholder={say("trial.withheld")}
          value={wish.caller}
          onInput={(event) => {
            change({ caller: event.currentTarget.value });
          }}
        />
      </Field>
      <Field id="trial-rung" label="trial.rung">
        <select
          id="trial-rung"
          value={wish.rung}
          onChange={(event) => {
            change({ rung: event.currentTarget.value as Rung });
          }}
        >
          {rungs.map((one) => (
            <option key={one} value={one}>
              {say(whatRungDo[one])}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

function Field({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: Word;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      {children}
    </div>
  );
}

function stateWords(state: TrialState): string {
  if (state.kind === "placing") return say("state.calling");
  if (state.kind === "on") return say(states[state.state]);
  if (state.kind === "over") return `${say("state.ended")} · ${endWords(state.why, "out")}`;
  return "";
}

function troubleWords(state: TrialState): string {
  if (state.kind !== "none" || state.trouble === null) return "";
  if (typeof state.trouble === "object") return state.trouble.refused;
  return say(state.trouble === "not-connected" ? "trial.not-connected" : `failure.${state.trouble}`);
}

/** The keys of the caller's telephone. */
function Keys({ phone }: { readonly phone: TrialPhone }): JSX.Element {
  return (
    <div class="trial-keys" role="group" aria-label={say("action.keypad")}>
      {keypadKeys.map((key) => (
        <button
          key={key}
          type="button"
          class="button"
          onClick={() => {
            phone.press(key);
          }}
        >
          {key}
        </button>
      ))}
    </div>
  );
}

function Lines({ phone }: { readonly phone: TrialPhone }): JSX.Element {
  const lines = phone.lines.value;
  return (
    <ol class="timeline" aria-live="polite" aria-label={say("trial.story")} hidden={lines.length === 0}>
      {lines.map((line, place) => (
        <li key={place}>
          <time class="number">{line.at}</time> <span>{line.text}</span>
        </li>
      ))}
    </ol>
  );
}

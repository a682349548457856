import type { JSX } from "preact";
import type { Consult, PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { Icon, type IconName } from "./icon";
import type { Screen } from "./screen";
import { endWords, nameOf, partyName, stateWords } from "./words/call-words";
import { say } from "./words/words";

interface ConsultProps {
  readonly call: PhoneCall;
  readonly consult: Consult;
  readonly phone: Phone;
  readonly screen: Screen;
}

/** Who waits, who is asked meanwhile, and what may become of the two. */
export function Consultation({ call, consult, phone, screen }: ConsultProps): JSX.Element {
  const { party, state, ended } = consult;
  const name = partyName(party);
  return (
    <section class="consult" aria-label={say("consult.label", { name })}>
      <p class="consult-waiting">
        <Icon name="pause" />
        {say("consult.waiting", { name: nameOf(call) })}
      </p>
      <p class="consult-asked">
        <strong>{name}</strong>
        {name !== party.number && <span class="number">{party.number}</span>}
        {/* The call's own state is the status; this one is announced by the page. */}
        <span class="state" data-state={state} aria-live="off">
          {stateWords({ state, slot: null })}
        </span>
      </p>
      {ended !== null && <p class="consult-why">{endWords(ended, "out")}</p>}
      <ConsultActions {...{ call, consult, phone, screen }} />
    </section>
  );
}

function ConsultActions({ call, consult, phone, screen }: ConsultProps): JSX.Element {
  const talks = consult.state === "in-call";
  const joins = screen.joining.value === call.key;
  const { transfers } = phone;
  return (
    <div class="consult-actions">
      <Choice
        icon="phone-forwarded"
        label={say("consult.complete")}
        letter="T"
        main={!joins}
        disabled={!talks && consult.state !== "ringing"}
        act={() => void transfers.complete(call.key)}
      />
      <Choice
        icon="merge"
        label={say("consult.join")}
        letter="A"
        main={joins}
        disabled={!talks}
        act={() => void transfers.join(call.key)}
      />
      <Choice
        icon="undo-2"
        label={say("consult.cancel")}
        letter="D"
        main={false}
        disabled={false}
        act={() => void transfers.cancel(call.key)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly icon: IconName;
  readonly label: string;
  readonly letter: string;
  /** What the person began it for. */
  readonly main: boolean;
  readonly disabled: boolean;
  readonly act: () => void;
}

function Choice({ icon, label, letter, main, disabled, act }: ChoiceProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button ${main ? "main" : "quiet"}`}
      disabled={disabled}
      title={say("action.tooltip", { action: label, key: letter })}
      onClick={act}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** How the one who is asked stands, for those who hear the page: the one place that says it aloud. */
export function ConsultAnnouncement({ phone }: { readonly phone: Phone }): JSX.Element {
  const consult = phone.state.onStage.value?.consult ?? null;
  return (
    <p class="visually-hidden" aria-live="polite">
      {consult === null ? "" : announcement(consult)}
    </p>
  );
}

function announcement({ party, state, ended }: Consult): string {
  const words = ended === null ? stateWords({ state, slot: null }) : endWords(ended, "out");
  return say("consult.announced", { name: partyName(party), state: words });
}

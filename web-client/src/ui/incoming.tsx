import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { Avatar, CallStatus, CallTimer } from "./call-parts";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { CardOf } from "./transfer-card";
import { cardWords, nameOf, reasonWords, whence } from "./words/call-words";
import { say } from "./words/words";

/** Who rings: over everything while nothing else goes on, beside the call while one is spoken. */
export function Incoming({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element | null {
  const ringing = phone.state.ringing.value;
  if (ringing.length === 0) return null;
  const beside = phone.state.onStage.value !== undefined;
  return (
    <div class="incoming" data-beside={beside ? "" : undefined}>
      {ringing.map((call) => (
        <Card key={call.key} call={call} phone={phone} screen={screen} />
      ))}
    </div>
  );
}

interface CardProps {
  readonly call: PhoneCall;
  readonly phone: Phone;
  readonly screen: Screen;
}

function Card({ call, phone, screen }: CardProps): JSX.Element {
  const name = nameOf(call);
  return (
    <section class="card" aria-label={say("incoming.label")} aria-busy={call.asking}>
      <p class="visually-hidden" role="alert">
        {[say("incoming.announced", { name }), cardWords(call)].filter((words) => words !== "").join(". ")}
      </p>
      <Avatar call={call} />
      <div class="who">
        <h2 dir="auto" title={name}>
        {name}
      </h2>
        <p class="whence">{whence(call)}</p>
        <p class="state-line">
          <CallStatus call={call} />
          <CallTimer call={call} now={screen.now.value} />
        </p>
      </div>
      <CardOf call={call} />
      {reasonWords(call) !== "" && <p class="why">{reasonWords(call)}</p>}
      <CardActions call={call} phone={phone} screen={screen} />
    </section>
  );
}

function CardActions({ call, phone, screen }: CardProps): JSX.Element {
  const answer = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (screen.mayTakeFocus()) answer.current?.focus();
  }, []);
  return (
    <div class="card-actions">
      <button
        type="button"
        class="button bad"
        title={say("action.tooltip", { action: say("action.decline"), key: "D" })}
        onClick={() => void phone.calls.hangUp(call.key)}
      >
        <Icon name="phone-off" />
        {say("action.decline")}
      </button>
      <button
        ref={answer}
        type="button"
        class="button good"
        disabled={call.asking}
        title={say("action.tooltip", { action: say("action.answer"), key: "A" })}
        onClick={() => void phone.calls.answer(call.key)}
      >
        <Icon name="phone" />
        {say("action.answer")}
      </button>
    </div>
  );
}

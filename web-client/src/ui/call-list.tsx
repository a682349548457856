import type { JSX } from "preact";
import { rings, type PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { CallStatus, timerStart } from "./call-parts";
import { BlockToast } from "./caller-actions";
import { PastList } from "./past-list";
import type { Screen } from "./screen";
import { WaysToMe } from "./ways";
import { nameOf, stateWords } from "./words/call-words";
import { duration, say } from "./words/words";

/** The calls of now, and those that are over. */
export function CallList({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  const now = phone.state.calls.value;
  const stage = phone.state.onStage.value?.key;
  return (
    <>
      <div class="calls">
        {now.length > 0 && (
          <section aria-labelledby="now">
            <h2 id="now">{say("list.now")}</h2>
            <ul>
              {now.map((call) => (
                <LiveRow key={call.key} call={call} onStage={call.key === stage} phone={phone} screen={screen} />
              ))}
            </ul>
          </section>
        )}
        <PastList phone={phone} screen={screen} />
        <WaysToMe history={phone.history} />
      </div>
      <BlockToast blocked={phone.blocked} />
    </>
  );
}

function LiveRow(props: {
  readonly call: PhoneCall;
  readonly onStage: boolean;
  readonly phone: Phone;
  readonly screen: Screen;
}): JSX.Element {
  const { call } = props;
  const since = timerStart(call);
  return (
    <li class="row" data-state={call.state} data-chosen={props.onStage ? "" : undefined}>
      <span class="dot" />
      <button
        type="button"
        class="row-name"
        aria-label={say("list.show", { name: nameOf(call) })}
        disabled={rings(call)}
        onClick={() => {
          props.phone.state.choose(call.key);
          props.screen.view.value = "call";
        }}
      >
        <bdi>{nameOf(call)}</bdi>
      </button>
      <span class="row-state">
        {/* The stage and the card of a ringing call announce their own state. */}
        {props.onStage || rings(call) ? stateWords(call) : <CallStatus call={call} />}
        {since !== null && <span class="row-time">{duration((call.endedAt ?? props.screen.now.value) - since)}</span>}
      </span>
    </li>
  );
}

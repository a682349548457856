import type { JSX } from "preact";
import { rings, type PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { CallStatus, timerStart } from "./call-parts";
import { Icon, type IconName } from "./icon";
import type { Screen } from "./screen";
import { nameOf, partyName, reasonWords, stateWords } from "./words/call-words";
import { duration, say, timeOfDay } from "./words/words";

/** The calls of now, and the earlier ones of this session. */
export function CallList({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  const now = phone.state.calls.value;
  const earlier = phone.state.earlier.value;
  const stage = phone.state.onStage.value?.key;
  return (
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
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{say("list.earlier")}</h2>
          <ul>
            {earlier.map((call) => (
              <EarlierRow key={call.key} call={call} phone={phone} />
            ))}
          </ul>
        </section>
      )}
      {now.length + earlier.length === 0 && <p class="nothing">{say("list.none")}</p>}
    </div>
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
        {nameOf(call)}
      </button>
      <span class="row-state">
        {/* The stage and the card of a ringing call announce their own state. */}
        {props.onStage || rings(call) ? stateWords(call) : <CallStatus call={call} />}
        {since !== null && <span class="row-time">{duration((call.endedAt ?? props.screen.now.value) - since)}</span>}
      </span>
    </li>
  );
}

function EarlierRow({ call, phone }: { readonly call: PhoneCall; readonly phone: Phone }): JSX.Element {
  const lasted = call.answered === null || call.endedAt === null ? "" : duration(call.endedAt - call.answered);
  return (
    <li class="row" data-state="earlier">
      <Icon name={directionIcon(call)} />
      <span class="row-text">
        <span class="row-name">{nameOf(call)}</span>
        <span class="row-why">{call.answered === null ? reasonWords(call) : lasted}</span>
      </span>
      <span class="row-time">{timeOfDay(call.began)}</span>
      {call.number !== "" && (
        <button
          type="button"
          class="icon-button"
          aria-label={say("list.redial", { name: partyName(call) })}
          title={say("list.redial", { name: partyName(call) })}
          onClick={() => {
            void phone.calls.dial(call.number, call.name);
          }}
        >
          <Icon name="phone" />
        </button>
      )}
    </li>
  );
}

function directionIcon(call: PhoneCall): IconName {
  if (call.direction === "out") return "phone-outgoing";
  return call.answered === null && call.reason !== "answered-elsewhere" ? "phone-missed" : "phone-incoming";
}

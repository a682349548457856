import type { JSX } from "preact";
import type { PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { Icon, type IconName } from "./icon";
import { nameOf, partyName, reasonWords } from "./words/call-words";
import { duration, say, timeOfDay } from "./words/words";

/** A call of this page that is over. */
export function EarlierRow({ call, phone }: { readonly call: PhoneCall; readonly phone: Phone }): JSX.Element {
  const lasted = call.answered === null || call.endedAt === null ? "" : duration(call.endedAt - call.answered);
  return (
    <li class="row" data-state="earlier">
      <Icon name={directionIcon(call)} />
      <span class="row-text">
        <span class="row-name">
          <bdi>{nameOf(call)}</bdi>
        </span>
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

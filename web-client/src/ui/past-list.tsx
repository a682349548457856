import type { JSX } from "preact";
import type { PhoneCall } from "../phone/call";
import type { History } from "../phone/history";
import type { Phone } from "../phone/phone";
import { EarlierRow } from "./earlier-row";
import { PastRow } from "./past-row";
import type { Screen } from "./screen";
import { say } from "./words/words";

/** The calls that are over: those of this page that the server does not tell of (yet), then those it keeps. */
export function PastList({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  const { history } = phone;
  const kept = history.calls.value ?? [];
  const own = onlyHere(phone.state.earlier.value, history);
  return (
    <section aria-labelledby="earlier" aria-busy={history.reading.value === "loading"}>
      <h2 id="earlier" tabIndex={-1}>
        {say("list.earlier")}
      </h2>
      <Trouble history={history} />
      {own.length + kept.length === 0 && <Nothing history={history} />}
      <ul role="list" aria-labelledby="earlier">
        {own.map((call) => (
          <EarlierRow key={call.key} call={call} phone={phone} />
        ))}
        {kept.map((call) => (
          <PastRow key={call.id} call={call} phone={phone} screen={screen} />
        ))}
      </ul>
      {history.more.value && (
        <button type="button" class="button quiet older" onClick={() => void history.older()}>
          {say("list.older")}
        </button>
      )}
    </section>
  );
}

/** Calls of this page that the server's list lacks: refused before they began, or over only now. */
export function onlyHere(earlier: readonly PhoneCall[], history: History): readonly PhoneCall[] {
  const kept = new Set((history.calls.value ?? []).map(({ id }) => id));
  return earlier.filter(({ id }) => id === null || !kept.has(id));
}

function Nothing({ history }: { readonly history: History }): JSX.Element | null {
  if (history.reading.value === "failed") return null;
  return <p class="nothing">{say(history.calls.value === null ? "list.loading" : "list.none")}</p>;
}

function Trouble({ history }: { readonly history: History }): JSX.Element | null {
  if (history.reading.value !== "failed") return null;
  return (
    <div class="stale" role="alert">
      <p>{say("list.unread")}</p>
      <button type="button" class="button quiet" onClick={() => void history.read()}>
        {say("list.retry")}
      </button>
    </div>
  );
}

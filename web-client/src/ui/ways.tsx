import type { JSX } from "preact";
import type { History, Ways } from "../phone/history";
import { Icon } from "./icon";
import { say } from "./words/words";

/** On which paths calls can reach this person; asked for by a button. */
export function WaysToMe({ history }: { readonly history: History }): JSX.Element {
  const ways = history.ways.value;
  return (
    <section class="ways">
      <h2>
        <button
          type="button"
          class="button quiet"
          aria-expanded={ways !== "closed"}
          onClick={() => void history.toggleWays()}
        >
          {say("ways.title")}
          <Icon name="chevron-down" />
        </button>
      </h2>
      <div aria-live="polite">{ways !== "closed" && <Answer ways={ways} />}</div>
    </section>
  );
}

function Answer({ ways }: { readonly ways: Ways | "loading" | "failed" }): JSX.Element {
  if (ways === "loading") return <p class="quiet-text">{say("ways.loading")}</p>;
  if (ways === "failed") return <p class="problem">{say("ways.failed")}</p>;
  return (
    <>
      {ways.notes.map((note) => (
        <p class="note">{note}</p>
      ))}
      {ways.ways.length === 0 && <p>{say("ways.none")}</p>}
      <ul role="list">
        {ways.ways.map((way) => (
          <li>{way}</li>
        ))}
      </ul>
      {ways.more && <p class="quiet-text">{say("ways.more")}</p>}
    </>
  );
}

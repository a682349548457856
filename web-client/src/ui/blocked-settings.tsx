import type { JSX } from "preact";
import type { BlockedCallers } from "../phone/blocked";
import { BlockToast } from "./caller-actions";
import { say } from "./words/words";

/** Whom this person has blocked. */
export function BlockedSettings({ blocked }: { readonly blocked: BlockedCallers }): JSX.Element {
  const list = blocked.list.value;
  return (
    <section class="form blocked" aria-labelledby="blocked-title">
      <h2 id="blocked-title" tabIndex={-1}>
        {say("blocked.title")}
      </h2>
      <p class="quiet-text">{say("blocked.why")}</p>
      <p class="problem" role="alert">
        {blocked.unread.value ? say("blocked.unread") : ""}
      </p>
      {list !== null && (
        <label class="check">
          <input
            type="checkbox"
            checked={list.withheld}
            onChange={(event) => void blocked.blockWithheld(event.currentTarget.checked)}
          />
          {say("blocked.withheld")}
        </label>
      )}
      {list?.numbers.length === 0 && <p class="quiet-text">{say("blocked.none")}</p>}
      {list !== null && list.numbers.length > 0 && (
        <ul role="list" aria-labelledby="blocked-title">
          {list.numbers.map(({ number }) => (
            <li key={number}>
              <bdi class="number">{number}</bdi>
              <button
                type="button"
                class="button quiet"
                aria-label={say("blocked.unblock.number", { number })}
                onClick={() => void blocked.unblock(number)}
              >
                {say("blocked.unblock")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <BlockToast blocked={blocked} />
    </section>
  );
}

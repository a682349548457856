import type { JSX } from "preact";
import type { Person } from "../phone/people";
import type { Phone } from "../phone/phone";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { CardHead } from "./stage-parts";
import { presenceWords } from "./words/presence-words";
import { say } from "./words/words";

/** Somebody of the company, on the stage. */
export function PersonCard(props: { readonly person: Person; readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  const { person, phone, screen } = props;
  const { name, extension } = person;
  const now = person.now.value;
  const offline = phone.state.offline.value;
  return (
    <article class="call person-card" aria-label={say("directory.card", { name })}>
      <CardHead name={name} screen={screen} />
      <p class="state-line">
        <span class="presence" role="status" data-presence={offline ? "unknown" : now.presence}>
          {presenceWords(now, offline)}
        </span>
      </p>
      <Facts person={person} />
      <div class="last-actions">
        <button type="button" id="person-call" class="button good wide" onClick={() => void phone.calls.dial(extension, name)}>
          <Icon name="phone" />
          {say("finder.call")}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            screen.closePerson();
          }}
        >
          {say("directory.close")}
        </button>
      </div>
    </article>
  );
}

function Facts({ person: { extension, department } }: { readonly person: Person }): JSX.Element {
  return (
    <dl class="person-facts">
      <div>
        <dt>{say("directory.extension")}</dt>
        <dd class="number">{extension}</dd>
      </div>
      {department !== null && (
        <div>
          <dt>{say("directory.department")}</dt>
          <dd dir="auto">{department}</dd>
        </div>
      )}
    </dl>
  );
}

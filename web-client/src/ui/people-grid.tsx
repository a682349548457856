import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Person } from "../phone/people";
import type { Phone } from "../phone/phone";
import { Icon } from "./icon";
import { landing } from "./drawn-call";
import { hintWords } from "./pick-bar";
import type { Reception } from "./reception";
import type { Somebody } from "./reception-search";
import type { Screen } from "./screen";
import { partyName } from "./words/call-words";
import { presenceForWords } from "./words/presence-words";
import { say, sayCounted } from "./words/words";

/** Where somebody is looked for; the arrows and `Enter` work in the grid below while the focus stays here. */
export function PeopleSearch({ reception }: { readonly reception: Reception }): JSX.Element {
  const active = reception.active.value;
  const typed = reception.typed.value;
  const count = reception.found.value.length;
  return (
    <div class="people-search" role="search">
      <div class="box">
        <Icon name="search" />
        <input
          id="reception-search"
          type="text"
          role="combobox"
          dir="auto"
          maxLength={64}
          value={typed}
          placeholder={say("reception.search")}
          aria-label={say("reception.search")}
          aria-autocomplete="list"
          aria-expanded={count > 0}
          aria-controls="reception-people"
          aria-activedescendant={active < 0 ? undefined : entryId(active)}
          aria-describedby="reception-hint"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="go"
          onInput={(event) => {
            reception.type(event.currentTarget.value);
          }}
        />
      </div>
      <p id="reception-hint" class="hint">
        {hintWords(reception)}
      </p>
      <p class="visually-hidden" role="status">
        {typed === "" ? "" : sayCounted("directory.found", count)}
      </p>
    </div>
  );
}

function entryId(place: number): string {
  return `reception-entry-${place}`;
}

interface GridProps {
  readonly phone: Phone;
  readonly screen: Screen;
}

/** Everybody who may be meant, with how he is, in a dense grid. */
export function PeopleGrid({ phone, screen }: GridProps): JSX.Element {
  const { reception } = screen;
  const found = reception.found.value;
  const active = reception.active.value;
  useEffect(() => {
    if (active >= 0) document.querySelector(`#${entryId(active)}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div class="people">
      <p class="nothing" role="status">
        {emptyWords(phone, reception)}
      </p>
      <div id="reception-people" role="listbox" aria-label={say("directory.title")} hidden={found.length === 0}>
        {found.map((who, place) => (
          <Entry key={who.id} {...{ who, place, phone, screen }} active={place === active} />
        ))}
      </div>
    </div>
  );
}

function emptyWords(phone: Phone, reception: Reception): string {
  if (!phone.people.heard.value) return say("directory.loading");
  if (reception.found.value.length > 0) return "";
  return say(reception.typed.value.trim() === "" ? "directory.nobody" : "directory.noMatch");
}

interface EntryProps extends GridProps {
  readonly who: Somebody;
  readonly place: number;
  readonly active: boolean;
}

/** Drawn anew by itself: of a hundred people one changes at a time. */
function Entry({ who, place, active, phone, screen }: EntryProps): JSX.Element {
  const { reception } = screen;
  const { presence, words } = how(who.person, phone, screen);
  const department = who.person?.department ?? "";
  const name = partyName(who);
  const number = name === who.number ? "" : who.number;
  return (
    <div
      id={entryId(place)}
      class="entry"
      role="option"
      aria-selected={active}
      aria-label={[name, number, words, department].filter((part) => part !== "").join(", ")}
      data-presence={presence}
      data-picked={reception.picked.value?.who.id === who.id ? "" : undefined}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={() => {
        reception.pick(who);
      }}
      {...landing((call) => {
        reception.drop(call, who);
      })}
    >
      <span class="entry-line">
        <bdi class="entry-name" title={name}>
          {name}
        </bdi>
        <span class="number">{number}</span>
      </span>
      <span class="entry-line">
        <span class="entry-presence">
          {presence !== undefined && <span class="dot" />}
          {words}
        </span>
        <bdi class="entry-department">{department}</bdi>
      </span>
    </div>
  );
}

/** How somebody is; of whoever is not of the company, that he is outside. */
function how(person: Person | null, phone: Phone, screen: Screen): { readonly presence?: string; readonly words: string } {
  if (person === null) return { words: say("reception.outside") };
  const now = person.now.value;
  const offline = phone.state.offline.value;
  return { presence: offline ? "unknown" : now.presence, words: presenceForWords(now, offline, screen.sometimes.value) };
}

import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Person } from "../phone/people";
import type { Phone } from "../phone/phone";
import { ContactList, ContactToast } from "./contact-list";
import { search } from "./directory-search";
import { focusSoon } from "./focus";
import { Icon } from "./icon";
import { RowCall, RowName } from "./row-buttons";
import type { Screen } from "./screen";
import { presenceWords } from "./words/presence-words";
import { say, sayCounted } from "./words/words";

interface DirectoryProps {
  readonly phone: Phone;
  readonly screen: Screen;
}

/** Everybody of the company but the reader, found as he types. */
export function Directory({ phone, screen }: DirectoryProps): JSX.Element {
  const typed = useMemo(() => signal(""), [phone]);
  const me = phone.state.me.value?.extension;
  const others = phone.people.all.value.filter((person) => person.extension !== me);
  const found = search(others, typed.value);
  const contacts = search(phone.contacts.all.value ?? [], typed.value);
  return (
    <div class="directory">
      <SearchBox
        typed={typed.value}
        type={(text) => {
          screen.typed();
          typed.value = text;
        }}
        enter={() => {
          const [first, contact] = [found[0], contacts[0]];
          if (first !== undefined) show(screen, first);
          else if (contact !== undefined) screen.showContact(contact.id);
        }}
      />
      <div class="directory-lists" onKeyDown={stepThrough}>
        <section aria-labelledby="people-title">
          <h2 id="people-title">{say("directory.title")}</h2>
          <p class="nothing" role="status">
            {emptyWords(phone, others.length, found.length)}
          </p>
          <p class="visually-hidden" role="status">
            {typed.value === "" ? "" : sayCounted("directory.found", found.length + contacts.length)}
          </p>
          <ul>
            {found.map((person) => (
              <PersonRow key={person.extension} person={person} phone={phone} screen={screen} />
            ))}
          </ul>
        </section>
        <ContactList found={contacts} phone={phone} screen={screen} />
      </div>
      <ContactToast phone={phone} />
    </div>
  );
}

function emptyWords(phone: Phone, others: number, found: number): string {
  if (!phone.people.heard.value) return say("directory.loading");
  if (others === 0) return say("directory.nobody");
  return found === 0 ? say("directory.noMatch") : "";
}

interface SearchProps {
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly enter: () => void;
}

function SearchBox({ typed, type, enter }: SearchProps): JSX.Element {
  return (
    <form
      class="directory-search"
      role="search"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <div class="box">
        <Icon name="search" />
        <input
          id="people-search"
          type="search"
          dir="auto"
          maxLength={64}
          value={typed}
          placeholder={say("directory.search")}
          aria-label={say("directory.search")}
          spellcheck={false}
          onInput={(event) => {
            type(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            focusSoon(".person .row-name");
          }}
        />
      </div>
    </form>
  );
}

/** The arrows go from row to row; above the first is the search. */
function stepThrough(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const row = event.target instanceof Element ? event.target.closest(".person") : null;
  if (step === 0 || row === null) return;
  event.preventDefault();
  const rows = [...document.querySelectorAll(".directory-lists .person")];
  const at = rows.indexOf(row) + step;
  if (at < 0) document.querySelector<HTMLElement>("#people-search")?.focus();
  else rows[at]?.querySelector<HTMLElement>(".row-name")?.focus();
}

function show(screen: Screen, person: Person): void {
  screen.showPerson(person.extension);
  focusSoon("#person-call");
}

interface PersonProps extends DirectoryProps {
  readonly person: Person;
}

function PersonRow({ person, phone, screen }: PersonProps): JSX.Element {
  const { name, extension, department } = person;
  const now = person.now.value;
  return (
    <li
      class="row person"
      data-presence={phone.state.offline.value ? "unknown" : now.presence}
      data-chosen={screen.person.value === extension ? "" : undefined}
    >
      <span class="dot" />
      <span class="row-text">
        <RowName
          name={name}
          act={() => {
            show(screen, person);
          }}
        />
        <span class="row-presence">{presenceWords(now, phone.state.offline.value)}</span>
        <span class="row-why">
          {extension}
          {department !== null && (
            <>
              {" · "}
              <bdi>{department}</bdi>
            </>
          )}
        </span>
      </span>
      <RowCall name={name} act={() => void phone.calls.dial(extension, name)} />
    </li>
  );
}

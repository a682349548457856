import type { JSX } from "preact";
import type { Contact } from "../phone/contacts";
import type { Phone } from "../phone/phone";
import { focusSoon } from "./focus";
import { Icon } from "./icon";
import { RowCall, RowName } from "./row-buttons";
import type { Screen } from "./screen";
import { UndoToast } from "./undo";
import { say } from "./words/words";

interface ListProps {
  /** Those that fit what was typed. */
  readonly found: readonly Contact[];
  readonly phone: Phone;
  readonly screen: Screen;
}

/** This person's own address book, below the people of his company. */
export function ContactList({ found, phone, screen }: ListProps): JSX.Element {
  return (
    <section aria-labelledby="contacts-title">
      <div class="contacts-head">
        <h2 id="contacts-title">{say("contacts.title")}</h2>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            phone.contacts.write();
            screen.showDraft();
          }}
        >
          <Icon name="user-plus" />
          {say("contacts.add")}
        </button>
      </div>
      <p class="nothing" role="status">
        {emptyWords(phone, found.length)}
      </p>
      <ul>
        {found.map((contact) => (
          <ContactRow key={contact.id} contact={contact} phone={phone} screen={screen} />
        ))}
      </ul>
    </section>
  );
}

function emptyWords({ contacts }: Phone, found: number): string {
  const all = contacts.all.value;
  if (contacts.unread.value) return say("contacts.unread");
  if (all === null) return say("contacts.loading");
  if (all.length === 0) return say("contacts.none");
  return found === 0 ? say("contacts.noMatch") : "";
}

function ContactRow({ contact, phone, screen }: Omit<ListProps, "found"> & { readonly contact: Contact }): JSX.Element {
  const { id, name, company, numbers } = contact;
  const first = numbers[0]?.number;
  return (
    <li class="row person contact" data-chosen={screen.contact.value === id ? "" : undefined}>
      <Icon name="book-user" />
      <span class="row-text">
        <RowName
          name={name}
          act={() => {
            screen.showContact(id);
            focusSoon("#contact-call");
          }}
        />
        <span class="row-why">
          <bdi>{[company, first].filter((part) => part !== "").join(" · ")}</bdi>
        </span>
      </span>
      {first !== undefined && <RowCall name={name} act={() => void phone.calls.dial(first, name)} />}
    </li>
  );
}

/** What was deleted can be had back for a while; or what could not be done. */
export function ContactToast({ phone: { contacts } }: { readonly phone: Phone }): JSX.Element {
  const deleted = contacts.deleted.offered.value;
  const failed = contacts.failed.value && contacts.draft.value === null;
  return (
    <div class="toasts">
      <UndoToast
        id="contact-undo"
        words={deleted === null ? "" : say("contacts.deleted", { name: deleted.name })}
        next="#people-search"
        undo={() => void contacts.undo()}
      />
      <p class="problem" role="alert">
        {failed ? say("contacts.failed") : ""}
      </p>
    </div>
  );
}

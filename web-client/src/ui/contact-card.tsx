import type { JSX } from "preact";
import type { Contact } from "../phone/contacts";
import type { Phone } from "../phone/phone";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { CardHead } from "./stage-parts";
import { say } from "./words/words";

interface CardProps {
  readonly contact: Contact;
  readonly phone: Phone;
  readonly screen: Screen;
}

/** A contact, on the stage. */
export function ContactCard({ contact, phone, screen }: CardProps): JSX.Element {
  const { name, company, note } = contact;
  return (
    <article class="call person-card" aria-label={say("directory.card", { name })}>
      <CardHead name={name} screen={screen} />
      {company !== "" && (
        <p class="whence" dir="auto">
          {company}
        </p>
      )}
      <Numbers contact={contact} phone={phone} />
      {note !== "" && (
        <p class="contact-note" dir="auto">
          {note}
        </p>
      )}
      <CardActions contact={contact} phone={phone} screen={screen} />
    </article>
  );
}

function Numbers({ contact: { name, numbers }, phone }: Omit<CardProps, "screen">): JSX.Element {
  return (
    <ul class="contact-numbers" role="list" aria-label={say("contacts.numbers")}>
      {numbers.map(({ label, number }, place) => (
        <li key={`${place} ${number}`}>
          <span>
            <bdi class="number">{number}</bdi>
            {label !== "" && <bdi class="quiet-text">{label}</bdi>}
          </span>
          <button
            type="button"
            id={place === 0 ? "contact-call" : undefined}
            class="button good"
            aria-label={say("contacts.callNumber", { number })}
            onClick={() => void phone.calls.dial(number, name)}
          >
            <Icon name="phone" />
            {say("finder.call")}
          </button>
        </li>
      ))}
    </ul>
  );
}

function CardActions({ contact, phone, screen }: CardProps): JSX.Element {
  return (
    <div class="last-actions">
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          phone.contacts.rewrite(contact);
          screen.showDraft();
        }}
      >
        {say("contacts.edit")}
      </button>
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          screen.closePerson();
          void phone.contacts.remove(contact);
        }}
      >
        <Icon name="trash-2" />
        {say("contacts.delete")}
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
  );
}

import type { JSX } from "preact";
import type { ContactDraft, Contacts } from "../phone/contacts";
import type { Phone } from "../phone/phone";
import { focusSoon } from "./focus";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { FieldFlaw } from "./target-field";
import { say, type Word } from "./words/words";

const mostNumbers = 10;

const flawWords: Readonly<Record<string, Word>> = {
  empty: "contacts.flaw.empty",
  "too-long": "contacts.flaw.too-long",
  "too-many": "contacts.flaw.too-many",
  "no-number": "contacts.flaw.no-number",
};

interface FormProps {
  readonly draft: ContactDraft;
  readonly phone: Phone;
  readonly screen: Screen;
}

/** A contact while it is written, on the stage. */
export function ContactForm({ draft, phone, screen }: FormProps): JSX.Element {
  const { contacts } = phone;
  const title = say(draft.id === null ? "contacts.add" : "contacts.change");
  const save = async (): Promise<void> => {
    const saved = await contacts.save();
    if (saved === undefined) focusSoon(".contact-form [aria-invalid=true]");
    else if (screen.place.value === "directory") screen.showContact(saved.id);
    else screen.closeDraft();
  };
  return (
    <form
      class="form contact-form"
      aria-label={title}
      autocomplete="off"
      aria-busy={contacts.saving.value}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{title}</h2>
      <TextField contacts={contacts} field="name" label="contacts.name" value={draft.text.name} />
      <TextField contacts={contacts} field="company" label="contacts.company" value={draft.text.company} />
      <Numbers draft={draft} contacts={contacts} />
      <NoteField contacts={contacts} value={draft.text.note} />
      <p class="problem" role="alert">
        {outcomeWords(contacts)}
      </p>
      <div class="reach-end">
        <button type="submit" class="button main">
          {say("reach.save")}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            contacts.cancel();
            screen.closeDraft();
          }}
        >
          {say("contacts.cancel")}
        </button>
      </div>
    </form>
  );
}

function outcomeWords(contacts: Contacts): string {
  if (contacts.failed.value) return say("contacts.failed");
  if (flawOf(contacts, "") !== "") return say("contacts.flaw.full");
  return contacts.flaws.value.length > 0 ? say("reach.refused") : "";
}

function flawOf(contacts: Contacts, field: string): string {
  const flaw = contacts.flaws.value.find((one) => one.field === field);
  return flaw === undefined ? "" : say(flawWords[flaw.code] ?? "reach.flaw.does-not-fit");
}

interface FieldProps {
  readonly contacts: Contacts;
  readonly field: "name" | "company";
  readonly label: Word;
  readonly value: string;
}

function TextField({ contacts, field, label, value }: FieldProps): JSX.Element {
  const flaw = flawOf(contacts, field);
  return (
    <div>
      <label class="field-label" for={`contact-${field}`}>
        {say(label)}
      </label>
      <input
        id={`contact-${field}`}
        type="text"
        dir="auto"
        maxLength={400}
        value={value}
        aria-invalid={flaw !== ""}
        aria-describedby={`contact-${field}-flaw`}
        onInput={(event) => {
          contacts.edit({ [field]: event.currentTarget.value });
        }}
      />
      <FieldFlaw id={`contact-${field}-flaw`} flaw={flaw} />
    </div>
  );
}

function NoteField({ contacts, value }: Pick<FieldProps, "contacts" | "value">): JSX.Element {
  const flaw = flawOf(contacts, "note");
  return (
    <div>
      <label class="field-label" for="contact-note">
        {say("contacts.note")}
      </label>
      <textarea
        id="contact-note"
        dir="auto"
        rows={3}
        maxLength={4_000}
        value={value}
        aria-invalid={flaw !== ""}
        aria-describedby="contact-note-flaw"
        onInput={(event) => {
          contacts.edit({ note: event.currentTarget.value });
        }}
      />
      <FieldFlaw id="contact-note-flaw" flaw={flaw} />
    </div>
  );
}

function Numbers({ draft, contacts }: { readonly draft: ContactDraft; readonly contacts: Contacts }): JSX.Element {
  const { numbers } = draft.text;
  return (
    <fieldset>
      <legend>{say("contacts.numbers")}</legend>
      <ol>
        {numbers.map((one, place) => (
          <li key={place} class="contact-number">
            <NumberFields contacts={contacts} place={place} {...one} />
            {numbers.length > 1 && (
              <button
                type="button"
                class="icon-button"
                aria-label={say("contacts.removeNumber", { number: `${place + 1}` })}
                onClick={() => {
                  contacts.removeNumber(place);
                }}
              >
                <Icon name="x" />
              </button>
            )}
          </li>
        ))}
      </ol>
      <FieldFlaw id="contact-numbers-flaw" flaw={flawOf(contacts, "numbers")} />
      {numbers.length < mostNumbers && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            contacts.addNumber();
            focusSoon(`#contact-number-${numbers.length}`);
          }}
        >
          {say("contacts.addNumber")}
        </button>
      )}
    </fieldset>
  );
}

interface NumberProps {
  readonly contacts: Contacts;
  readonly place: number;
  readonly label: string;
  readonly number: string;
}

function NumberFields({ contacts, place, label, number }: NumberProps): JSX.Element {
  const at = `numbers.${place}.`;
  const flaws = { number: flawOf(contacts, `${at}number`), label: flawOf(contacts, `${at}label`) };
  const which = `${place + 1}`;
  return (
    <div class="contact-number-fields">
      <input
        id={`contact-number-${place}`}
        type="tel"
        value={number}
        aria-label={say("contacts.number", { number: which })}
        placeholder={say("contacts.number.short")}
        aria-invalid={flaws.number !== ""}
        aria-describedby={`contact-number-${place}-flaw`}
        onInput={(event) => {
          contacts.editNumber(place, { number: event.currentTarget.value });
        }}
      />
      <input
        type="text"
        dir="auto"
        maxLength={80}
        value={label}
        aria-label={say("contacts.label", { number: which })}
        placeholder={say("contacts.label.short")}
        aria-invalid={flaws.label !== ""}
        aria-describedby={`contact-number-${place}-flaw`}
        onInput={(event) => {
          contacts.editNumber(place, { label: event.currentTarget.value });
        }}
      />
      <FieldFlaw id={`contact-number-${place}-flaw`} flaw={flaws.number || flaws.label} />
    </div>
  );
}

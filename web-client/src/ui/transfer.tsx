import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Phone } from "../phone/phone";
import { FinderInput, Suggestions } from "./finder-input";
import { HandOverForm, type HandOver } from "./hand-over";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { say, type Word } from "./words/words";

interface DialogProps {
  readonly open: HandOver;
  readonly phone: Phone;
  readonly screen: Screen;
}

const names: Readonly<Record<HandOver["kind"], { readonly title: Word; readonly who: Word }>> = {
  transfer: { title: "action.transfer", who: "transfer.to" },
  add: { title: "action.add-person", who: "add.who" },
};

/** Where a call is handed on, or somebody is asked to join it. It leaves the rest of the page alive: one may ring. */
export function HandOverDialog({ open, phone, screen }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useMemo(() => new HandOverForm(open, phone, screen), [open, phone, screen]);
  useLayoutEffect(() => {
    dialog.current?.show();
    dialog.current?.querySelector<HTMLInputElement>(open.to === undefined ? "#hand-over" : "#hand-over-note")?.focus();
  }, []);
  const title = say(names[open.kind].title);
  return (
    <dialog ref={dialog} class="hand-over" aria-label={title}>
      <div class="hand-over-head">
        <h3>{title}</h3>
        <button
          type="button"
          class="icon-button"
          aria-label={say("action.close")}
          onClick={() => {
            screen.closeHandOver(open);
          }}
        >
          <Icon name="x" />
        </button>
      </div>
      <Form form={form} kind={open.kind} />
    </dialog>
  );
}

function Form({ form, kind }: { readonly form: HandOverForm; readonly kind: HandOver["kind"] }): JSX.Element {
  const who = say(names[kind].who);
  return (
    <form
      autocomplete="off"
      aria-busy={form.busy.value}
      onSubmit={(event) => {
        event.preventDefault();
        void (kind === "transfer" ? form.transfer() : form.consult());
      }}
    >
      <label class="field-label" for="hand-over">
        {who}
      </label>
      <FinderInput box={form.finder} id="hand-over" label={who} labelled closesOnBlur={false} />
      <Suggestions
        box={form.finder}
        id="hand-over"
        take={(person) => {
          form.finder.take(person);
        }}
      />
      {kind === "transfer" && <Note form={form} />}
      <p class="problem" role="alert">
        {form.problem.value}
      </p>
      <Buttons form={form} kind={kind} />
    </form>
  );
}

function Note({ form }: { readonly form: HandOverForm }): JSX.Element {
  return (
    <>
      <label class="field-label" for="hand-over-note">
        {say("transfer.note")}
      </label>
      <input
        id="hand-over-note"
        class="field"
        type="text"
        maxLength={200}
        value={form.note.value}
        aria-describedby="hand-over-note-help"
        onInput={(event) => {
          form.note.value = event.currentTarget.value;
        }}
        onFocus={() => {
          form.finder.open(false);
        }}
      />
      <p id="hand-over-note-help" class="quiet-text">
        {say("transfer.note-help")}
      </p>
    </>
  );
}

/** The first of them is what Enter does. */
function Buttons({ form, kind }: { readonly form: HandOverForm; readonly kind: HandOver["kind"] }): JSX.Element {
  if (kind === "add") {
    return (
      <div class="hand-over-buttons">
        <button type="submit" class="button main">
          {say("add.ask")}
        </button>
      </div>
    );
  }
  return (
    <div class="hand-over-buttons">
      <button type="submit" class="button main">
        {say("transfer.now")}
      </button>
      <button type="button" class="button quiet" onClick={() => void form.consult()}>
        {say("transfer.ask-first")}
      </button>
      <button type="button" class="button quiet" onClick={() => void form.toVoicemail()}>
        {say("transfer.to-voicemail")}
      </button>
    </div>
  );
}

import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { FinderInput, Suggestions } from "./finder-input";
import type { ForwardForm } from "./forward-form";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { say } from "./words/words";

interface DialogProps {
  readonly form: ForwardForm;
  readonly screen: Screen;
}

/** Where a message is forwarded. It leaves the rest of the page alive: somebody may ring. */
export function ForwardDialog({ form, screen }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.show();
    dialog.current?.querySelector<HTMLInputElement>("#forward-to")?.focus();
    dialog.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <dialog ref={dialog} class="hand-over" aria-label={say("voicemail.forward")}>
      <div class="hand-over-head">
        <h4>{say("voicemail.forward")}</h4>
        <button
          type="button"
          class="icon-button"
          aria-label={say("action.close")}
          onClick={() => {
            screen.closeForward(form);
          }}
        >
          <Icon name="x" />
        </button>
      </div>
      <ForwardFields form={form} />
    </dialog>
  );
}

export function ForwardFields({ form }: { readonly form: ForwardForm }): JSX.Element {
  const label = say("forward.to");
  return (
    <form
      autocomplete="off"
      aria-busy={form.busy.value}
      onSubmit={(event) => {
        event.preventDefault();
        void form.send();
      }}
    >
      <label class="field-label" for="forward-to">
        {label}
      </label>
      <FinderInput box={form.finder} id="forward-to" label={label} labelled closesOnBlur={false} />
      <Suggestions
        box={form.finder}
        id="forward-to"
        take={(person) => {
          form.finder.take(person);
        }}
      />
      <p class="problem" role="alert">
        {form.problem.value}
      </p>
      <div class="hand-over-buttons">
        <button type="submit" class="button main">
          {say("forward.send")}
        </button>
      </div>
    </form>
  );
}

import type { JSX } from "preact";
import type { PinRefusal, VoicemailPin } from "../phone/voicemail-pin";
import { say, type Word } from "./words/words";

const refusals: Readonly<Record<PinRefusal, Word>> = {
  "pin-length": "pin.length",
  "pin-trivial": "pin.trivial",
  "pin-extension": "pin.extension",
  failed: "pin.failed",
};

/** Below the messages: the PIN by which they are heard from any phone. It is read when somebody looks at it. */
export function PinSettings({ pin }: { readonly pin: VoicemailPin }): JSX.Element {
  return (
    <details
      class="mailbox-pin"
      onToggle={(event) => {
        if (event.currentTarget.open) void pin.read();
      }}
    >
      <summary>{say("pin.title")}</summary>
      <PinForm pin={pin} />
    </details>
  );
}

export function PinForm({ pin }: { readonly pin: VoicemailPin }): JSX.Element {
  return (
    <form
      autocomplete="off"
      aria-busy={pin.saving.value}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(pin, event.currentTarget);
      }}
    >
      <p>{say(pin.isSet.value === true ? "pin.set" : "pin.unset")}</p>
      <label class="field-label" for="mailbox-pin">
        {say("pin.new")}
      </label>
      <div class="mailbox-pin-row">
        <input id="mailbox-pin" name="pin" type="password" inputMode="numeric" autocomplete="new-password" maxLength={8} />
        <button type="submit" class="button main">
          {say("pin.save")}
        </button>
      </div>
      <Outcome pin={pin} />
    </form>
  );
}

async function submit(pin: VoicemailPin, form: HTMLFormElement): Promise<void> {
  const typed = new FormData(form).get("pin");
  if (await pin.change(typeof typed === "string" ? typed : "")) form.reset();
}

function Outcome({ pin }: { readonly pin: VoicemailPin }): JSX.Element {
  const outcome = pin.outcome.value;
  const refused = outcome !== null && outcome !== "done";
  return (
    <>
      <p class="problem" role="alert">
        {refused ? say(refusals[outcome]) : ""}
      </p>
      <p aria-live="polite">{outcome === "done" ? say("pin.saved") : ""}</p>
    </>
  );
}

import type { JSX } from "preact";
import type { Target } from "../phone/reachability";
import { say, type Word } from "./words/words";

interface TargetFieldProps {
  readonly id: string;
  readonly label: string;
  /** What it means that calls go nowhere else. */
  readonly none: Word;
  readonly value: Target;
  readonly voicemail: boolean;
  readonly flaw: string;
  readonly changed: (value: Target) => void;
}

/** Where calls go: nowhere else, to the voicemail, or to whatever can be dialled. */
export function TargetField({ id, label, none, value, voicemail, flaw, changed }: TargetFieldProps): JSX.Element {
  const kind = value === null || value === "voicemail" ? (value ?? "none") : "other";
  return (
    <div class="target">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        value={kind}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          changed(chosen === "none" ? null : chosen === "voicemail" ? "voicemail" : "");
        }}
      >
        <option value="none">{say(none)}</option>
        {(voicemail || kind === "voicemail") && <option value="voicemail">{say("reach.voicemail")}</option>}
        <option value="other">{say("reach.other")}</option>
      </select>
      {kind === "other" && (
        <input
          type="text"
          aria-label={`${label}: ${say("reach.number")}`}
          placeholder={say("reach.number")}
          value={value ?? ""}
          aria-invalid={flaw !== ""}
          aria-describedby={`${id}-flaw`}
          onInput={(event) => {
            changed(event.currentTarget.value);
          }}
        />
      )}
      <FieldFlaw id={`${id}-flaw`} flaw={flaw} />
    </div>
  );
}

/** What is wrong with a field; stays when nothing is, so that a change is said aloud. */
export function FieldFlaw({ id, flaw }: { readonly id: string; readonly flaw: string }): JSX.Element {
  return (
    <p id={id} class="problem" aria-live="polite">
      {flaw}
    </p>
  );
}

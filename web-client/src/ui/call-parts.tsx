import type { JSX } from "preact";
import { live, rings, type PhoneCall } from "../phone/call";
import { Icon, type IconName } from "./icon";
import { stateWords } from "./words/call-words";
import { duration } from "./words/words";

/** The state of a call, announced when it changes: its words alone. One such element per call stands on the page. */
export function CallStatus({ call }: { readonly call: PhoneCall }): JSX.Element {
  return (
    <span class="state" role="status" data-state={call.state}>
      {stateWords(call)}
    </span>
  );
}

/** The state of a call that was put away: it was announced, and nothing changes any more. */
export function PastStatus({ call }: { readonly call: PhoneCall }): JSX.Element {
  return (
    <span class="state" data-state={call.state}>
      {stateWords(call)}
    </span>
  );
}

/** How long the call lasts, or rings here; it ticks without being announced. */
export function CallTimer({ call, now }: { readonly call: PhoneCall; readonly now: number }): JSX.Element | null {
  const since = timerStart(call);
  if (since === null) return null;
  return (
    <span class="timer" role="timer" aria-live="off">
      {duration((call.endedAt ?? now) - since)}
    </span>
  );
}

/** From when the timer of a call counts; null while there is nothing to count. Pure. */
export function timerStart(call: PhoneCall): number | null {
  if (rings(call)) return call.began;
  return call.answered;
}

/** A button of a call: drawing above, verb below, its key in the tooltip. */
export function ActionButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly shortcut: string;
  readonly kind?: "good" | "bad" | "quiet";
  readonly id?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly act: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class={`action ${props.kind ?? "quiet"}`}
      {...(props.id === undefined ? {} : { id: props.id })}
      data-on={props.pressed === true ? "" : undefined}
      disabled={props.disabled ?? false}
      title={props.shortcut}
      onClick={props.act}
    >
      <Icon name={props.icon} />
      <span>{props.label}</span>
    </button>
  );
}

/** Two letters for a person without a picture. Pure. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Letter}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase() ?? "").join("");
}

/** The round sign of a person: initials, a handset where there is no name, or that there are several. */
export function Avatar({ call }: { readonly call: PhoneCall }): JSX.Element {
  const letters = initials(call.name);
  return (
    <span class="avatar" data-state={live(call) ? call.state : "ended"} aria-hidden="true">
      {call.with.length > 0 ? <Icon name="users" /> : letters === "" ? <Icon name="phone" /> : letters}
    </span>
  );
}

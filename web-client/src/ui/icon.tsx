import type { JSX } from "preact";
import sprite from "./icons.svg?url";

export type IconName =
  | "phone"
  | "phone-incoming"
  | "phone-outgoing"
  | "phone-missed"
  | "phone-off"
  | "mic"
  | "mic-off"
  | "pause"
  | "play"
  | "grip"
  | "menu"
  | "search"
  | "arrow-left"
  | "x"
  | "keyboard"
  | "volume-x"
  | "circle-alert"
  | "log-out"
  | "monitor-smartphone"
  | "phone-forwarded"
  | "square-parking"
  | "user-plus"
  | "users"
  | "merge"
  | "undo-2"
  | "voicemail"
  | "trash-2"
  | "forward"
  | "chevron-down"
  | "lock"
  | "lock-open"
  | "link"
  | "user-minus"
  | "user-check"
  | "disc"
  | "headphones"
  | "volume-2"
  | "sliders-horizontal"
  | "book-user"
  | "concierge-bell";

/** A drawing beside words; never alone, so hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}

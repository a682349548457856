import type { JSX } from "preact";
import type { PhoneCall } from "../phone/call";
import { cardWords } from "./words/call-words";

/** What came with a call that was handed on: by whom or about whom, and his note. */
export function CardOf({ call }: { readonly call: PhoneCall }): JSX.Element | null {
  if (call.card === null) return null;
  return (
    <div class="handed" data-kind={call.card.kind}>
      <p>{cardWords(call)}</p>
      {call.card.note !== "" && <blockquote>{call.card.note}</blockquote>}
    </div>
  );
}

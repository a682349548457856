import type { JSX } from "preact";
import type { BlockedCallers, BlockTrouble } from "../phone/blocked";
import type { PastCall } from "../phone/history";
import type { Phone } from "../phone/phone";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { UndoToast } from "./undo";
import { say, type Word } from "./words/words";

interface ActionProps {
  readonly other: PastCall["other"];
  readonly phone: Phone;
  readonly screen: Screen;
}

/** What to do about somebody outside, of whom an earlier call tells: keep his number, or have peace of it. */
export function CallerActions({ other, phone, screen }: ActionProps): JSX.Element | null {
  const { number } = other;
  if (!isOutside(phone, number)) return null;
  return (
    <div class="caller-actions">
      {!phone.state.contactNames.value.has(number) && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            phone.contacts.write(other.name, number);
            screen.showDraft();
          }}
        >
          <Icon name="user-plus" />
          {say("contacts.keep")}
        </button>
      )}
      <BlockButton blocked={phone.blocked} number={number} />
    </div>
  );
}

/** Too long for an extension or a service of the company, and no colleague's. Pure. */
function isOutside(phone: Phone, number: string): boolean {
  return /^\+?\d{7,}$/.test(number) && !phone.state.isColleague(number);
}

function BlockButton({ blocked, number }: { readonly blocked: BlockedCallers; readonly number: string }): JSX.Element {
  const entry = blocked.entryOf(number);
  return (
    <button
      type="button"
      class="button quiet"
      onClick={() => void (entry === undefined ? blocked.block(number) : blocked.unblock(entry))}
    >
      <Icon name={entry === undefined ? "phone-off" : "phone"} />
      {say(entry === undefined ? "blocked.block" : "blocked.unblock.this")}
    </button>
  );
}

const troubles: Readonly<Record<BlockTrouble, Word>> = {
  "no-number": "blocked.flaw.no-number",
  "too-many": "blocked.flaw.too-many",
  failed: "blocked.failed",
};

/** What was blocked or unblocked last, to be taken back for a while; or why it was not. */
export function BlockToast({ blocked }: { readonly blocked: BlockedCallers }): JSX.Element {
  const last = blocked.last.offered.value;
  const trouble = blocked.trouble.value;
  return (
    <div class="toasts">
      <UndoToast
        id="blocked-undo"
        words={last === null ? "" : say(last.blocked ? "blocked.done" : "blocked.undone", { number: last.number })}
        next="#earlier, #blocked-title"
        undo={() => void blocked.undo()}
      />
      <p class="problem" role="alert">
        {trouble === null ? "" : say(troubles[trouble])}
      </p>
    </div>
  );
}

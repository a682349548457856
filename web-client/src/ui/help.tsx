import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { say, type Word } from "./words/words";

const rows: readonly (readonly [string, Word])[] = [
  ["/", "shortcuts.number"],
  ["A", "shortcuts.answer"],
  ["D", "shortcuts.decline"],
  ["M", "action.mute"],
  ["H", "action.hold"],
  ["K", "action.keypad"],
  ["T", "shortcuts.transfer"],
  ["P", "action.park"],
  ["R", "action.record"],
  ["1 – 9", "shortcuts.choose"],
  ["?", "shortcuts.help"],
  ["Esc", "shortcuts.escape"],
];

const inReception: readonly (readonly [string, Word])[] = [
  ["Enter", "shortcuts.reception.enter"],
  ["← ↑ → ↓", "shortcuts.reception.arrows"],
  ["T", "action.transfer"],
  ["A", "shortcuts.reception.ask"],
  ["V", "shortcuts.reception.voicemail"],
  ["N", "shortcuts.reception.note"],
  ["C", "shortcuts.reception.call"],
  ["1 – 9", "shortcuts.reception.waiting"],
  ["Esc", "shortcuts.reception.escape"],
];

/** What the keys do, and the switch that turns them off. */
export function Help({ screen }: { readonly screen: Screen }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => {
    screen.help.value = false;
  };
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <div class="help-head">
        <h2 id="help-title">{say("shortcuts.title")}</h2>
        <button type="button" class="icon-button" aria-label={say("action.close")} onClick={close}>
          <Icon name="x" />
        </button>
      </div>
      {screen.place.value === "reception" && (
        <>
          <h3>{say("shortcuts.reception")}</h3>
          <Keys of={inReception} />
          <h3>{say("shortcuts.everywhere")}</h3>
        </>
      )}
      <Keys of={rows} />
      <label class="check">
        <input
          type="checkbox"
          checked={screen.shortcuts.value}
          onChange={(event) => {
            screen.useShortcuts(event.currentTarget.checked);
          }}
        />
        <span>{say("shortcuts.enabled")}</span>
      </label>
      <p class="quiet-text">{say("shortcuts.never")}</p>
    </dialog>
  );
}

function Keys({ of }: { readonly of: typeof rows }): JSX.Element {
  return (
    <dl>
      {of.map(([key, word]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{say(word)}</dd>
        </div>
      ))}
    </dl>
  );
}

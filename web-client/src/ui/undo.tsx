import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Voicemail } from "../phone/voicemail";
import { focusSoon, keepFocus } from "./focus";
import { Icon } from "./icon";
import { partId } from "./part-id";
import { deletedWords } from "./words/voicemail-words";
import { say } from "./words/words";

/** Says what was deleted, also aloud, and takes it back for a while. */
export function Undo({ voicemail }: { readonly voicemail: Voicemail }): JSX.Element {
  const deleted = voicemail.deleted.value;
  return (
    <div class="toast" data-empty={deleted.length === 0 ? "" : undefined}>
      <p aria-live="polite">{deleted.length === 0 ? "" : deletedWords(deleted.length)}</p>
      {deleted.length > 0 && <UndoButton voicemail={voicemail} />}
    </div>
  );
}

function UndoButton({ voicemail }: { readonly voicemail: Voicemail }): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own === document.activeElement) keepFocus("#voicemail-title");
    };
  }, []);
  return (
    <button
      ref={button}
      type="button"
      id="voicemail-undo"
      class="button quiet"
      onClick={() => {
        const first = voicemail.deleted.value[0];
        void voicemail.undo();
        if (first !== undefined) focusSoon(`#${CSS.escape(partId(first.id, "play"))}`);
      }}
    >
      <Icon name="undo-2" />
      {say("voicemail.undo")}
    </button>
  );
}

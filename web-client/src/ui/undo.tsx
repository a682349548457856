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
    <UndoToast
      id="voicemail-undo"
      words={deleted.length === 0 ? "" : deletedWords(deleted.length)}
      next="#voicemail-title"
      undo={() => {
        const first = deleted[0];
        void voicemail.undo();
        if (first !== undefined) focusSoon(`#${CSS.escape(partId(first.id, "play"))}`);
      }}
    />
  );
}

interface UndoToastProps {
  readonly id: string;
  /** What was done; empty: there is nothing to take back. */
  readonly words: string;
  /** Where the focus goes if the button is taken away under it. */
  readonly next: string;
  readonly undo: () => void;
}

/** Says what was done, also aloud, and offers to take it back. */
export function UndoToast({ id, words, next, undo }: UndoToastProps): JSX.Element {
  return (
    <div class="toast" data-empty={words === "" ? "" : undefined}>
      <p aria-live="polite">{words}</p>
      {words !== "" && <UndoButton id={id} next={next} undo={undo} />}
    </div>
  );
}

function UndoButton({ id, next, undo }: Omit<UndoToastProps, "words">): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own === document.activeElement) keepFocus(next);
    };
  }, []);
  return (
    <button ref={button} type="button" id={id} class="button quiet" onClick={undo}>
      <Icon name="undo-2" />
      {say("voicemail.undo")}
    </button>
  );
}

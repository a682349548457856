import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./icon";
import { keypadKeys, type Screen } from "./screen";
import { say } from "./words/words";

/** The keys of a telephone for menus and PINs; the keyboard's own keys work too while it is open. */
export function Keypad({ screen }: { readonly screen: Screen }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.show();
    dialog.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} class="keypad" tabIndex={-1} aria-label={say("action.keypad")}>
      <div class="keypad-head">
        <output class="sent" role="group" aria-label={say("keypad.sent")}>
          {screen.sent.value}
        </output>
        <button
          type="button"
          class="icon-button"
          aria-label={say("action.close")}
          onClick={() => {
            screen.keypad.value = null;
            document.querySelector<HTMLElement>("#keypad-button")?.focus();
          }}
        >
          <Icon name="x" />
        </button>
      </div>
      <div class="keys">
        {keypadKeys.map((key) => (
          <button
            key={key}
            type="button"
            class="key"
            onClick={() => {
              screen.press(key);
            }}
          >
            {key}
          </button>
        ))}
      </div>
    </dialog>
  );
}

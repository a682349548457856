import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { writesText } from "./shortcuts";
import { say } from "./words/words";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"] as const;

/** The keys of a telephone for menus and PINs; the keyboard's own keys work too while it is open. */
export function Keypad(props: {
  readonly call: PhoneCall;
  readonly phone: Phone;
  readonly screen: Screen;
}): JSX.Element {
  const sent = useSignal("");
  const dialog = useRef<HTMLDialogElement>(null);
  const press = (key: string): void => {
    sent.value = (sent.value + key).slice(-24);
    void props.phone.calls.digits(props.call.key, key);
  };
  useEffect(() => {
    dialog.current?.show();
    dialog.current?.focus();
    return listen(press);
  }, []);
  return (
    <dialog ref={dialog} class="keypad" tabIndex={-1} aria-label={say("action.keypad")}>
      <div class="keypad-head">
        <output class="sent" role="group" aria-label={say("keypad.sent")}>
          {sent.value}
        </output>
        <button
          type="button"
          class="icon-button"
          aria-label={say("action.close")}
          onClick={() => {
            props.screen.keypad.value = null;
            document.querySelector<HTMLElement>("#keypad-button")?.focus();
          }}
        >
          <Icon name="x" />
        </button>
      </div>
      <Keys press={press} />
    </dialog>
  );
}

function Keys({ press }: { readonly press: (key: string) => void }): JSX.Element {
  return (
    <div class="keys">
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          class="key"
          onClick={() => {
            press(key);
          }}
        >
          {key}
        </button>
      ))}
    </div>
  );
}

/** Lends the keyboard's digits to the keypad; the returned function gives them back. */
function listen(press: (key: string) => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const held = event.altKey || event.ctrlKey || event.metaKey;
    if (held || writesText(event.target) || !keys.some((key) => key === event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press(event.key);
  };
  addEventListener("keydown", onKey, { capture: true });
  return () => {
    removeEventListener("keydown", onKey, { capture: true });
  };
}

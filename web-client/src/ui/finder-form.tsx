import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Phone } from "../phone/phone";
import type { Wanted } from "./finder";
import { FinderBox } from "./finder-box";
import { FinderInput, Suggestions } from "./finder-input";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { say } from "./words/words";

const mostSuggestions = 6;

/** The box `Number or name` with its suggestions; Enter or `Call` dials. */
export function Finder({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  const box = useMemo(() => new FinderBox(phone, screen, mostSuggestions), [phone, screen]);
  const dial = (wanted: Wanted): void => {
    box.clear();
    void phone.calls.dial(wanted.to, wanted.name);
  };
  return (
    <form
      class="finder"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = box.wanted();
        if (wanted !== undefined) dial(wanted);
      }}
    >
      <FinderInput box={box} id="number" label={say("finder.label")} closesOnBlur />
      <button type="submit" class="button good">
        <Icon name="phone" />
        {say("finder.call")}
      </button>
      <Suggestions
        box={box}
        id="number"
        take={(person) => {
          dial({ to: person.extension, name: person.name });
        }}
      />
    </form>
  );
}

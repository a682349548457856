import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Phone } from "../phone/phone";
import { FinderBox } from "./finder-box";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { say } from "./words/words";

/** The box `Number or name` with its suggestions; Enter or `Call` dials. */
export function Finder({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  const box = useMemo(() => new FinderBox(phone, screen), [phone, screen]);
  return (
    <form
      class="finder"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        box.submit();
      }}
    >
      <NumberBox box={box} />
      <button type="submit" class="button good">
        <Icon name="phone" />
        {say("finder.call")}
      </button>
      <Suggestions box={box} />
    </form>
  );
}

function NumberBox({ box }: { readonly box: FinderBox }): JSX.Element {
  const chosen = box.chosen.value;
  return (
    <div class="box">
      <Icon name="search" />
      <input
        id="number"
        type="text"
        maxLength={64}
        value={box.typed.value}
        placeholder={say("finder.label")}
        aria-label={say("finder.label")}
        aria-autocomplete="list"
        aria-controls="suggestions"
        aria-activedescendant={box.shown.value.length > 0 && chosen >= 0 ? `suggestion-${chosen}` : undefined}
        spellcheck={false}
        enterkeyhint="go"
        onInput={(event) => {
          box.type(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          press(event, box);
        }}
        onFocus={() => {
          box.open(true);
        }}
        onBlur={() => {
          box.open(false);
        }}
      />
    </div>
  );
}

function press(event: KeyboardEvent, box: FinderBox): void {
  if (event.key === "Escape" && box.shown.value.length > 0) {
    box.open(false);
    event.stopPropagation();
  }
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : undefined;
  if (step !== undefined && box.step(step)) event.preventDefault();
}

function Suggestions({ box }: { readonly box: FinderBox }): JSX.Element {
  const shown = box.shown.value;
  return (
    <ul
      id="suggestions"
      class="suggestions"
      role="listbox"
      aria-label={say("finder.suggestions")}
      hidden={shown.length === 0}
    >
      {shown.map((entry, place) => (
        <li
          key={entry.extension}
          id={`suggestion-${place}`}
          role="option"
          aria-selected={place === box.chosen.value}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            box.dial({ to: entry.extension, name: entry.name });
          }}
        >
          <span>{entry.name}</span>
          <span class="number">{entry.extension}</span>
        </li>
      ))}
    </ul>
  );
}

import type { JSX } from "preact";
import type { DirectoryEntry } from "../phone/call";
import type { FinderBox } from "./finder-box";
import { Icon } from "./icon";
import { say } from "./words/words";

interface InputProps {
  readonly box: FinderBox;
  /** Of the textbox; its suggestions are named after it. */
  readonly id: string;
  readonly label: string;
  /** The label stands above already. */
  readonly labelled?: boolean;
  /** Leaving the box closes its suggestions; not where something below them would then move under the pointer. */
  readonly closesOnBlur: boolean;
}

/** A textbox for a number or a name; the arrows go through its suggestions. */
export function FinderInput({ box, id, label, labelled, closesOnBlur }: InputProps): JSX.Element {
  const chosen = box.chosen.value;
  return (
    <div class="box">
      <Icon name="search" />
      <input
        id={id}
        type="text"
        maxLength={64}
        value={box.typed.value}
        placeholder={labelled === true ? undefined : label}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={`${id}-suggestions`}
        aria-activedescendant={box.shown.value.length > 0 && chosen >= 0 ? `${id}-suggestion-${chosen}` : undefined}
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
          if (closesOnBlur) box.open(false);
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

interface SuggestionsProps {
  readonly box: FinderBox;
  readonly id: string;
  readonly take: (person: DirectoryEntry) => void;
}

/** The people suggested for what stands in the textbox of that id. */
export function Suggestions({ box, id, take }: SuggestionsProps): JSX.Element {
  const shown = box.shown.value;
  return (
    <ul
      id={`${id}-suggestions`}
      class="suggestions"
      role="listbox"
      aria-label={say("finder.suggestions")}
      hidden={shown.length === 0}
    >
      {shown.map((person, place) => (
        <li
          key={`${person.extension} ${person.name}`}
          id={`${id}-suggestion-${place}`}
          role="option"
          aria-selected={place === box.chosen.value}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            take(person);
          }}
        >
          <span dir="auto">{person.name}</span>
          <span class="number">{person.extension}</span>
        </li>
      ))}
    </ul>
  );
}

import type { JSX } from "preact";
import { initials } from "./call-parts";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { say } from "./words/words";

/** On a small screen, from the stage back to the list. */
export function BackButton({ screen }: { readonly screen: Screen }): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button back"
      aria-label={say("call.back")}
      onClick={() => {
        screen.view.value = "list";
      }}
    >
      <Icon name="arrow-left" />
    </button>
  );
}

/** How the stage begins for somebody who is looked at: the way back, his initials and his name. */
export function CardHead({ name, screen }: { readonly name: string; readonly screen: Screen }): JSX.Element {
  return (
    <>
      <BackButton screen={screen} />
      <span class="avatar" data-state="ended" aria-hidden="true">
        {initials(name) === "" ? <Icon name="phone" /> : initials(name)}
      </span>
      <h2 dir="auto" title={name}>
        {name}
      </h2>
    </>
  );
}

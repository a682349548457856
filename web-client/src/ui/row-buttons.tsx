import type { JSX } from "preact";
import { Icon } from "./icon";
import { say } from "./words/words";

interface RowButtonProps {
  /** Whose row it is. */
  readonly name: string;
  readonly act: () => void;
}

/** The name in a row of the directory: shows him on the stage. */
export function RowName({ name, act }: RowButtonProps): JSX.Element {
  return (
    <button type="button" class="row-name" aria-label={say("directory.show", { name })} onClick={act}>
      <bdi>{name}</bdi>
    </button>
  );
}

/** The end of such a row: calls him. */
export function RowCall({ name, act }: RowButtonProps): JSX.Element {
  const words = say("directory.call", { name });
  return (
    <button type="button" class="icon-button" aria-label={words} title={words} onClick={act}>
      <Icon name="phone" />
    </button>
  );
}

import type { JSX } from "preact";
import { themes, type Theme, type ThemeChoice } from "./theme-choice";
import { say, type Word } from "./words/words";

const words: Readonly<Record<Theme, Word>> = {
  system: "theme.system",
  light: "theme.light",
  dark: "theme.dark",
};

/** Whether the page is light or dark. */
export function ThemeSetting({ choice }: { readonly choice: ThemeChoice }): JSX.Element {
  return (
    <fieldset class="theme">
      <legend>{say("theme.title")}</legend>
      {themes.map((theme) => (
        <label key={theme} class="check">
          <input
            type="radio"
            name="theme"
            checked={theme === choice.theme.value}
            onChange={() => {
              choice.choose(theme);
            }}
          />
          {say(words[theme])}
        </label>
      ))}
    </fieldset>
  );
}

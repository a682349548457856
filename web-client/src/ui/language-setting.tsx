import type { JSX } from "preact";
import type { LanguageChoice } from "./language-choice";
import { languages, spokenNow } from "./words/language";
import { say } from "./words/words";

/** In which language the phone speaks to its reader; each is named in itself. */
export function LanguageSetting({ choice }: { readonly choice: LanguageChoice }): JSX.Element {
  const spoken = spokenNow().language;
  return (
    <fieldset class="language">
      <legend>{say("language.title")}</legend>
      {languages.map((language) => (
        <label key={language} class="check" lang={language}>
          <input
            type="radio"
            name="language"
            checked={language === spoken}
            onChange={() => void choice.choose(language)}
          />
          {say(`language.${language}`)}
        </label>
      ))}
      <p class="problem" role="alert">
        {choice.failed.value ? say("language.failed") : ""}
      </p>
    </fieldset>
  );
}

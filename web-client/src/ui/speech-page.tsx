import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PromptMaker } from "../phone/prompt-maker";
import { PromptName, troubles } from "./prompt-page";
import { languageWords, say } from "./words/words";

interface SpeechProps {
  readonly maker: PromptMaker;
  /** The id of a list of names to choose from. */
  readonly names: string;
  /** The languages that can be spoken, at least one. */
  readonly languages: readonly string[];
}

/** The form for a prompt that is typed and spoken by the server. */
export function SpeechPage({ maker, names, languages }: SpeechProps): JSX.Element {
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [language, setLanguage] = useState(languages[0] ?? "");
  const trouble = maker.trouble.value;
  return (
    <form
      class="prompt-form"
      autocomplete="off"
      aria-busy={maker.saving.value}
      onSubmit={(event) => {
        event.preventDefault();
        void maker.speak(name.trim(), text, language);
      }}
    >
      <p class="notice bad" role="alert" hidden={trouble === null}>
        {trouble === null ? "" : say(troubles[trouble])}
      </p>
      <PromptName id="speech-name" label="speech.name" names={names} name={name} change={setName} />
      <Text text={text} change={setText} />
      <Languages all={languages} chosen={language} choose={setLanguage} />
      <div class="actions">
        <button type="submit" class="button primary" disabled={maker.saving.value}>
          {say(maker.saving.value ? "prompt.saving" : "speech.save")}
        </button>
      </div>
    </form>
  );
}

function Text(props: { readonly text: string; readonly change: (text: string) => void }): JSX.Element {
  return (
    <div class="field">
      <label for="speech-text">{say("speech.text")}</label>
      <textarea
        id="speech-text"
        required
        maxLength={2000}
        rows={3}
        value={props.text}
        onInput={(event) => {
          props.change(event.currentTarget.value);
        }}
      />
    </div>
  );
}

interface LanguagesProps {
  readonly all: readonly string[];
  readonly chosen: string;
  readonly choose: (language: string) => void;
}

function Languages({ all, chosen, choose }: LanguagesProps): JSX.Element {
  return (
    <div class="field">
      <label for="speech-language">{say("speech.language")}</label>
      <select
        id="speech-language"
        value={chosen}
        onChange={(event) => {
          choose(event.currentTarget.value);
        }}
      >
        {all.map((one) => (
          <option key={one} value={one}>
            {languageWords(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PromptMaker } from "../phone/prompt-maker";
import type { SoundTrouble } from "../phone/sound-maker";
import { SoundPreview } from "./sound-preview";
import { say, type Word } from "./words/words";

export const troubles: Readonly<Record<SoundTrouble, Word>> = {
  "bad-name": "prompt.bad-name",
  "unknown-format": "prompt.unreadable",
  unreadable: "prompt.unreadable",
  "too-short": "prompt.too-short",
  "too-long": "prompt.too-long",
  silent: "prompt.silent",
  "too-many": "prompt.too-many",
  "in-use": "prompt.in-use",
  "no-sound": "prompt.no-sound",
  "microphone-denied": "failure.microphone-denied",
  "microphone-missing": "failure.microphone-missing",
  "no-engine": "speech.no-voice",
  "no-voice": "speech.no-voice",
  "no-text": "speech.no-text",
  "text-too-long": "speech.too-long",
  "timed-out": "speech.timed-out",
  failed: "prompt.failed",
};

interface PromptPageProps {
  readonly maker: PromptMaker;
  /** The id of a list of names to choose from. */
  readonly names: string;
  /** The name of the one sound this page is about. */
  readonly fixed?: string;
}

/** The form for a new prompt: a name, unless it is fixed, and a sound from a file or the microphone. */
export function PromptPage({ maker, names, fixed }: PromptPageProps): JSX.Element {
  const [name, setName] = useState(fixed ?? "");
  return (
    <form
      class="prompt-form"
      autocomplete="off"
      aria-busy={maker.saving.value}
      onSubmit={(event) => {
        event.preventDefault();
        void maker.save(name.trim());
      }}
    >
      <p class="notice bad" role="alert" hidden={maker.trouble.value === null}>
        {maker.trouble.value === null ? "" : say(troubles[maker.trouble.value])}
      </p>
      {fixed === undefined && <PromptName id="prompt-name" label="prompt.name" names={names} name={name} change={setName} />}
      <Source maker={maker} />
      <div class="actions">
        <button type="submit" class="button primary" disabled={maker.saving.value || maker.recording.value}>
          {say(maker.saving.value ? "prompt.saving" : fixed === undefined ? "prompt.save" : "prompt.use")}
        </button>
      </div>
    </form>
  );
}

interface PromptNameProps {
  readonly id: string;
  readonly label: Word;
  /** The id of a list to choose from. */
  readonly names: string;
  readonly name: string;
  readonly change: (name: string) => void;
}

/** By what name the plan will know a prompt. */
export function PromptName({ id, label, names, name, change }: PromptNameProps): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      <input
        id={id}
        type="text"
        required
        maxLength={64}
        list={names}
        value={name}
        onInput={(event) => {
          change(event.currentTarget.value);
        }}
      />
    </div>
  );
}

function Source({ maker }: { readonly maker: PromptMaker }): JSX.Element {
  const recording = maker.recording.value;
  return (
    <>
      <div class="field">
        <label for="prompt-file">{say("prompt.file")}</label>
        <input
          id="prompt-file"
          type="file"
          accept="audio/*"
          onChange={(event) => {
            maker.choose(event.currentTarget.files?.item(0) ?? null);
          }}
        />
      </div>
      <p class="prompt-record">
        <button type="button" class="button" onClick={() => void (recording ? maker.stop() : maker.record())}>
          {say(recording ? "prompt.stop" : "prompt.record")}
        </button>
        <span role="status">{recording ? say("prompt.recording") : ""}</span>
      </p>
      <SoundPreview sound={maker.sound.value} label={say("prompt.preview")} />
    </>
  );
}

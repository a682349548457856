import type { JSX } from "preact";
import type { NameMaker } from "../phone/name-maker";
import { Icon } from "./icon";
import { SoundPreview } from "./sound-preview";
import { nameProblem } from "./words/greeting-words";
import { say } from "./words/words";

interface NameProps {
  readonly maker: NameMaker;
  /** Whose name it is. */
  readonly box: string;
}

/** Recorded in the page: spoken, heard, kept. */
export function NameRecorder({ maker, box }: NameProps): JSX.Element {
  const recording = maker.recording.value;
  const trouble = maker.trouble.value;
  return (
    <div class="name-recorder" aria-busy={maker.saving.value}>
      <button type="button" class="button quiet" onClick={() => void (recording ? maker.stop() : maker.record())}>
        <Icon name={recording ? "pause" : "mic"} />
        {say(recording ? "name.stop" : "name.record")}
      </button>
      <span role="status" class="quiet-text">
        {recording ? say("name.recording") : ""}
      </span>
      <SoundPreview sound={maker.sound.value} label={say("name.preview")} />
      {maker.sound.value !== null && (
        <button type="button" class="button main" disabled={maker.saving.value || recording} onClick={() => void maker.save(box)}>
          {say(maker.saving.value ? "prompt.saving" : "name.save")}
        </button>
      )}
      <p class="problem" role="alert">
        {trouble === null ? "" : nameProblem(trouble)}
      </p>
    </div>
  );
}

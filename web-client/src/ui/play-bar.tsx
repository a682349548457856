import type { JSX } from "preact";
import type { Playback } from "../phone/playback";
import { duration, say } from "./words/words";

/** Where in the message the sound is; it can be moved, by the keyboard's arrows too. */
export function PlayBar({ playback }: { readonly playback: Playback }): JSX.Element {
  const position = Math.min(playback.position.value, playback.length.value);
  const [at, whole] = [duration(position * 1_000), duration(playback.length.value * 1_000)];
  return (
    <div class="play-bar">
      <span class="timer" aria-hidden="true">
        {at}
      </span>
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.ceil(playback.length.value))}
        step={1}
        value={position}
        aria-label={say("voicemail.position")}
        aria-valuetext={say("voicemail.position.of", { position: at, length: whole })}
        onInput={(event) => {
          playback.seek(event.currentTarget.valueAsNumber);
        }}
      />
      <span class="timer" aria-hidden="true">
        {whole}
      </span>
    </div>
  );
}

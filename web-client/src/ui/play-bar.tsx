import type { JSX } from "preact";
import { speeds, type Playback } from "../phone/playback";
import { duration, numberWords, say } from "./words/words";

/** Where in the message the sound is, and how fast; it can be moved, by the keyboard's arrows too. */
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
      <select
        aria-label={say("voicemail.speed")}
        value={`${playback.speed.value}`}
        onChange={(event) => {
          const chosen = speeds.find((speed) => `${speed}` === event.currentTarget.value);
          if (chosen !== undefined) playback.hurry(chosen);
        }}
      >
        {speeds.map((speed) => (
          <option key={speed} value={`${speed}`}>
            {numberWords(speed)} ×
          </option>
        ))}
      </select>
    </div>
  );
}

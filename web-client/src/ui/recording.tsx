import type { JSX } from "preact";
import { live, type PhoneCall } from "../phone/call";
import type { OwnRecording, OwnRecordings } from "../phone/own-recordings";
import type { Phone } from "../phone/phone";
import type { RoomStay } from "../phone/rooms";
import { ActionButton } from "./call-parts";
import { Icon } from "./icon";
import { PlayBar } from "./play-bar";
import { duration, say } from "./words/words";

interface RecordingProps {
  readonly call: PhoneCall;
  readonly phone: Phone;
}

/** Whether it can be ended; one that was refused can only be asked for again. */
const runs = (recording: NonNullable<PhoneCall["recording"]>): boolean => recording.state !== "off" && recording.state !== "refused";

const notes = { asking: "recording.asking", refused: "recording.refused", on: "recording.on", paused: "recording.paused" } as const;

/** That the call is recorded, on the page of everybody in it; or that somebody is asked first, or did not agree. */
export function RecordingNote({ call }: { readonly call: PhoneCall }): JSX.Element | null {
  const state = call.recording?.state ?? "off";
  if (state === "off" || !live(call)) return null;
  return (
    <p class="recorded" data-state={state} aria-live="polite">
      <Icon name={state === "on" ? "disc" : "pause"} />
      {say(notes[state])}
    </p>
  );
}

/** That the conference is recorded, on the page of everybody in it, guests too. */
export function RoomRecorded({ stay }: { readonly stay: RoomStay }): JSX.Element | null {
  if (stay.recording !== "on") return null;
  return (
    <p class="recorded" data-state="on" aria-live="polite">
      <Icon name="disc" />
      {say("recording.on")}
    </p>
  );
}

/** Begins and ends the recording, pauses it and lets it go on: as far as this person may. */
export function RecordingActions({ call, phone }: RecordingProps): JSX.Element | null {
  const { recording } = call;
  if (recording === null) return null;
  const pressed = runs(recording);
  const pause = recording.wishes.find((wish) => wish === "pause" || wish === "resume");
  return (
    <>
      <ActionButton
        icon="disc"
        label={say("action.record")}
        shortcut={say("action.tooltip", { action: say(pressed ? "action.stop-recording" : "action.record"), key: "R" })}
        pressed={pressed}
        disabled={pressed ? !recording.wishes.includes("stop") : !recording.wishes.includes("start")}
        act={() => void phone.recorder.toggle(call.key)}
      />
      {pause !== undefined && (
        <ActionButton
          icon={pause === "pause" ? "pause" : "play"}
          label={say(pause === "pause" ? "action.pause-recording" : "action.resume-recording")}
          shortcut={say(pause === "pause" ? "action.pause-recording" : "action.resume-recording")}
          act={() => void phone.recorder.wish(call.key, pause)}
        />
      )}
    </>
  );
}

/** The recordings of a call that is over, to be heard by whoever made them. */
export function CallRecordings(props: { readonly call: string; readonly recordings: OwnRecordings }): JSX.Element | null {
  const all = props.recordings.of(props.call);
  if (all.length === 0) return null;
  return (
    <ul class="recordings" role="list" aria-label={say("recording.list")}>
      {all.map((one) => (
        <Heard key={one.id} recording={one} recordings={props.recordings} />
      ))}
    </ul>
  );
}

function Heard(props: { readonly recording: OwnRecording; readonly recordings: OwnRecordings }): JSX.Element {
  const { recording, recordings } = props;
  const playing = recordings.playback.current.value;
  const here = playing?.id === recording.id;
  const sounds = here && (playing.state === "playing" || playing.state === "starting");
  return (
    <li>
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          recordings.toggle(recording);
        }}
      >
        <Icon name={sounds ? "pause" : "play"} />
        {say(sounds ? "recording.pause" : "recording.play")}
      </button>
      <span class="quiet-text">
        {say(recording.cutShort ? "recording.cut-short" : "recording.length", { length: duration(recording.seconds * 1_000) })}
      </span>
      {here && playing.state === "failed" && <p class="problem">{say("recording.failed")}</p>}
      {here && <PlayBar playback={recordings.playback} />}
    </li>
  );
}

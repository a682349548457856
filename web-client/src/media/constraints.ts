import { browserMemory, type Memory } from "../memory";
import type { DeviceUse } from "./devices";

/** Set in localStorage to "1" (`sonnerie.rawAudio`), the microphone is heard as it is: for tests that feed signals. */
export const rawAudioSwitch = "sonnerie.rawAudio";

/** `wished`: the browser may do otherwise. */
export type Insistence = "required" | "wished";

/** What is asked of the microphone: one voice, cleaned up as the person wants it unless a test wants it raw. Pure. */
export function microphoneConstraints(raw: boolean, use: DeviceUse, insistence: Insistence): MediaTrackConstraints {
  const required = insistence === "required";
  const cleaned = (on: boolean): ConstrainBoolean => (required ? { exact: on && !raw } : on && !raw);
  return {
    ...(use.microphone === null ? {} : { deviceId: { exact: use.microphone } }),
    echoCancellation: cleaned(use.echoCancellation),
    noiseSuppression: cleaned(use.noiseSuppression),
    autoGainControl: cleaned(use.gainControl),
    channelCount: required ? { exact: 1 } : 1,
  };
}

/**
 * What is asked, one after the other as long as no device can do it. What is only wished Chromium leaves as it is while
 * the microphone is open with other wishes, so all is required first; then a device need not be able to do it; at last
 * it is the computer's own, where the chosen one has gone this moment. Pure.
 */
export function microphoneAttempts(raw: boolean, use: DeviceUse): readonly MediaTrackConstraints[] {
  const attempts = (["required", "wished"] as const).map((how) => microphoneConstraints(raw, use, how));
  return use.microphone === null ? attempts : [...attempts, ...microphoneAttempts(raw, { ...use, microphone: null })];
}

/** Whether a microphone does what is asked of it; what the browser does not tell of counts as done. Pure. */
export function doesWhatIsAsked(does: MediaTrackSettings, raw: boolean, use: DeviceUse): boolean {
  const asked = microphoneConstraints(raw, use, "wished");
  const cleanings = ["echoCancellation", "noiseSuppression", "autoGainControl"] as const;
  return cleanings.every((cleaning) => does[cleaning] === undefined || does[cleaning] === asked[cleaning]);
}

/**
 * Opens the microphone that is open already once more, heard otherwise. Some Chromiums cannot: 150 refuses, goes on as
 * it was although another was required, or takes another microphone where none is named.
 *
 * @returns nothing where the browser cannot do so while it is open
 */
export async function openMicrophoneBeside(open: MediaStream, use: DeviceUse): Promise<MediaStream | undefined> {
  const raw = wantsRawAudio(browserMemory);
  const device = open.getAudioTracks()[0]?.getSettings().deviceId ?? use.microphone;
  const stream = await askOrNothing(microphoneConstraints(raw, { ...use, microphone: device }, "required"));
  const does = stream?.getAudioTracks()[0]?.getSettings();
  if (does === undefined || doesWhatIsAsked(does, raw, use)) return stream;
  for (const track of stream?.getTracks() ?? []) track.stop();
  return undefined;
}

/** Opens the microphone; a chosen one that has gone this moment costs nobody his call. */
export async function openMicrophone(use: DeviceUse): Promise<MediaStream> {
  const attempts = microphoneAttempts(wantsRawAudio(browserMemory), use);
  const last = attempts.at(-1) ?? {};
  for (const asked of attempts.slice(0, -1)) {
    const stream = await askOrNothing(asked);
    if (stream !== undefined) return stream;
  }
  return ask(last);
}

/** Nothing where no device can do it. */
async function askOrNothing(audio: MediaTrackConstraints): Promise<MediaStream | undefined> {
  try {
    return await ask(audio);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "OverconstrainedError") return undefined;
    throw failure;
  }
}

function ask(audio: MediaTrackConstraints): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: false, audio });
}

/** Whether a test asked for raw sound. */
export function wantsRawAudio(memory: Memory): boolean {
  return memory.read(rawAudioSwitch) === "1";
}

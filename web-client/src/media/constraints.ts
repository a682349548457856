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

/** Opens the microphone; a chosen one that has gone this moment costs nobody his call. */
export function openMicrophone(use: DeviceUse): Promise<MediaStream> {
  const [first = {}, ...others] = microphoneAttempts(wantsRawAudio(browserMemory), use);
  let stream = ask(first);
  for (const next of others) {
    stream = stream.catch((failure: unknown) => {
      if (failure instanceof DOMException && failure.name === "OverconstrainedError") return ask(next);
      throw failure;
    });
  }
  return stream;
}

function ask(audio: MediaTrackConstraints): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: false, audio });
}

/** Whether a test asked for raw sound. */
export function wantsRawAudio(memory: Memory): boolean {
  return memory.read(rawAudioSwitch) === "1";
}

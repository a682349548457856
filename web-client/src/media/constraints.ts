import { browserMemory, type Memory } from "../memory";
import type { DeviceUse } from "./devices";

/** Set in localStorage to "1" (`sonnerie.rawAudio`), the microphone is heard as it is: for tests that feed signals. */
export const rawAudioSwitch = "sonnerie.rawAudio";

/** What is asked of the microphone: one voice, cleaned up as the person wants it unless a test wants it raw. Pure. */
export function microphoneConstraints(raw: boolean, use: DeviceUse): MediaStreamConstraints {
  return {
    video: false,
    audio: {
      ...(use.microphone === null ? {} : { deviceId: { exact: use.microphone } }),
      echoCancellation: use.echoCancellation && !raw,
      noiseSuppression: use.noiseSuppression && !raw,
      autoGainControl: use.gainControl && !raw,
      channelCount: 1,
    },
  };
}

/** Opens the microphone; a chosen one that has gone this moment costs nobody his call: the computer's own is taken. */
export async function openMicrophone(use: DeviceUse): Promise<MediaStream> {
  const raw = wantsRawAudio(browserMemory);
  try {
    return await navigator.mediaDevices.getUserMedia(microphoneConstraints(raw, use));
  } catch (failure) {
    const gone = use.microphone !== null && failure instanceof DOMException && failure.name === "OverconstrainedError";
    if (!gone) throw failure;
    return await navigator.mediaDevices.getUserMedia(microphoneConstraints(raw, { ...use, microphone: null }));
  }
}

/** Whether a test asked for raw sound. */
export function wantsRawAudio(memory: Memory): boolean {
  return memory.read(rawAudioSwitch) === "1";
}

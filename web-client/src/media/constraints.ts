/** Set in localStorage to "1" (`sonnerie.rawAudio`), the microphone is heard as it is: for tests that feed signals. */
export const rawAudioSwitch = "sonnerie.rawAudio";

/** What is asked of the microphone: one voice, cleaned up by the browser unless a test wants it raw. Pure. */
export function microphoneConstraints(raw: boolean): MediaStreamConstraints {
  return {
    video: false,
    audio: { echoCancellation: !raw, noiseSuppression: !raw, autoGainControl: !raw, channelCount: 1 },
  };
}

/** Whether a test asked for raw sound; a browser that forbids storage has not. */
export function wantsRawAudio(storage: () => Storage): boolean {
  try {
    return storage().getItem(rawAudioSwitch) === "1";
  } catch {
    return false;
  }
}

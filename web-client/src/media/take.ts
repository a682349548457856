/** What a page can make of sound that is not a call: recorded now, or read from a file. */
export interface SoundDesk {
  /** Opens the microphone and records; rejects with a {@link MediaFailure} if it cannot. */
  record(): Promise<Take>;
  /** Any format that the browser knows, as a WAV file; undefined if it knows it not. */
  wav(sound: Blob): Promise<ArrayBuffer | undefined>;
}

/** A recording under way. */
export interface Take {
  /** Ends it and closes the microphone; empty if nothing was recorded. */
  stop(): Promise<Blob>;
}

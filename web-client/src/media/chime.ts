const notes = [523.25, 659.26, 783.99] as const;
const noteSeconds = 0.22;
const loudness = 0.25;

/** Three soft rising notes, to find out where the page sounds: mono samples within -1 to 1. Pure. */
export function chime(rateHz: number): Float32Array<ArrayBuffer> {
  const perNote = Math.round(noteSeconds * rateHz);
  return Float32Array.from({ length: perNote * notes.length }, (_, at) => {
    const hertz = notes[Math.floor(at / perNote)] ?? 0;
    const within = (at % perNote) / perNote;
    // Each note comes and goes without a click.
    return loudness * Math.sin(Math.PI * within) * Math.sin((2 * Math.PI * hertz * at) / rateHz);
  });
}

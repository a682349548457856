/** Below this nothing is shown, in decibels under full scale. */
const quietest = -60;

/** How loud a stream is, 0 to 1, once for each frame that the browser paints; the returned function ends it. */
export function meterOf(track: MediaStreamTrack, heard: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 2_048 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let frame = 0;
  const look = (): void => {
    analyser.getFloatTimeDomainData(samples);
    heard(levelOf(samples));
    frame = requestAnimationFrame(look);
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    track.stop();
    void context.close();
  };
}

/** The level of samples within -1 to 1: 0 at 60 dB under full scale or less, 1 at full scale, in proportion to decibels. Pure. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(Math.max(power, 1e-12));
  return Math.min(1, Math.max(0, 1 - decibels / quietest));
}

const headerOctets = 44;
const pcm = 1;

/** Samples of one channel, -1 to 1, as a WAV file (RIFF, PCM, 16 bits). Pure. */
export function wavOf(samples: Float32Array, rateHz: number): ArrayBuffer {
  const data = samples.length * 2;
  const file = new ArrayBuffer(headerOctets + data);
  const view = new DataView(file);
  const text = (at: number, value: string): void => {
    for (let i = 0; i < value.length; i++) view.setUint8(at + i, value.charCodeAt(i));
  };
  text(0, "RIFF");
  view.setUint32(4, headerOctets - 8 + data, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, pcm, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rateHz, true);
  view.setUint32(28, rateHz * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, data, true);
  samples.forEach((sample, i) => {
    view.setInt16(headerOctets + 2 * i, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
  });
  return file;
}

/** All channels as one, each as loud as before in its share. Pure. */
export function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels;
  if (first === undefined) return new Float32Array();
  return first.map((_, i) => channels.reduce((sum, channel) => sum + (channel[i] ?? 0), 0) / channels.length);
}

import { openMicrophone } from "./constraints";
import { usualDevices, type DeviceUse } from "./devices";
import { MediaFailure } from "./media";
import type { SoundDesk, Take } from "./take";
import { mixed, wavOf } from "./wav";

/** What the browser decodes to, whatever the file has: the relay's own rate. */
const rateHz = 48_000;

/** The desk as the browser offers it: MediaRecorder, and the decoders of Web Audio. */
export class BrowserSoundDesk implements SoundDesk {
  readonly #chosen: () => DeviceUse;

  constructor(chosen: () => DeviceUse = () => usualDevices) {
    this.#chosen = chosen;
  }

  async record(): Promise<Take> {
    const stream = await microphone(this.#chosen());
    const recorder = new MediaRecorder(stream);
    const parts: Blob[] = [];
    recorder.addEventListener("dataavailable", (event) => {
      parts.push(event.data);
    });
    const over = new Promise<void>((resolve) => {
      recorder.addEventListener("stop", () => {
        resolve();
      });
    });
    recorder.start();
    return {
      stop: async () => {
        if (recorder.state !== "inactive") recorder.stop();
        await over;
        for (const track of stream.getTracks()) track.stop();
        return new Blob(parts, { type: recorder.mimeType });
      },
    };
  }

  async wav(sound: Blob): Promise<ArrayBuffer | undefined> {
    const context = new OfflineAudioContext(1, 1, rateHz);
    try {
      const decoded = await context.decodeAudioData(await sound.arrayBuffer());
      const channels = Array.from({ length: decoded.numberOfChannels }, (_, at) => decoded.getChannelData(at));
      return wavOf(mixed(channels), rateHz);
    } catch {
      // Whatever it is, this browser cannot read it; the page says so.
      return undefined;
    }
  }
}

async function microphone(chosen: DeviceUse): Promise<MediaStream> {
  try {
    return await openMicrophone(chosen);
  } catch (failure) {
    const denied = failure instanceof DOMException && failure.name === "NotAllowedError";
    throw new MediaFailure(denied ? "microphone-denied" : "microphone-missing");
  }
}

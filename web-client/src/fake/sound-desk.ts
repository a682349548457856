import { MediaFailure } from "../media/media";
import type { SoundDesk, Take } from "../media/take";

/** A microphone in memory. */
export class FakeSoundDesk implements SoundDesk {
  denied = false;
  open = false;

  record(): Promise<Take> {
    if (this.denied) return Promise.reject(new MediaFailure("microphone-denied"));
    this.open = true;
    return Promise.resolve({
      stop: () => {
        this.open = false;
        return Promise.resolve(new Blob(["spoken"]));
      },
    });
  }

  wav(): Promise<ArrayBuffer | undefined> {
    return Promise.resolve(new ArrayBuffer(44));
  }
}

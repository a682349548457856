/** An element that sounds on a speaker. */
export interface Attached {
  /** It has been moved there, or cannot be. */
  readonly moved: Promise<void>;
  detach(): void;
}

/** Where calls, messages and samples sound: each audio element that was attached, on the chosen device. */
export class Speaker {
  #device = "";
  readonly #elements = new Set<HTMLAudioElement>();

  /** The element sounds there, also after another choice, until it is detached. */
  attach(element: HTMLAudioElement): Attached {
    this.#elements.add(element);
    return {
      moved: this.#device === "" ? Promise.resolve() : move(element, this.#device),
      detach: () => {
        this.#elements.delete(element);
      },
    };
  }

  /** All sound there from now on; null: the computer's own choice. */
  choose(device: string | null): void {
    const chosen = device ?? "";
    if (chosen === this.#device) return;
    this.#device = chosen;
    for (const element of this.#elements) void move(element, chosen);
  }
}

/** Whether this browser lets a page choose where it sounds. */
export function canChooseSpeakers(): boolean {
  return "setSinkId" in HTMLMediaElement.prototype;
}

async function move(element: HTMLAudioElement, device: string): Promise<void> {
  if (!canChooseSpeakers()) return;
  try {
    await element.setSinkId(device);
  } catch {
    // Unplugged at this moment: the list of devices changes next, and with it the choice.
  }
}

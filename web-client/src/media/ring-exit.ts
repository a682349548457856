import { canChooseSpeakers, Speaker } from "./speaker";

/** An audio context that can be moved to another device by itself; not every browser has it. */
interface Movable {
  setSinkId(device: string): Promise<void>;
}

/**
 * Where the ring tone leaves the page: on the chosen device, by the audio context itself where the browser can move it,
 * otherwise by an audio element for as long as it rings.
 */
export class RingExit {
  readonly #speaker = new Speaker();
  #device: string | null = null;
  #context: AudioContext | undefined;
  #close: () => void = () => undefined;

  /** Moves the context to the chosen device, where it can be moved. */
  place(context: AudioContext): void {
    this.#context = context;
    if (isMovable(context) && this.#device !== null) move(context, this.#device);
  }

  choose(device: string | null): void {
    if (device === this.#device) return;
    this.#device = device;
    this.#speaker.choose(device);
    if (this.#context !== undefined && isMovable(this.#context)) move(this.#context, device ?? "");
  }

  /** What is connected to this is heard there, until it is closed. */
  open(context: AudioContext): AudioNode {
    this.close();
    if (this.#device === null || isMovable(context) || !canChooseSpeakers()) return context.destination;
    const way = new MediaStreamAudioDestinationNode(context);
    const element = new Audio();
    element.srcObject = way.stream;
    const attached = this.#speaker.attach(element);
    this.#close = () => {
      attached.detach();
      element.srcObject = null;
    };
    // Refused before the person has touched the page, as the context would be: then nothing rings, and the page says so.
    void attached.moved.then(() => element.play()).catch(() => undefined);
    return way;
  }

  close(): void {
    this.#close();
    this.#close = () => undefined;
  }
}

function isMovable(context: object): context is Movable {
  return "setSinkId" in context;
}

function move(context: Movable, device: string): void {
  // Unplugged at this moment: the list of devices changes next, and with it the choice.
  context.setSinkId(device).catch(() => undefined);
}

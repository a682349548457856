import type { SoundDesk } from "../media/take";
import type { PromptServer } from "../signaling/prompts";
import { SoundMaker } from "./sound-maker";

/** Makes own prompts, and takes them away. Owned by the page's one thread. */
export class PromptMaker extends SoundMaker {
  readonly #server: PromptServer;

  constructor(desk: SoundDesk, server: PromptServer, kept: () => void) {
    super(desk, (name, wav) => server.put(name, wav), kept);
    this.#server = server;
  }

  /** Has the server speak a text. */
  async speak(name: string, text: string, language: string): Promise<void> {
    await this.ask(() => this.#server.speak(name, text, language));
  }

  async remove(name: string): Promise<void> {
    await this.ask(() => this.#server.remove(name));
  }
}

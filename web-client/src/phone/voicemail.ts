import { signal } from "@preact/signals-core";
import type { Media } from "../media/media";
import type { SoundDesk } from "../media/take";
import type { Mailbox, MailboxAnswer, MailboxName, VoicemailMessage } from "../signaling/mailbox";
import type { Clock } from "./clock";
import { Greetings } from "./greetings";
import { NameMaker } from "./name-maker";
import { Playback } from "./playback";
import type { PhoneState } from "./state";
import { VoicemailPin } from "./voicemail-pin";

export type { MailboxAnswer, VoicemailMessage } from "../signaling/mailbox";

/** Milliseconds: how long a deletion can be undone from where it was made, and how long a word about something stands. */
export const shown = { undo: 20_000, notice: 10_000 } as const;

/** What became of something, for a moment. */
export type Notice =
  | { readonly kind: "forwarded"; readonly to: string }
  | { readonly kind: "not-deleted" }
  | { readonly kind: "not-restored" };

/**
 * The messages of this person's mailboxes. What he does shows at once; the server's list, read again after each change
 * there, is the truth. Owned by the page's one thread.
 */
export class Voicemail {
  /** How many messages nobody has heard. */
  readonly unheard = signal(0);
  /** The newest first; null until they were read once. */
  readonly messages = signal<readonly VoicemailMessage[] | null>(null);
  /** The mailboxes that take no more messages. */
  readonly full = signal<readonly MailboxName[]>([]);
  readonly reading = signal<"idle" | "loading" | "failed">("idle");
  /** What was deleted a moment ago and can be taken back together. */
  readonly deleted = signal<readonly VoicemailMessage[]>([]);
  readonly notice = signal<Notice | null>(null);
  readonly playback: Playback;
  readonly pin: VoicemailPin;
  readonly greetings: Greetings;
  readonly name: NameMaker;
  readonly #mailbox: Mailbox;
  readonly #clock: Clock;
  /** Deleted here, while the server's list may still have them. */
  readonly #deleting = new Map<string, Promise<MailboxAnswer>>();
  readonly #hidden = new Set<string>();
  #wanted = false;
  /** Which reading of the list is the newest; older ones are out of date. */
  #readings = 0;
  #callOffUndo: () => void = () => undefined;
  #callOffNotice: () => void = () => undefined;

  constructor(state: PhoneState, mailbox: Mailbox, media: Media, sounds: SoundDesk, clock: Clock) {
    this.#mailbox = mailbox;
    this.#clock = clock;
    this.pin = new VoicemailPin(mailbox.pin);
    this.playback = new Playback(state, media, (id) => void this.#markHeard(id));
    this.greetings = new Greetings(state, mailbox.greetings, media, () => {
      this.playback.pause();
    });
    this.name = new NameMaker(
      sounds,
      (box, wav) => mailbox.greetings.putName(box, wav),
      clock,
      () => {
        this.silence();
      },
      () => void this.greetings.read(),
    );
  }

  /** The person looks at the messages. */
  open(): void {
    this.#wanted = true;
    void this.read();
  }

  /** The server tells that something in the mailboxes changed, or how they stand. */
  hear(unheard: number): void {
    this.unheard.value = unheard;
    if (this.#wanted) void this.read();
    this.greetings.hear();
  }

  /** Nothing that was recorded sounds any more. */
  silence(): void {
    this.playback.pause();
    this.greetings.playback.pause();
  }

  async read(): Promise<void> {
    const reading = ++this.#readings;
    this.reading.value = "loading";
    const contents = await this.#mailbox.list();
    if (reading !== this.#readings) return;
    this.reading.value = contents === undefined ? "failed" : "idle";
    if (contents === undefined) return;
    this.full.value = contents.full;
    this.#show(contents.messages.filter(({ id }) => !this.#hidden.has(id)));
  }

  /** Plays it, or goes on with it. */
  play(id: string): void {
    const message = this.#find(id);
    this.greetings.playback.pause();
    if (message !== undefined) this.playback.play(id, this.#mailbox.sound(id), message.seconds);
  }

  async delete(id: string): Promise<void> {
    const message = this.#find(id);
    if (message === undefined) return;
    this.#hidden.add(id);
    this.#show(this.#others(id));
    this.#offerUndo([...this.deleted.value, message]);
    const deleting = this.#mailbox.remove(id);
    this.#deleting.set(id, deleting);
    const answer = await deleting;
    this.#deleting.delete(id);
    // Undone meanwhile: what the list is then, the undoing reads.
    if (!this.#hidden.delete(id)) return;
    if (answer === "failed") this.#notDeleted(message);
    await this.read();
  }

  /** Takes back what was deleted a moment ago. */
  async undo(): Promise<void> {
    const messages = this.deleted.value;
    this.#offerUndo([]);
    // A list that is under way lacks them.
    this.#readings++;
    for (const message of messages) this.#bringBack(message);
    const answers = await Promise.all(messages.map(({ id }) => this.#restore(id)));
    this.#notRestored(messages.filter((_, place) => answers[place] === "failed"));
    await this.read();
  }

  /** A copy goes to whom it may concern; `name` is what the person reads. */
  async forward(id: string, to: string, name: string): Promise<MailboxAnswer> {
    const answer = await this.#mailbox.forward(id, to);
    if (answer === "done") this.#say({ kind: "forwarded", to: name });
    if (answer === "gone") void this.read();
    return answer;
  }

  async #markHeard(id: string): Promise<void> {
    if (this.#find(id)?.heard !== false) return;
    this.#change(id, { heard: true });
    // Not told, it stays new, and is told when it is played again.
    if ((await this.#mailbox.heard(id)) === "failed") this.#change(id, { heard: false });
  }

  async #restore(id: string): Promise<MailboxAnswer> {
    await this.#deleting.get(id);
    return this.#mailbox.restore(id);
  }

  #notDeleted(message: VoicemailMessage): void {
    this.#bringBack(message);
    this.#offerUndo(this.deleted.value.filter(({ id }) => id !== message.id));
    this.#say({ kind: "not-deleted" });
  }

  /** They are away again, and can be asked for again. */
  #notRestored(messages: readonly VoicemailMessage[]): void {
    if (messages.length === 0) return;
    this.#show((this.messages.value ?? []).filter(({ id }) => messages.every((one) => one.id !== id)));
    this.#offerUndo([...this.deleted.value, ...messages]);
    this.#say({ kind: "not-restored" });
  }

  #bringBack(message: VoicemailMessage): void {
    this.#hidden.delete(message.id);
    const messages = [...this.#others(message.id), message];
    this.#show(messages.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at)));
  }

  #offerUndo(messages: readonly VoicemailMessage[]): void {
    this.#callOffUndo();
    this.deleted.value = messages;
    if (messages.length === 0) return;
    this.#callOffUndo = this.#clock.after(shown.undo, () => {
      this.deleted.value = [];
    });
  }

  #say(notice: Notice): void {
    this.#callOffNotice();
    this.notice.value = notice;
    this.#callOffNotice = this.#clock.after(shown.notice, () => {
      this.notice.value = null;
    });
  }

  #find(id: string): VoicemailMessage | undefined {
    return this.messages.value?.find((message) => message.id === id);
  }

  #others(id: string): readonly VoicemailMessage[] {
    return (this.messages.value ?? []).filter((message) => message.id !== id);
  }

  #change(id: string, change: Partial<VoicemailMessage>): void {
    this.messages.value = (this.messages.value ?? []).map((one) => (one.id === id ? { ...one, ...change } : one));
  }

  #show(messages: readonly VoicemailMessage[]): void {
    this.messages.value = messages;
    const played = this.playback.current.peek()?.id;
    if (played !== undefined && this.#find(played) === undefined) this.playback.forget();
  }
}

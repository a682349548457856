import { signal } from "@preact/signals-core";
import { MediaFailure, type Media, type MediaSession } from "../media/media";
import { GuestLink, type GuestNews } from "../signaling/guest-link";
import type { EndReason, RoomStay } from "../signaling/messages";
import type { Socket, SocketEvents } from "../signaling/socket";

/** Why a guest is not in the room, beside the reasons of a call. */
export type GuestTrouble = "link" | "microphone-denied" | "microphone-missing" | "sound" | "not-connected" | "refused";

export type GuestState =
  | { readonly kind: "outside"; readonly why: EndReason | GuestTrouble | null }
  | { readonly kind: "joining" }
  | { readonly kind: "there"; readonly stay: RoomStay | null };

/** A guest's stay in one room. Owned by the page's one thread. */
export class Guest {
  readonly state = signal<GuestState>({ kind: "outside", why: null });
  readonly #media: Media;
  readonly #dial: (events: SocketEvents) => Socket;
  readonly #token: string;
  #sound: MediaSession | undefined;
  #link: GuestLink | undefined;

  constructor(media: Media, dial: (events: SocketEvents) => Socket, token: string) {
    this.#media = media;
    this.#dial = dial;
    this.#token = token;
  }

  /** From a gesture: the browser may ask for the microphone. */
  async join(name: string): Promise<void> {
    if (this.state.value.kind !== "outside") return;
    this.state.value = { kind: "joining" };
    const sound = this.#media.open({
      lost: () => {
        this.#end("not-connected");
      },
    });
    this.#sound = sound;
    try {
      await this.#media.unlock();
      const offer = await sound.offer();
      if (this.#sound === sound) this.#connect(name, offer);
    } catch (failure) {
      if (!(failure instanceof MediaFailure)) throw failure;
      this.#end(troubleOf(failure));
    }
  }

  mute(muted: boolean): void {
    this.#link?.mute(muted);
  }

  leave(): void {
    const link = this.#link;
    this.#end("hung-up");
    link?.leave();
  }

  #connect(name: string, offer: string): void {
    const link: GuestLink = new GuestLink(this.#dial, {
      opened: () => {
        link.join(this.#token, name, offer);
      },
      news: (news) => {
        if (this.#link === link) this.#hear(news);
      },
      closed: () => {
        if (this.#link === link) this.#end("not-connected");
      },
    });
    this.#link = link;
  }

  #hear(news: GuestNews): void {
    switch (news.type) {
      case "reply":
        if (news.sdp !== undefined) void this.#accept(news.sdp);
        return;
      case "error":
        this.#end(news.code === "not-logged-in" ? "link" : "refused");
        return;
      case "guest":
        if (news.ended !== null) this.#end(news.ended);
        else if (this.state.value.kind !== "outside") this.state.value = { kind: "there", stay: news.stay };
        return;
      default:
        news satisfies never;
    }
  }

  async #accept(sdp: string): Promise<void> {
    try {
      await this.#sound?.accept(sdp);
      this.#sound?.speak(true);
      if (this.state.value.kind === "joining") this.state.value = { kind: "there", stay: null };
    } catch (failure) {
      if (!(failure instanceof MediaFailure)) throw failure;
      this.#end("sound");
    }
  }

  #end(why: EndReason | GuestTrouble): void {
    if (this.state.value.kind === "outside") return;
    this.state.value = { kind: "outside", why };
    this.#sound?.close();
    this.#sound = undefined;
    this.#link = undefined;
  }
}

function troubleOf(failure: MediaFailure): GuestTrouble {
  return failure.obstacle === "microphone-denied" || failure.obstacle === "microphone-missing" ? failure.obstacle : "sound";
}

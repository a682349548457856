import { MediaFailure, type Media, type MediaSession } from "../media/media";
import type { CallView, QueueCaller, Request } from "../signaling/messages";
import {
  adopted,
  asked,
  comesAnew,
  failed,
  handedHere,
  hasSound,
  isAway,
  live,
  mayBeHeard,
  takenHere,
  rings,
  speaks,
  told,
  type CallState,
  type Failure,
  type PhoneCall,
} from "./call";
import type { Clock } from "./clock";
import { failureOf, notTaken } from "./refusals";
import type { SoundOfCall } from "./flight";
import { Attachments } from "./attachments";
import type { Desk } from "./desk";
import { Sounds } from "./sounds";
import type { PhoneState } from "./state";
import type { Tabs } from "./tabs";

/** Milliseconds: how long things are shown, and how long they are waited for. */
export const durations = { endedShown: 5_000, toneAtMost: 8_000, rescue: 15_000 } as const;

/**
 * The person's calls: asks the server for what he wants, follows what the server tells, and keeps each call's sound in
 * step with it. Owned by the page's one thread.
 */
export class Conversations {
  readonly #state: PhoneState;
  readonly #desk: Desk;
  readonly #media: Media;
  readonly #clock: Clock;
  readonly #tabs: Tabs;
  readonly #sounds: Sounds;
  readonly #attachments: Attachments;
  /** Calls found at a welcome: until when this page takes them over if nobody carries their sound. */
  readonly #rescue = new Map<string, number>();
  #keys = 0;
  #refused = 0;

  constructor(state: PhoneState, desk: Desk, media: Media, tabs: Tabs, clock: Clock) {
    this.#state = state;
    this.#desk = desk;
    this.#tabs = tabs;
    this.#media = media;
    this.#clock = clock;
    this.#sounds = new Sounds(media, (key) => {
      this.#soundLost(key);
    });
    this.#attachments = new Attachments(desk, this.#sounds, clock, (key) => state.get(key));
  }

  /** Views from the server that could not follow what the page knew. */
  get refusedMoves(): number {
    return this.#refused;
  }

  /** The calls whose sound is here, by the server's ids. */
  sounds(): readonly SoundOfCall[] {
    return this.#sounds.all().flatMap(([key, session]) => {
      const call = this.#state.get(key);
      const here = call?.id !== null && call !== undefined && hasSound(call);
      return here ? [{ call: call.id, totals: () => session.totals() }] : [];
    });
  }

  async dial(to: string, name: string): Promise<void> {
    await this.#goOut(to, name, (sdp) => ({ type: "call", to, sdp }), failureOf);
  }

  /** Takes a caller out of a queue; for whom this phone rings already, he is answered. */
  async takeOut({ call, number, name }: QueueCaller): Promise<void> {
    const ringing = this.#state.byId(call);
    if (ringing !== undefined && rings(ringing)) await this.answer(ringing.key);
    else await this.#goOut(number, name, (sdp) => ({ type: "take", call, sdp }), notTaken);
  }

  /** Begins a call that the server makes of this request. */
  async #goOut(to: string, name: string, request: (sdp: string) => Request, why: (code: string) => Failure): Promise<void> {
    this.#leadHere();
    const key = this.#newKey();
    this.#put(asked(key, to, name, this.#clock.now()));
    this.#state.choose(key);
    this.#holdOthers(key);
    const sound = this.#sounds.open(key);
    const offer = await this.#offer(key, sound);
    const call = this.#state.get(key);
    if (offer === undefined || call === undefined || !live(call)) return;
    const outcome = await this.#desk.request(request(offer));
    if (outcome.ok) await this.#dialled(key, sound, outcome.reply.call, outcome.reply.sdp);
    else this.#fail(key, why(outcome.code));
  }

  async answer(key: string): Promise<void> {
    const call = this.#state.get(key);
    if (call?.id == null || !rings(call) || call.asking) return;
    this.#leadHere();
    this.#put({ ...call, asking: true, failure: null });
    this.#state.choose(key);
    this.#holdOthers(key);
    const sound = this.#sounds.open(key);
    const offer = await this.#offer(key, sound);
    if (offer === undefined) return;
    const outcome = await this.#desk.request({ type: "answer", call: call.id, sdp: offer });
    this.#change(key, { asking: false });
    if (outcome.ok) await this.#accept(key, sound, outcome.reply.sdp);
    else this.#notAnswered(key, outcome.code);
  }

  /** Hangs up, declines a call that rings here, or stops the tone of one that failed. */
  async hangUp(key: string): Promise<void> {
    const call = this.#state.get(key);
    if (call === undefined) return;
    const request = rings(call) ? "decline" : "hang-up";
    // Silent at once; the connection ends after the call, so that its end is not taken for a broken one.
    this.#sounds.hush(key);
    if (call.id === null) {
      this.#put({ ...call, state: "ended", endedAt: this.#clock.now(), reason: "cancelled", media: "none", asking: false });
      return;
    }
    this.#put({ ...call, asking: true });
    const outcome = await this.#desk.request({ type: request, call: call.id });
    this.#change(key, { asking: false });
    this.#sounds.close(key);
    if (!live(call)) this.#change(key, { media: "none" });
    if (!outcome.ok && outcome.code === "no-such-call") this.#lostSight(key);
  }

  async hold(key: string): Promise<void> {
    await this.#ask(key, "hold");
  }

  async resume(key: string): Promise<void> {
    this.#holdOthers(key);
    this.#state.choose(key);
    await this.#ask(key, "resume");
  }

  mute(key: string, muted: boolean): void {
    const call = this.#state.get(key);
    if (call?.media === "near" && call.id !== null) this.#tabs.mute(call.id, muted);
    else this.#change(key, { muted });
  }

  muteById(id: string, muted: boolean): void {
    const call = this.#state.byId(id);
    if (call?.media === "here") this.#change(call.key, { muted });
  }

  /** The network is another one. */
  renewSounds(): void {
    this.#attachments.attachAll();
  }

  /** What this page alone knows of a call, until the server is heard again. */
  move(key: string, state: CallState): void {
    this.#change(key, { state });
  }

  async digits(key: string, digits: string): Promise<void> {
    const id = this.#state.get(key)?.id;
    if (id != null) await this.#desk.request({ type: "digits", call: id, digits });
  }

  /** The person wants the call's sound on this page, wherever it is. */
  async takeHere(key: string): Promise<void> {
    this.#tabs.takeLead();
    await this.#attach(key);
  }

  /** The server's view of a call, as news. */
  take(view: CallView): void {
    const before = this.#find(view);
    const next = this.#follow(before, view);
    if (next === undefined) return;
    if (live(next) && isAway(next) && before !== undefined && !isAway(before)) this.#sounds.close(next.key);
    if (live(next) && next.media === "none" && this.#ours(next)) void this.#attach(next.key);
  }

  /** Another tab has changed, or which one leads: whatever no tab carries any more, the one that leads does. */
  tabsMoved(): void {
    for (const call of this.#state.calls.value) {
      const { media, muted } = this.#placed(call);
      if (media !== call.media || muted !== call.muted) this.#put(call);
      if (live(call) && call.media === "none" && this.#ours(call)) void this.#attach(call.key);
    }
    this.#ring();
  }

  /** A new stream begins: these are all the calls there are. */
  welcome(views: readonly CallView[]): void {
    const there = new Set(views.map((view) => view.id));
    for (const call of this.#state.calls.value) {
      if (call.id !== null && !there.has(call.id)) this.#lostSight(call.key);
    }
    for (const view of views) {
      const next = this.#follow(this.#find(view), view);
      if (next !== undefined && live(next) && !rings(next)) this.#takeOver(next);
    }
  }

  /** Whatever nobody carries, and whatever this page carried under its former name, it carries from now on. */
  #takeOver(call: PhoneCall): void {
    this.#rescue.set(call.key, this.#clock.now() + durations.rescue);
    const carriedHere = this.#sounds.has(call.key) && call.media === "elsewhere";
    if (carriedHere || (call.media === "none" && this.#ours(call))) void this.#attach(call.key);
  }

  #find(view: CallView): PhoneCall | undefined {
    let known = this.#state.byId(view.id);
    if (known !== undefined && takenHere(known, view)) {
      this.#putAway(known);
      known = undefined;
    }
    if (known !== undefined || view.direction === "in" || view.media === "elsewhere") return known;
    // News of a call may be here before the reply that gives the call its id, and before its sound has a place.
    return this.#state.calls.value.find((call) => call.id === null);
  }

  #follow(known: PhoneCall | undefined, view: CallView): PhoneCall | undefined {
    const now = this.#clock.now();
    const anew = known !== undefined && comesAnew(known, view);
    if (anew) this.#putAway(known);
    const before = anew ? undefined : known;
    if (before === undefined && !this.#isNew(view)) return undefined;
    const next = before === undefined ? adopted(this.#newKey(), view, now) : told(before, view, now);
    if (next === undefined) {
      this.#refused++;
      return undefined;
    }
    this.#put(next);
    return next;
  }

  #isNew(view: CallView): boolean {
    return view.state !== "ended" && (handedHere(view) || !this.#state.isEarlier(view.id));
  }

  /** At once, for the same call comes to this person anew. */
  #putAway(call: PhoneCall): void {
    this.#put({ ...call, state: "ended", endedAt: call.endedAt ?? this.#clock.now(), media: "none", asking: false });
    this.#state.retire(call.key);
  }

  async #dialled(
    key: string,
    sound: MediaSession,
    view: CallView | undefined,
    answer: string | undefined,
  ): Promise<void> {
    const call = this.#state.get(key);
    if (call === undefined || view === undefined) return;
    const parked = this.#state.byId(view.id);
    if (parked !== undefined && parked.key !== key) this.#putAway(parked);
    this.#put({ ...(told(call, view, this.#clock.now()) ?? call), id: view.id, asking: false });
    // He hung up before the server had answered: the call exists there, so it is ended there too.
    if (call.reason === "cancelled" && call.id === null) await this.#desk.request({ type: "hang-up", call: view.id });
    else await this.#accept(key, sound, answer);
  }

  async #offer(key: string, sound: MediaSession): Promise<string | undefined> {
    try {
      return await sound.offer();
    } catch (failure) {
      if (!(failure instanceof MediaFailure)) throw failure;
      this.#fail(key, failure.obstacle === "failed" ? "sound-failed" : failure.obstacle);
      return undefined;
    }
  }

  async #accept(key: string, sound: MediaSession, answer: string | undefined): Promise<void> {
    try {
      if (answer !== undefined) await sound.accept(answer);
    } catch (failure) {
      if (!(failure instanceof MediaFailure)) throw failure;
      void this.#attach(key);
    }
  }

  async #ask(key: string, type: "hold" | "resume"): Promise<void> {
    const call = this.#state.get(key);
    if (call?.id == null || !live(call)) return;
    this.#put({ ...call, asking: true });
    await this.#desk.request({ type, call: call.id });
    this.#change(key, { asking: false });
  }

  /** This tab has the sound of all calls from now on. */
  #leadHere(): void {
    this.#tabs.takeLead();
    for (const call of this.#state.calls.value) {
      if (live(call) && call.media === "near") void this.#attach(call.key);
    }
  }

  #holdOthers(except: string): void {
    for (const call of this.#state.calls.value) {
      if (call.key !== except && speaks(call)) void this.hold(call.key);
    }
  }

  #notAnswered(key: string, code: string): void {
    const call = this.#state.get(key);
    if (call === undefined) return;
    this.#sounds.close(key);
    // Somebody else was quicker, or the caller gave up: the server's own view of the call says so.
    if (code !== "answered-elsewhere" && code !== "wrong-state") this.#change(key, { failure: failureOf(code) });
    if (code === "no-such-call") this.#lostSight(key);
  }

  #fail(key: string, failure: Failure): void {
    const call = this.#state.get(key);
    if (call === undefined || !live(call)) return;
    this.#sounds.close(key);
    // A call in goes on ringing: the remedy stands beside it. A call out comes to nothing.
    this.#put(rings(call) ? { ...call, asking: false, failure } : failed(call, failure, this.#clock.now()));
  }

  /** The server no longer knows the call. */
  #lostSight(key: string): void {
    const call = this.#state.get(key);
    if (call !== undefined && live(call)) {
      this.#put({ ...call, state: "ended", endedAt: this.#clock.now(), media: "none", asking: false });
    } else this.#change(key, { media: "none" });
  }

  #soundLost(key: string): void {
    const call = this.#state.get(key);
    // The relay stops a tone by closing its end.
    if (call !== undefined && !live(call)) this.#change(key, { media: "none" });
    else void this.#attach(key);
  }

  async #attach(key: string): Promise<void> {
    await this.#attachments.attach(key);
  }

  #ours(call: PhoneCall): boolean {
    if (rings(call) || call.asking) return false;
    if (this.#sounds.has(call.key)) return true;
    const found = (this.#rescue.get(call.key) ?? 0) > this.#clock.now();
    return this.#tabs.leads.peek() && (found || this.#tabs.left(call.id ?? ""));
  }

  #change(key: string, change: Partial<PhoneCall>): void {
    const call = this.#state.get(key);
    if (call !== undefined) this.#put({ ...call, ...change });
  }

  /** Every change of a call goes through here: sound, ringing and putting away follow the state. */
  #put(news: PhoneCall): void {
    const call = this.#placed(news);
    const before = this.#state.get(call.key);
    this.#state.put(call);
    if (rings(call) && before === undefined && this.#tabs.leads.peek()) this.#sounds.open(call.key);
    this.#sounds.speak(call.key, mayBeHeard(call));
    if (!hasSound(call) && call.media !== "here") this.#sounds.close(call.key);
    if (!live(call) && (before === undefined || live(before))) this.#retireAfter(call.key, durations.endedShown);
    this.#ring();
  }

  /** What is elsewhere may be in another tab. */
  #placed(call: PhoneCall): PhoneCall {
    if (!isAway(call)) return call;
    const there = this.#tabs.carried(call.id ?? "");
    return there === undefined ? { ...call, media: "elsewhere" } : { ...call, media: "near", muted: there.muted };
  }

  #retireAfter(key: string, millis: number): void {
    this.#clock.after(millis, () => {
      const call = this.#state.get(key);
      const tone = call?.media === "here" && this.#clock.now() - (call.endedAt ?? 0) < durations.toneAtMost;
      if (tone) this.#retireAfter(key, 1_000);
      else {
        this.#sounds.close(key);
        this.#rescue.delete(key);
        this.#state.retire(key);
      }
    });
  }

  #ring(): void {
    const ringing = this.#tabs.leads.peek() && this.#state.ringing.value.some((call) => !call.asking);
    const talking = this.#state.calls.value.some((call) => hasSound(call) && !rings(call) && call.state !== "on-hold");
    this.#media.ring(ringing ? (talking ? "second" : "ring") : "silent");
  }

  #newKey(): string {
    return `call-${++this.#keys}`;
  }
}

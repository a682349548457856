import { effect } from "@preact/signals-core";
import { MediaFailure, type Media } from "../media/media";
import type { SoundDesk } from "../media/take";
import type { BlockedDesk } from "../signaling/blocked";
import type { ContactDesk } from "../signaling/contacts";
import type { DutyDesk } from "../signaling/duty";
import { Link, type LinkState } from "../signaling/link";
import type { Mailbox } from "../signaling/mailbox";
import type { ServerNews, Welcome } from "../signaling/messages";
import type { NoticeDesk } from "../signaling/notices";
import type { PushDesk } from "../signaling/push";
import type { Past } from "../signaling/past";
import type { ReadinessDesk } from "../signaling/readiness";
import type { ReachDesk } from "../signaling/reach";
import type { Surroundings } from "../signaling/socket";
import type { TabDoor } from "../signaling/tabs";
import { Aftermath } from "./aftermath";
import { Agent } from "./agent";
import { BlockedCallers } from "./blocked";
import { CallReports } from "./call-reports";
import type { Clock } from "./clock";
import { Contacts } from "./contacts";
import { Conversations } from "./conversations";
import { hasSound } from "./call";
import { Devices } from "./devices";
import { Flight } from "./flight";
import { History } from "./history";
import { GuestLinks, type GuestLinkDesk } from "./guest-links";
import type { Memory } from "../memory";
import { Interruptions, type Interrupted } from "./interruptions";
import { Notices } from "./notices";
import { OwnRecordings } from "./own-recordings";
import { Quality } from "./quality";
import { People } from "./people";
import { PhoneState } from "./state";
import { Reachability } from "./reachability";
import { ReadinessCheck } from "./readiness-check";
import { Recorder } from "./recorder";
import { Rooms } from "./rooms";
import { Tabs } from "./tabs";
import { Transfers } from "./transfers";
import { Voicemail } from "./voicemail";
import { WaitingLines } from "./waiting-lines";
import { Waking } from "./waking";

/** What the phone asks beside its socket: what the server keeps for this person. */
export interface Beside {
  readonly mailbox: Mailbox;
  readonly past: Past;
  readonly duty: DutyDesk;
  readonly contacts: ContactDesk;
  readonly blocked: BlockedDesk;
  readonly guestLinks: GuestLinkDesk;
  readonly reach: ReachDesk;
  readonly sounds: SoundDesk;
  readonly memory: Memory;
  readonly notices: NoticeDesk;
  readonly push: PushDesk;
  readonly tabs: TabDoor;
  readonly readiness: ReadinessDesk;
}

/** The phone: what the page can do, and all it shows. The server owns the calls; this is a window on them. */
export class Phone {
  readonly state = new PhoneState();
  readonly tabs: Tabs;
  readonly calls: Conversations;
  readonly transfers: Transfers;
  readonly recorder: Recorder;
  readonly voicemail: Voicemail;
  readonly history: History;
  readonly reports: CallReports;
  readonly aftermath: Aftermath;
  readonly agent: Agent;
  readonly lines: WaitingLines;
  readonly rooms: Rooms;
  readonly guestLinks: GuestLinks;
  readonly reachability: Reachability;
  readonly devices: Devices;
  readonly notices: Notices;
  readonly check: ReadinessCheck;
  readonly people: People;
  readonly contacts: Contacts;
  readonly blocked: BlockedCallers;
  readonly waking: Waking;
  readonly quality = new Quality();
  readonly interruptions: Interruptions;
  readonly #link: Link;
  readonly #media: Media;
  readonly #clock: Clock;
  /** What the browser allows is known, so probes are answered where they are heard: hidden pages have no timers. */
  #settled = false;

  constructor(outside: Surroundings, beside: Beside, media: Media, clock: Clock) {
    this.#media = media;
    this.#clock = clock;
    const events = {
      moved: (link: LinkState) => {
        this.state.link.value = link;
        if (link === "waiting") this.state.offline.value = true;
        if (link === "connected") this.state.offline.value = false;
      },
      welcome: (welcome: Welcome) => {
        this.#welcome(welcome);
      },
      news: (news: ServerNews) => {
        this.#hear(news);
      },
    };
    this.#link = new Link(outside, events, () => this.state.calls.value.some(({ state }) => state !== "ended"));
    this.tabs = new Tabs(this.state, beside.tabs, clock);
    this.calls = new Conversations(this.state, this.#link, media, this.tabs, clock);
    this.interruptions = new Interruptions(this.state, this.#interrupted(), clock);
    this.transfers = new Transfers(this.state, this.#link);
    this.recorder = new Recorder(this.state, this.#link);
    this.rooms = new Rooms(this.#link);
    this.people = new People(this.#link);
    this.lines = new WaitingLines(this.#link);
    this.contacts = new Contacts(beside.contacts, this.state, clock);
    this.blocked = new BlockedCallers(beside.blocked, clock);
    this.voicemail = new Voicemail(this.state, beside.mailbox, media, beside.sounds, clock);
    this.guestLinks = new GuestLinks(beside.guestLinks);
    this.reachability = new Reachability(beside.reach);
    this.devices = new Devices(media.devices, beside.memory);
    this.notices = new Notices(beside.notices, this.state, this.calls);
    this.check = new ReadinessCheck(media, beside.readiness, clock, () => this.notices.permission.value);
    this.waking = new Waking(beside.push, this.notices);
    this.history = new History(this.state, beside.past, new OwnRecordings(this.state, beside.past, media));
    this.reports = new CallReports(beside.past);
    this.aftermath = new Aftermath(this.state, beside.past, this.reports, clock);
    this.agent = new Agent(this.state, beside.duty, clock);
    this.#recordFlight(clock);
    this.state.readiness.value = media.readiness();
    void media.settled().then(() => {
      this.#settled = true;
    });
    media.watch(() => {
      this.state.readiness.value = media.readiness();
      this.state.microphoneAsked.value = media.asks();
    });
  }

  start(): void {
    this.tabs.begin(this.calls);
    this.#link.start();
  }

  /** The network is back, and may be another one. */
  networkIsBack(): void {
    this.#link.renew();
    this.calls.renewSounds();
  }

  /** The page is looked at again. */
  hurry(): void {
    this.#link.hurry();
  }

  leave(): void {
    this.#link.leave();
  }

  async signOut(): Promise<void> {
    await this.waking.forget();
    await this.#link.signOut();
  }

  /** A call may come soon: the person types a number. */
  prepare(): void {
    this.#media.prepare();
  }

  /** From a gesture of the person. */
  async unlock(): Promise<void> {
    try {
      await this.#media.unlock();
    } catch (failure) {
      if (!(failure instanceof MediaFailure)) throw failure;
    }
    this.state.readiness.value = this.#media.readiness();
  }

  /** Shows the wish at once; the server's word on it follows, and its refusal takes it back. */
  async setAvailable(available: boolean): Promise<void> {
    this.state.available.value = available;
    const outcome = await this.#link.request({ type: "availability", available });
    if (!outcome.ok) this.state.available.value = !available;
  }

  #interrupted(): Interrupted {
    return {
      move: (key, state) => {
        this.calls.move(key, state);
      },
      doubt: () => {
        this.#link.hurry();
      },
    };
  }

  /** While a call sounds here, the server is told how. */
  #recordFlight(clock: Clock): void {
    const flight = new Flight(
      {
        sounds: () => this.calls.sounds(),
        heard: (call, second, now) => {
          this.quality.heard(call, second, now);
          this.interruptions.heard(call, second.packets);
        },
        send: (call, seconds) => {
          this.#link.tell({ type: "facts", call, seconds });
        },
      },
      clock,
    );
    effect(() => {
      const ids = this.state.calls.value.flatMap((call) => (hasSound(call) && call.id !== null ? [call.id] : []));
      this.quality.forgetAllBut(ids);
      if (ids.length > 0) flight.begin();
    });
  }

  #welcome(welcome: Welcome): void {
    const now = Date.parse(welcome.now);
    if (!Number.isNaN(now)) this.#clock.agree(now);
    this.state.me.value = welcome.me;
    this.state.company.value = welcome.company;
    this.state.directory.value = welcome.directory;
    this.state.available.value = welcome.available;
    if (welcome.resumed) for (const view of welcome.calls) this.calls.take(view);
    else this.calls.welcome(welcome.calls);
    this.people.welcomed();
    this.lines.welcomed();
    if (this.contacts.all.value === null) void this.contacts.read();
  }

  #hear(news: ServerNews): void {
    switch (news.type) {
      case "call":
        this.calls.take(news.call);
        return;
      case "probe":
        if (this.#settled) this.#probed(news.nonce);
        else {
          void this.#media.settled().then(() => {
            this.#probed(news.nonce);
          });
        }
        return;
      case "availability":
        this.state.available.value = news.available;
        this.state.reachability.value = { reachable: news.reachable, obstacle: news.obstacle ?? null };
        return;
      case "voicemail":
        this.voicemail.hear(news.unheard);
        return;
      case "rooms":
        this.rooms.hear(news.rooms);
        return;
      case "people":
        this.people.hear(news.anew, news.people);
        return;
      case "queues":
        this.lines.hear(news.anew, news.queues);
        return;
      case "goodbye":
        return;
      default:
        news satisfies never;
    }
  }

  #probed(nonce: string): void {
    this.#link.tell({ type: "probed", nonce, ...this.#media.readiness() });
  }
}

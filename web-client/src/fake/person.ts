import type { PhoneCall } from "../phone/call";
import { Phone, type Beside } from "../phone/phone";
import type { Clock } from "../phone/clock";
import { settled } from "./clock";
import { FakeMemory } from "./devices";
import { FakeBlockedDesk } from "./blocked-desk";
import { FakeContactDesk } from "./contact-desk";
import { FakeDutyServer } from "./duty-server";
import { FakeGuestLinks } from "./guest-links";
import { FakeMailServer } from "./mail-server";
import { FakePastServer } from "./past-server";
import { FakePushDesk } from "./push-desk";
import { FakeReachDesk } from "./reach-desk";
import { FakeReadinessDesk } from "./readiness-desk";
import { FakeSoundDesk } from "./sound-desk";
import { FakeNotices } from "./notices";
import { FakeBrowser, type FakeTabs } from "./tabs";
import { FakeMedia, type FakeSession } from "./media";
import type { FakeSwitchboard } from "./switchboard";

/** A person with a page, as the sentences of the tests need him. */
export class FakePerson {
  readonly media = new FakeMedia();
  readonly mail = new FakeMailServer();
  readonly past = new FakePastServer();
  readonly duty = new FakeDutyServer();
  readonly contacts = new FakeContactDesk();
  readonly blocked = new FakeBlockedDesk();
  readonly guestLinks = new FakeGuestLinks();
  readonly reach = new FakeReachDesk();
  readonly sounds = new FakeSoundDesk();
  readonly memory = new FakeMemory();
  readonly notices = new FakeNotices();
  readonly readiness = new FakeReadinessDesk();
  readonly push = new FakePushDesk();
  readonly tab: FakeTabs;
  readonly phone: Phone;

  /** His page in a tab of that browser, by default the only one. */
  constructor(name: string, server: FakeSwitchboard, clock: Clock, browser = new FakeBrowser()) {
    this.tab = browser.open();
    this.phone = new Phone(server.surroundings(name, this.tab.tab), this.beside(), this.media, clock);
  }

  /** What his page asks beside its socket. */
  beside(): Beside {
    return {
      mailbox: this.mail.mailbox,
      past: this.past.past,
      duty: this.duty.desk,
      contacts: this.contacts,
      blocked: this.blocked,
      guestLinks: this.guestLinks,
      reach: this.reach,
      sounds: this.sounds,
      memory: this.memory,
      notices: this.notices,
      push: this.push,
      tabs: this.tab,
      readiness: this.readiness,
    };
  }

  async logsIn(): Promise<void> {
    this.phone.start();
    await settled();
  }

  async dials(to: string): Promise<void> {
    await this.phone.calls.dial(to, "");
    await settled();
  }

  async answers(): Promise<void> {
    await this.phone.calls.answer(this.phone.state.ringing.value[0]?.key ?? "");
    await settled();
  }

  get call(): PhoneCall {
    const call = this.phone.state.calls.value.at(-1);
    if (call === undefined) throw new Error("no call");
    return call;
  }

  get sound(): FakeSession {
    const session = this.media.openSessions.at(-1);
    if (session === undefined) throw new Error("no sound");
    return session;
  }

  states(): string[] {
    return this.phone.state.calls.value.map((call) => call.state);
  }
}

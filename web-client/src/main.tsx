import { effect, untracked } from "@preact/signals";
import { render } from "preact";
import { BrowserMedia } from "./media/browser-media";
import { BrowserSoundDesk } from "./media/browser-sound-desk";
import { browserClock } from "./phone/clock";
import { browserMemory } from "./memory";
import { Phone } from "./phone/phone";
import { browserSurroundings } from "./signaling/browser";
import { BrowserNotices } from "./signaling/browser-notices";
import { BrowserPush } from "./signaling/browser-push";
import { BrowserTabs } from "./signaling/browser-tabs";
import { browserHttp } from "./signaling/http";
import { HttpBlocked } from "./signaling/http-blocked";
import { HttpContacts } from "./signaling/http-contacts";
import { HttpDuty } from "./signaling/http-duty";
import { HttpGuestLinks } from "./signaling/http-guest-links";
import { HttpMailbox } from "./signaling/http-mailbox";
import { HttpPast } from "./signaling/http-past";
import { HttpReadiness } from "./signaling/http-readiness";
import { HttpReach } from "./signaling/http-reach";
import { callToAnswer } from "./signaling/push";
import { App } from "./ui/app";
import { LanguageChoice } from "./ui/language-choice";
import { browserSight, followRinging } from "./ui/notifier";
import { placeOf } from "./ui/place";
import { Screen } from "./ui/screen";
import { ThemeChoice } from "./ui/theme-choice";
import { titleFor } from "./ui/title";
import { spokenNow } from "./ui/words/language";
import "./ui/style/base.css";
import "./ui/style/layout.css";
import "./ui/style/parts.css";
import "./ui/style/call.css";
import "./ui/style/transfer.css";
import "./ui/style/voicemail.css";
import "./ui/style/history.css";
import "./ui/style/queues.css";
import "./ui/style/queue-callers.css";
import "./ui/style/rooms.css";
import "./ui/style/form.css";
import "./ui/style/settings.css";
import "./ui/style/devices.css";
import "./ui/style/check.css";
import "./ui/style/quality.css";
import "./ui/style/directory.css";
import "./ui/style/contacts.css";
import "./ui/style/reports.css";
import "./ui/style/reception-people.css";
import "./ui/style/reception.css";

/** Puts the parts together and follows the browser's own events. */
async function begin(root: HTMLElement): Promise<void> {
  const theme = new ThemeChoice(browserMemory, document.documentElement);
  const language = new LanguageChoice(navigator.languages, browserMemory);
  await language.begin();
  const http = browserHttp(() => spokenNow().locale);
  const media = new BrowserMedia();
  const beside = {
    mailbox: new HttpMailbox(http),
    past: new HttpPast(http),
    duty: new HttpDuty(http),
    contacts: new HttpContacts(http),
    blocked: new HttpBlocked(http),
    guestLinks: new HttpGuestLinks(http),
    reach: new HttpReach(http),
    sounds: new BrowserSoundDesk(() => media.devices.used),
    memory: browserMemory,
    notices: new BrowserNotices(),
    push: new BrowserPush(http),
    tabs: new BrowserTabs(),
    readiness: new HttpReadiness(http),
  };
  const phone = new Phone(browserSurroundings(http), beside, media, browserClock);
  const screen = new Screen(phone);
  followBrowser(phone);
  followTitle(phone);
  followRinging(phone, browserSight);
  followWish(phone);
  followPlace(screen);
  followLanguage(phone);
  followOtherTabs(phone, language, theme);
  effect(() => {
    if (phone.state.link.value === "signed-out") location.assign("/login");
  });
  phone.start();
  render(<App phone={phone} screen={screen} language={language} theme={theme} />, root);
}

function followBrowser(phone: Phone): void {
  // The first gesture unlocks sound, wherever it falls.
  const gestures = ["pointerdown", "keydown"] as const;
  const unlock = (): void => {
    for (const gesture of gestures) removeEventListener(gesture, unlock, { capture: true });
    void phone.unlock();
  };
  for (const gesture of gestures) addEventListener(gesture, unlock, { capture: true });
  addEventListener("online", () => {
    phone.networkIsBack();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") phone.hurry();
  });
  addEventListener("pagehide", () => {
    phone.leave();
  });
  addEventListener("pageshow", (event) => {
    // A page kept whole by the browser has said that it left: it begins anew.
    if (event.persisted) location.reload();
  });
}

/** A worker opened the page for a call that was answered outside it; a reload must not answer again. */
function followWish(phone: Phone): void {
  const call = callToAnswer(location.hash);
  if (call === undefined) return;
  history.replaceState(null, "", location.pathname);
  phone.notices.answerOnceKnown(call);
}

/** The part after # in the address says which place is open: a reload and the browser's own buttons keep to it. */
function followPlace(screen: Screen): void {
  const follow = (): void => {
    screen.go(placeOf(location.hash));
  };
  addEventListener("hashchange", follow);
  follow();
}

/** The page says in which language it is; what the server said in another one is asked for again. */
function followLanguage(phone: Phone): void {
  let before = spokenNow().locale;
  effect(() => {
    const { language: now, locale } = spokenNow();
    document.documentElement.lang = now;
    if (locale !== before) {
      untracked(() => {
        phone.history.retell();
        phone.aftermath.retell();
      });
    }
    before = locale;
  });
}

/** What is chosen in one tab is chosen in all. */
function followOtherTabs(phone: Phone, language: LanguageChoice, theme: ThemeChoice): void {
  addEventListener("storage", ({ key }) => {
    void language.follow(key);
    phone.devices.follow(key);
    theme.follow(key);
  });
}

/** Title and icon show what goes on, also from another tab. */
function followTitle(phone: Phone): void {
  const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  effect(() => {
    const ringing = phone.state.ringing.value;
    document.title = titleFor(ringing, phone.state.onStage.value);
    if (icon !== null) icon.href = `/phone/${ringing.length > 0 ? "icon-ringing" : "icon"}.svg`;
  });
}

const root = document.getElementById("phone");
if (root !== null) void begin(root);

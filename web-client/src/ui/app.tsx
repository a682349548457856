import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Phone } from "../phone/phone";
import { Availability } from "./availability";
import { BlockedSettings } from "./blocked-settings";
import { CallList } from "./call-list";
import { ConsultAnnouncement } from "./consult";
import { DeviceNotice } from "./device-notice";
import { DevicesPage } from "./devices-page";
import { Directory } from "./directory";
import { Finder } from "./finder-form";
import { Help } from "./help";
import { Icon } from "./icon";
import { Incoming } from "./incoming";
import { perform } from "./keyboard";
import type { LanguageChoice } from "./language-choice";
import { LanguageSetting } from "./language-setting";
import type { Place } from "./place";
import { Queues } from "./queues";
import { Rail } from "./rail";
import { ReachSettings } from "./reach-settings";
import { ReceptionPlace } from "./reception-place";
import { RoomList } from "./room-list";
import type { Screen } from "./screen";
import { somebodyShown, Stage } from "./stage";
import type { ThemeChoice } from "./theme-choice";
import { ThemeSetting } from "./theme-setting";
import { VoicemailList } from "./voicemail-list";
import { say, type Word } from "./words/words";

interface AppProps {
  readonly phone: Phone;
  readonly screen: Screen;
  readonly language: LanguageChoice;
  readonly theme: ThemeChoice;
}

/** The whole page: rail, list, stage; over them whoever rings. The place `Reception` is all of it but the rail. */
export function App({ phone, screen, language, theme }: AppProps): JSX.Element {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      perform(event, phone, screen);
    };
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("keydown", onKey);
    };
  }, [phone, screen]);
  const trouble = troubleWords(phone);
  const reception = screen.place.value === "reception";
  return (
    <div
      class="phone"
      data-view={screen.view.value}
      data-call={stageIsTaken(phone, screen) ? "yes" : "no"}
      data-wide={reception ? "" : undefined}
    >
      <header class="banners">
        <h1 class="visually-hidden">{say("app.name")}</h1>
        {phone.state.company.value?.demo === true && <p class="banner demo">{say("app.demo")}</p>}
        <p class="banner offline" aria-live="polite" hidden={trouble === ""}>
          {trouble}
        </p>
        <DeviceNotice devices={phone.devices} />
      </header>
      <Rail phone={phone} screen={screen} />
      <section class="top" aria-label={say("nav.me")}>
        <Me phone={phone} />
        <Availability phone={phone} />
        <SignOut phone={phone} />
      </section>
      <main>
        {reception ? <ReceptionPlace phone={phone} screen={screen} /> : <ListAndStage {...{ phone, screen, language, theme }} />}
      </main>
      {!reception && <Incoming phone={phone} screen={screen} />}
      {screen.help.value && <Help screen={screen} />}
    </div>
  );
}

function ListAndStage({ phone, screen, language, theme }: AppProps): JSX.Element {
  return (
    <>
      <List phone={phone} screen={screen} language={language} theme={theme} />
      <div class="stage">
        <Stage phone={phone} screen={screen} />
        <ConsultAnnouncement phone={phone} />
      </div>
    </>
  );
}

/** A call, also one that is over and has something to tell, or a person stands there. `Reception` has no stage. */
function stageIsTaken(phone: Phone, screen: Screen): boolean {
  if (screen.place.value === "reception") return false;
  return phone.aftermath.onStage.value !== undefined || somebodyShown(phone, screen);
}

const titles: Readonly<Record<Place, Word>> = {
  calls: "nav.calls",
  reception: "nav.reception",
  directory: "nav.directory",
  voicemail: "nav.voicemail",
  conference: "nav.conference",
  devices: "nav.devices",
  settings: "nav.settings",
};

/** Whom to call, and what the rail chose. */
function List({ phone, screen, language, theme }: AppProps): JSX.Element {
  const place = screen.place.value;
  return (
    <section class="list" aria-label={say(titles[place])}>
      <Finder phone={phone} screen={screen} />
      {place === "calls" && <Queues agent={phone.agent} />}
      {place === "calls" && <CallList phone={phone} screen={screen} />}
      {place === "directory" && <Directory phone={phone} screen={screen} />}
      {place === "voicemail" && <VoicemailList phone={phone} screen={screen} />}
      {place === "conference" && <RoomList phone={phone} />}
      {place === "devices" && <DevicesPage phone={phone} />}
      {place === "settings" && (
        <div class="settings">
          <LanguageSetting choice={language} />
          <ThemeSetting choice={theme} />
          <ReachSettings reachability={phone.reachability} />
          <BlockedSettings blocked={phone.blocked} />
          <p>
            <a href="/account">{say("app.account")}</a>
          </p>
        </div>
      )}
    </section>
  );
}

/** What keeps the phone from working at all; empty if nothing does. */
function troubleWords(phone: Phone): string {
  if (phone.state.link.value === "no-phone") return say("app.noPhone");
  if (phone.state.link.value === "too-many-pages") return say("app.tooManyPages");
  return phone.state.offline.value ? say("app.offline") : "";
}

function Me({ phone }: { readonly phone: Phone }): JSX.Element {
  const me = phone.state.me.value;
  return (
    <p class="me">
      <strong>{me?.name ?? ""}</strong> <span class="number">{me?.extension ?? ""}</span>
      <span class="company">{phone.state.company.value?.name ?? ""}</span>
    </p>
  );
}

function SignOut({ phone }: { readonly phone: Phone }): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={say("nav.signOut")}
      title={say("nav.signOut")}
      onClick={() => void phone.signOut()}
    >
      <Icon name="log-out" />
    </button>
  );
}

import type { JSX } from "preact";
import type { Phone } from "../phone/phone";
import { Icon, type IconName } from "./icon";
import { places, type Place } from "./place";
import type { Screen } from "./screen";
import { unheardWords } from "./words/voicemail-words";
import { say, type Word } from "./words/words";

const signs: Readonly<Record<Place, { readonly icon: IconName; readonly name: Word }>> = {
  calls: { icon: "phone", name: "nav.calls" },
  reception: { icon: "concierge-bell", name: "nav.reception" },
  directory: { icon: "book-user", name: "nav.directory" },
  voicemail: { icon: "voicemail", name: "nav.voicemail" },
  conference: { icon: "users", name: "nav.conference" },
  devices: { icon: "headphones", name: "nav.devices" },
  settings: { icon: "sliders-horizontal", name: "nav.settings" },
};

/** Not at the foot of a small screen, which has room for six: behind `More` there. */
const tuckedAway: readonly Place[] = ["reception", "settings"];

const moreMenu = "more-places";

/** The places of the phone. */
export function Rail({ phone, screen }: { readonly phone: Phone; readonly screen: Screen }): JSX.Element {
  return (
    <nav class="rail" aria-label={say("nav.label")}>
      {places.map((place) => (
        <PlaceLink key={place} place={place} phone={phone} screen={screen} />
      ))}
      <More screen={screen} />
      <button
        type="button"
        class="rail-foot"
        onClick={() => {
          screen.help.value = true;
        }}
      >
        <Icon name="keyboard" />
        <span>{say("nav.shortcuts")}</span>
      </button>
    </nav>
  );
}

interface PlaceProps {
  readonly place: Place;
  readonly phone: Phone;
  readonly screen: Screen;
}

function PlaceLink({ place, phone, screen }: PlaceProps): JSX.Element {
  const { icon, name } = signs[place];
  const unheard = place === "voicemail" ? phone.voicemail.unheard.value : 0;
  return (
    <>
      <a
        href={`#${place}`}
        data-place={place}
        data-tucked={tuckedAway.includes(place) ? "" : undefined}
        aria-current={screen.place.value === place ? "page" : undefined}
        aria-describedby={unheard > 0 ? "unheard" : undefined}
        onClick={() => {
          screen.view.value = "list";
        }}
      >
        <Icon name={icon} />
        <span>{say(name)}</span>
        {unheard > 0 && (
          <span class="count" aria-hidden="true">
            {unheard > 99 ? say("nav.many") : unheard}
          </span>
        )}
      </a>
      {unheard > 0 && (
        <span id="unheard" hidden>
          {unheardWords(unheard)}
        </span>
      )}
    </>
  );
}

/** On a small screen alone: the places that have no room beside it. The browser opens and closes it. */
function More({ screen }: { readonly screen: Screen }): JSX.Element {
  const here = tuckedAway.includes(screen.place.value);
  return (
    <>
      <button type="button" class="rail-more" popovertarget={moreMenu} aria-current={here ? "true" : undefined}>
        <Icon name="menu" />
        <span>{say("nav.more")}</span>
      </button>
      <div id={moreMenu} class="more-places" popover="auto">
        {tuckedAway.map((place) => (
          <a
            key={place}
            href={`#${place}`}
            aria-current={screen.place.value === place ? "true" : undefined}
            onClick={() => {
              screen.view.value = "list";
              document.getElementById(moreMenu)?.hidePopover();
            }}
          >
            <Icon name={signs[place].icon} />
            <span>{say(signs[place].name)}</span>
          </a>
        ))}
      </div>
    </>
  );
}

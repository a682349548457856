import type { JSX } from "preact";
import type { PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import type { CallQuality, SoundRating } from "../phone/quality";
import { percent, say, type Word } from "./words/words";

const ratings: Readonly<Record<SoundRating, Word>> = {
  good: "quality.good",
  fair: "quality.fair",
  poor: "quality.poor",
  silent: "quality.silent",
};

/** How the call sounds now, in one line: the word first, then what it rests on. */
export function QualityLine({ call, phone }: { readonly call: PhoneCall; readonly phone: Phone }): JSX.Element | null {
  const quality = call.id === null ? undefined : phone.quality.now.value.get(call.id);
  if (call.state !== "in-call" || quality === undefined) return null;
  return (
    <p class="quality" data-rating={quality.rating}>
      <span class="quality-word">{say(ratings[quality.rating])}</span>
      {quality.rating === "silent" ? "" : details(quality)}
    </p>
  );
}

function details({ lostPercent, worse, roundTripMillis, path }: CallQuality): string {
  const lost = say(worse === "heard" ? "quality.lost" : "quality.lostOfYou", { percent: percent(lostPercent) });
  const delay = roundTripMillis === null ? [] : [say("quality.delay", { millis: `${Math.round(roundTripMillis)}` })];
  return ["", lost, ...delay, ...(path === null ? [] : [path.toUpperCase()])].join(" · ");
}

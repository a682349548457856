import type { JSX } from "preact";
import type { CallStory, OpenStory, PastCall } from "../phone/history";
import type { Phone } from "../phone/phone";
import { CallerActions } from "./caller-actions";
import { Icon, type IconName } from "./icon";
import { CallRecordings } from "./recording";
import { listReport, ReportButton, ReportPart } from "./report-call";
import type { Screen } from "./screen";
import { dayAndTime, say, timeWithSeconds } from "./words/words";
import { timeNow } from "../phone/clock";

const icons: Readonly<Record<PastCall["part"], IconName>> = {
  called: "phone-outgoing",
  took: "phone-incoming",
  rang: "phone-missed",
  "not-rung": "phone-off",
};

/** A call that is over; its name opens and closes its story. */
export function PastRow(props: {
  readonly call: PastCall;
  readonly phone: Phone;
  readonly screen: Screen;
}): JSX.Element {
  const { call, phone, screen } = props;
  const open = phone.history.opened.value;
  const shown = open?.id === call.id ? open : null;
  const other = phone.state.known(call.other);
  const name = shownName(other);
  const time = dayAndTime(Date.parse(call.at), timeNow());
  return (
    <li class="past">
      <div class="row" data-state="earlier" data-missed={call.part === "rang" && !call.answered ? "" : undefined}>
        <Icon name={call.part === "rang" && call.answered ? "phone-incoming" : icons[call.part]} />
        <span class="row-text">
          <button
            type="button"
            class="row-name"
            aria-label={say("story.of", { name, time })}
            aria-expanded={shown !== null}
            onClick={() => void phone.history.toggle(call.id)}
          >
            <bdi>{name}</bdi>
          </button>
          <span class="row-why">{call.outcome}</span>
        </span>
        <time class="row-time" dateTime={call.at}>
          {time}
        </time>
        <Icon name="chevron-down" />
        <Redial other={other} name={name} phone={phone} />
      </div>
      {shown !== null && (
        <>
          <Story open={shown} phone={phone} />
          <Report open={shown} phone={phone} />
          <CallerActions other={call.other} phone={phone} screen={screen} />
        </>
      )}
      <CallRecordings call={call.id} recordings={phone.history.recordings} />
    </li>
  );
}

function shownName({ name, number }: PastCall["other"]): string {
  return name || number || say("voicemail.withheld");
}

function Redial(props: {
  readonly other: PastCall["other"];
  readonly name: string;
  readonly phone: Phone;
}): JSX.Element | null {
  const { other, name, phone } = props;
  const { number } = other;
  if (number === "") return null;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={say("list.redial", { name })}
      title={say("list.redial", { name })}
      onClick={() => void phone.calls.dial(number, other.name)}
    >
      <Icon name="phone" />
    </button>
  );
}

/** What happened, or in words why it cannot be told. */
function Story({ open, phone }: { readonly open: OpenStory; readonly phone: Phone }): JSX.Element {
  return (
    <div class="story" aria-live="polite" aria-busy={open.story === null}>
      {open.story === null && <p class="quiet-text">{say("story.loading")}</p>}
      {open.story === "failed" && (
        <>
          <p class="problem">{say("story.failed")}</p>
          <button type="button" class="button quiet" onClick={() => void phone.history.tell(open.id)}>
            {say("list.retry")}
          </button>
        </>
      )}
      {open.story !== null && open.story !== "failed" && <Told story={open.story} />}
    </div>
  );
}

/** What the person says of the call himself. */
function Report({ open, phone }: { readonly open: OpenStory; readonly phone: Phone }): JSX.Element | null {
  if (open.story === null || open.story === "failed") return null;
  const report = listReport(phone, open.id, open.story.report);
  return (
    <div class="story-report">
      <ReportPart {...report} />
      <ReportButton {...report} />
    </div>
  );
}

function Told({ story }: { readonly story: CallStory }): JSX.Element {
  return (
    <>
      <p class="story-verdict">{story.verdict}</p>
      <ol role="list">
        {story.lines.map((line) => (
          <li>
            <time class="number" dateTime={line.at}>
              {timeWithSeconds(Date.parse(line.at))}
            </time>
            <span>{line.text}</span>
          </li>
        ))}
      </ol>
      {story.sound !== null && <p class="story-sound">{story.sound.sentence}</p>}
    </>
  );
}

import type { JSX } from "preact";
import { live, wasTalk, type PhoneCall } from "../phone/call";
import type { Phone } from "../phone/phone";
import { Icon } from "./icon";
import { ReportButton, ReportPart, stageReport } from "./report-call";
import type { Screen } from "./screen";
import { say } from "./words/words";

interface AfterProps {
  readonly call: PhoneCall;
  readonly phone: Phone;
  readonly screen: Screen;
}

/** How a call that is over sounded, if that was bad; announced when it comes, a moment after the end. */
export function Verdict({ call, phone }: Omit<AfterProps, "screen">): JSX.Element | null {
  if (live(call)) return null;
  const verdict = phone.aftermath.verdict(call);
  return (
    <div class="verdict" data-rating={verdict?.rating} aria-live="polite">
      {verdict?.rating === "bad" && <Icon name="circle-alert" />}
      {verdict !== undefined && <p>{verdict.sentence}</p>}
    </div>
  );
}

/** What can be done about a call that is over: call again, say what was wrong with it, leave it. Not while he says it. */
export function AfterActions({ call, phone, screen }: AfterProps): JSX.Element | null {
  const { reports } = phone;
  if (live(call) || (call.id !== null && reports.isOpen({ call: call.id, place: "stage" }))) return null;
  return (
    <>
      {call.direction === "out" && (
        <button type="button" class="button quiet" onClick={() => void phone.calls.dial(call.number, call.name)}>
          <Icon name="phone" />
          {say("action.redial")}
        </button>
      )}
      {wasTalk(call) && call.id !== null && <ReportButton {...stageReport(phone, call.id)} />}
      {phone.aftermath.hasMore(call) && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            phone.aftermath.dismiss(call);
            screen.focusNumber();
          }}
        >
          <Icon name="x" />
          {say("action.close")}
        </button>
      )}
    </>
  );
}

/** The report of a call that is over, while it is written and once it was sent. */
export function AfterReport({ call, phone }: Omit<AfterProps, "screen">): JSX.Element | null {
  return wasTalk(call) && call.id !== null ? <ReportPart {...stageReport(phone, call.id)} /> : null;
}

import type { JSX } from "preact";
import type { Phone } from "../phone/phone";
import { ConsultAnnouncement } from "./consult";
import { handle } from "./drawn-call";
import { PeopleGrid, PeopleSearch } from "./people-grid";
import { PickBar } from "./pick-bar";
import { QueueCallers } from "./queue-callers";
import { Queues } from "./queues";
import type { Screen } from "./screen";
import { CallOnStage } from "./stage";
import { WaitingCalls } from "./waiting-calls";
import { say } from "./words/words";

interface PlaceProps {
  readonly phone: Phone;
  readonly screen: Screen;
}

/** For whoever receives the calls of many: who waits, the call, and everybody to hand it on to, all at a glance. */
export function ReceptionPlace({ phone, screen }: PlaceProps): JSX.Element {
  const stage = phone.state.onStage.value;
  // A parked call has all it needs in its row.
  const call = stage?.state === "parked" ? undefined : stage;
  const open = screen.handOver.value !== null || screen.keypad.value !== null;
  return (
    <section class="reception" tabIndex={-1} aria-label={say("nav.reception")}>
      <div class="reception-waiting">
        <WaitingCalls phone={phone} screen={screen} />
        <QueueCallers phone={phone} screen={screen} />
        <Queues agent={phone.agent} dutyAlone />
      </div>
      <div class="board">
        {call !== undefined && (
          <div class="board-call" {...(open ? {} : handle(call))}>
            <CallOnStage key={call.key} call={call} phone={phone} screen={screen} />
          </div>
        )}
        <ConsultAnnouncement phone={phone} />
        <PeopleSearch reception={screen.reception} />
        <PeopleGrid phone={phone} screen={screen} />
        <PickBar phone={phone} reception={screen.reception} />
      </div>
    </section>
  );
}

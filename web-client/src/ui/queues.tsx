import type { JSX } from "preact";
import type { Agent, Duty, ServedQueue } from "../phone/agent";
import { duration, numberWords, say, type Word } from "./words/words";

/** Reasons of a pause that are offered; whatever an admin wrote stands among them while it holds. */
const pauses: readonly Word[] = ["queues.pause.break", "queues.pause.lunch", "queues.pause.meeting", "queues.pause.training"];

interface QueuesProps {
  readonly agent: Agent;
  /** Who waits stands elsewhere. */
  readonly dutyAlone?: boolean;
}

/** The queues this person serves, and whether he does now; nothing for who serves none. */
export function Queues({ agent, dutyAlone = false }: QueuesProps): JSX.Element | null {
  const duty = agent.duty.value;
  if (duty === null || duty.queues.length === 0) return null;
  return (
    <section class="queues" aria-label={say("queues.label")}>
      {!dutyAlone && (
        <ul role="list">
          {duty.queues.map((queue) => (
            <Line key={queue.id} queue={queue} />
          ))}
        </ul>
      )}
      <div class="duty">
        <DutySwitch agent={agent} duty={duty} />
        <Pause agent={agent} duty={duty} />
      </div>
      {agent.failed.value && (
        <p class="trouble" role="alert">
          {say("queues.failed")}
        </p>
      )}
    </section>
  );
}

function Line({ queue }: { readonly queue: ServedQueue }): JSX.Element {
  const { name, waiting, longestSeconds } = queue;
  const longest = duration(longestSeconds * 1_000);
  return (
    <li>
      <strong>{name}</strong>
      <span class={waiting > 0 ? "waiting" : "quiet"}>
        {waiting === 0 ? say("queues.nobody") : say("queues.waiting", { count: numberWords(waiting), longest })}
      </span>
    </li>
  );
}

interface Props {
  readonly agent: Agent;
  readonly duty: Duty;
}

function DutySwitch({ agent, duty }: Props): JSX.Element {
  return (
    <>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={duty.onDuty}
        aria-label={say("queues.duty")}
        onClick={() => void agent.change(!duty.onDuty, null)}
      >
        <span class="knob" />
      </button>
      <span class="state">{say(duty.onDuty ? "queues.on" : "queues.off")}</span>
    </>
  );
}

function Pause({ agent, duty }: Props): JSX.Element {
  const offered = pauses.map((word) => say(word));
  const reasons = duty.pause === null || offered.includes(duty.pause) ? offered : [...offered, duty.pause];
  return (
    <select
      aria-label={say("queues.pause")}
      disabled={!duty.onDuty}
      value={duty.pause ?? ""}
      onChange={({ currentTarget }) => void agent.change(true, currentTarget.value === "" ? null : currentTarget.value)}
    >
      <option value="">{say("queues.pause.none")}</option>
      {reasons.map((reason) => (
        <option key={reason} value={reason}>
          {reason}
        </option>
      ))}
    </select>
  );
}

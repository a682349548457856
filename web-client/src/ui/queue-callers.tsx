import type { JSX } from "preact";
import type { Phone } from "../phone/phone";
import type { QueueCaller, WaitingQueue } from "../phone/waiting-lines";
import { Icon } from "./icon";
import type { Screen } from "./screen";
import { stepThrough } from "./waiting-calls";
import { partyName } from "./words/call-words";
import { duration, numberWords, say } from "./words/words";

interface ListProps {
  readonly phone: Phone;
  readonly screen: Screen;
}

/** Who waits in the queues that this person serves, in the order of their turns; nothing for who serves none. */
export function QueueCallers({ phone, screen }: ListProps): JSX.Element | null {
  const queues = phone.lines.all.value;
  if (queues.length === 0) return null;
  const ringing = new Set(phone.state.ringing.value.map(({ id }) => id));
  let keys = screen.reception.waiting.value.length;
  return (
    <div class="queue-lines">
      {queues.map((queue) => {
        const first = keys;
        keys += queue.callers.filter(({ call }) => !ringing.has(call)).length;
        return <Line key={queue.id} queue={queue} firstKey={first} ringing={ringing} phone={phone} screen={screen} />;
      })}
    </div>
  );
}

interface LineProps extends ListProps {
  readonly queue: WaitingQueue;
  /** How many waiting calls come before it that a digit leads to. */
  readonly firstKey: number;
  /** The calls for which this person's phone rings: they are answered above. */
  readonly ringing: ReadonlySet<string | null>;
}

function Line({ queue, firstKey, ringing, phone, screen }: LineProps): JSX.Element {
  const title = `queue-${queue.id}`;
  const untold = queue.waiting - queue.callers.length;
  let key = firstKey;
  return (
    <section class="queue-line" aria-labelledby={title}>
      <h2 id={title}>
        {queue.name}
        {queue.waiting > 0 && <span class="waiting-count">{numberWords(queue.waiting)}</span>}
      </h2>
      {queue.waiting === 0 && <p class="nothing">{say("reception.queue-nobody")}</p>}
      <ol role="list" onKeyDown={stepThrough}>
        {queue.callers.map((caller, place) => {
          const here = ringing.has(caller.call);
          return (
            <Row
              key={caller.call}
              caller={phone.state.known(caller)}
              place={place + 1}
              digit={here ? null : ++key}
              screen={screen}
            />
          );
        })}
      </ol>
      {untold > 0 && <p class="nothing">{say("reception.queue-more", { count: numberWords(untold) })}</p>}
    </section>
  );
}

interface RowProps {
  readonly caller: QueueCaller;
  /** 1: it is his turn next. */
  readonly place: number;
  /** Which of the waiting calls he is; null: this person's phone rings for him. */
  readonly digit: number | null;
  readonly screen: Screen;
}

function Row({ caller, place, digit, screen }: RowProps): JSX.Element {
  const waited = Math.max(0, screen.now.value - Date.parse(caller.since));
  const rung = caller.rung || digit === null;
  return (
    <li class="queue-caller" data-rung={rung ? "" : undefined}>
      <span class="queue-place" role="img" aria-label={say("reception.queue-place", { place: numberWords(place) })}>
        {numberWords(place)}
      </span>
      <span class="queue-who">
        <strong dir="auto">{partyName(caller)}</strong>
        <span class="queue-about">{about(caller, digit)}</span>
      </span>
      <span class="timer" role="timer" aria-live="off">
        {duration(waited)}
      </span>
      {digit !== null && <Take caller={caller} digit={digit} screen={screen} />}
    </li>
  );
}

/** What there is to say of him beside his name and his time. */
function about(caller: QueueCaller, digit: number | null): string {
  const number = caller.name === "" ? "" : caller.number;
  const priority = caller.priority > 0 ? say("reception.queue-priority", { priority: numberWords(caller.priority) }) : "";
  const rung = digit === null ? say("reception.queue-rings-here") : caller.rung ? say("reception.queue-rung") : "";
  return [rung, number, priority].filter((part) => part !== "").join(" · ");
}

interface TakeProps {
  readonly caller: QueueCaller;
  readonly digit: number;
  readonly screen: Screen;
}

function Take({ caller, digit, screen }: TakeProps): JSX.Element {
  const words = say("reception.queue-take", { name: partyName(caller) });
  return (
    <button
      type="button"
      class="icon-button waiting-act"
      aria-label={words}
      title={digit <= 9 ? say("action.tooltip", { action: words, key: `${digit}` }) : words}
      onClick={() => {
        screen.reception.takeOut(caller);
      }}
    >
      <Icon name="phone" />
    </button>
  );
}

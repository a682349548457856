import { Unreadable, type Members } from "./members";
import type { QueueCaller, WaitingQueue } from "./messages";

/** A queue and who waits in it. */
export function waitingQueue(from: Members): WaitingQueue {
  return {
    id: from.text("id"),
    name: from.text("name"),
    waiting: from.number("waiting"),
    callers: from.list("callers", caller),
  };
}

function caller(from: Members): QueueCaller {
  const since = from.text("since");
  if (Number.isNaN(Date.parse(since))) throw new Unreadable("since");
  return {
    call: from.text("call"),
    name: from.text("name"),
    number: from.text("number"),
    since,
    priority: from.number("priority"),
    rung: from.flag("rung"),
  };
}

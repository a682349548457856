import type { Duty, ServedQueue } from "./duty";
import { Members, readable } from "./members";

/** An agent's queues and duty, or undefined if the answer is none of the protocol. */
export function readDuty(body: string): Duty | undefined {
  return readable(() => {
    const from = new Members(JSON.parse(body));
    return {
      queues: from.list("queues", queue),
      onDuty: from.flag("onDuty"),
      pause: from.has("pause") ? from.text("pause") : null,
    };
  });
}

function queue(from: Members): ServedQueue {
  return {
    id: from.text("id"),
    name: from.text("name"),
    waiting: from.number("waiting"),
    longestSeconds: from.number("longestSeconds"),
  };
}

import type { Members } from "./members";
import { presences, type Colleague } from "./messages";

/** Somebody of the company. */
export function colleague(from: Members): Colleague {
  return {
    extension: from.text("extension"),
    name: from.text("name"),
    department: from.orNull("department", (name) => from.text(name)),
    presence: from.oneOf("presence", presences),
    ...(from.has("since") ? { since: from.text("since") } : {}),
  };
}

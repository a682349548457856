import type { Outcome } from "../signaling/link";
import type { Request } from "../signaling/messages";

/** Whom the phone asks: the link, or the tests' own. */
export interface Desk {
  request(request: Request): Promise<Outcome>;
}

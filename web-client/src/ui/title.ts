import { live, rings, type PhoneCall } from "../phone/call";
import { nameOf, stateWords } from "./words/call-words";
import { say } from "./words/words";

/** The page's title: who calls, else the state of the call on stage, else the product's name. Pure. */
export function titleFor(ringing: readonly PhoneCall[], onStage: PhoneCall | undefined): string {
  const caller = ringing.find(rings);
  if (caller !== undefined) return say("title.calling", { name: nameOf(caller) });
  if (onStage !== undefined && live(onStage)) {
    return say("title.state", { name: nameOf(onStage), state: stateWords(onStage) });
  }
  return say("app.name");
}

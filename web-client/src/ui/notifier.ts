import { effect } from "@preact/signals";
import type { PhoneCall } from "../phone/call";
import type { NoticeWords } from "../phone/notices";
import type { Phone } from "../phone/phone";
import { cardWords, nameOf, whence } from "./words/call-words";
import { say } from "./words/words";

/** While none of the phone's tabs is in sight, the browser tells who rings; in sight, the page itself does. */
export function followRinging(phone: Phone, sight: { readonly inSight: () => boolean; watch(changed: () => void): void }): void {
  const look = (): void => {
    const inSight = sight.inSight();
    phone.tabs.look(inSight);
    if (inSight) phone.notices.seen();
  };
  look();
  sight.watch(look);
  effect(() => {
    const tells = phone.tabs.leads.value && !phone.tabs.seen.value;
    const ringing = tells ? phone.state.ringing.value : [];
    phone.notices.tell(new Map(ringing.flatMap((call) => (call.id === null ? [] : [[call.id, wordsOf(call)]]))));
  });
}

function wordsOf(call: PhoneCall): NoticeWords {
  return {
    title: say("title.calling", { name: nameOf(call) }),
    body: [whence(call), cardWords(call)].filter((words) => words !== "").join("\n"),
    answer: say("action.answer"),
    decline: say("action.decline"),
  };
}

/** The browser's own word on whether the person can see the page. */
export const browserSight = {
  inSight: (): boolean => document.visibilityState === "visible" && document.hasFocus(),
  watch(changed: () => void): void {
    document.addEventListener("visibilitychange", changed);
    addEventListener("focus", changed);
    addEventListener("blur", changed);
  },
};

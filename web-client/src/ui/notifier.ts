import { effect, signal } from "@preact/signals";
import type { PhoneCall } from "../phone/call";
import type { NoticeWords } from "../phone/notices";
import type { Phone } from "../phone/phone";
import { cardWords, nameOf, whence } from "./words/call-words";
import { say } from "./words/words";

/** While the page is out of sight, the browser tells who rings; in sight, the page itself does. */
export function followRinging(phone: Phone, sight: { readonly inSight: () => boolean; watch(changed: () => void): void }): void {
  const inSight = signal(sight.inSight());
  sight.watch(() => {
    inSight.value = sight.inSight();
  });
  effect(() => {
    const ringing = inSight.value ? [] : phone.state.ringing.value;
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

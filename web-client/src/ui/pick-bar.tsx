import type { JSX } from "preact";
import type { Phone } from "../phone/phone";
import type { Picked, Reception } from "./reception";
import { deedOf, type Deed } from "./reception-keys";
import { nameOf, partyName } from "./words/call-words";
import { say, type Word } from "./words/words";

interface BarProps {
  readonly phone: Phone;
  readonly reception: Reception;
}

/** What may be done with whoever is picked; else what became of the last one. */
export function PickBar({ phone, reception }: BarProps): JSX.Element {
  const picked = reception.picked.value;
  const done = reception.done.value;
  const problem = reception.problem.value;
  return (
    <div class="pick">
      <p class="pick-done" role="status">
        {done === null ? "" : say(done.word, done.filled)}
      </p>
      <p class="problem" role="alert">
        {problem === null ? "" : say(problem)}
      </p>
      {picked !== null && <Choices picked={picked} phone={phone} reception={reception} />}
    </div>
  );
}

type Choice = Extract<Deed["kind"], "transfer" | "ask" | "voicemail" | "note" | "call">;

const choices: Readonly<Record<Choice, { readonly letter: string; readonly word: Word }>> = {
  transfer: { letter: "T", word: "reception.transfer-now" },
  ask: { letter: "A", word: "reception.ask-first" },
  voicemail: { letter: "V", word: "reception.voicemail" },
  note: { letter: "N", word: "reception.note" },
  call: { letter: "C", word: "finder.call" },
};

/** What is possible; the first is the one that has the focus. */
function possible({ who, call }: Picked): readonly Choice[] {
  if (call === null) return ["call"];
  return who.person === null ? ["transfer", "ask", "note", "call"] : ["transfer", "ask", "voicemail", "note", "call"];
}

function Choices({ picked, phone, reception }: BarProps & { readonly picked: Picked }): JSX.Element {
  const name = partyName(picked.who);
  const call = phone.state.calls.value.find(({ key }) => key === picked.call);
  const title = call === undefined ? say("reception.picked", { name }) : say("reception.hand-on", { caller: nameOf(call), name });
  return (
    <div class="pick-choices" role="group" aria-label={title}>
      <p class="pick-who">{title}</p>
      <div class="pick-buttons">
        {possible(picked).map((kind, place) => (
          <button
            key={kind}
            type="button"
            {...(place === 0 ? { id: "pick-first" } : {})}
            class={`button ${place === 0 ? "main" : "quiet"}`}
            aria-keyshortcuts={choices[kind].letter}
            onClick={() => {
              reception.perform({ kind });
            }}
          >
            {say(choices[kind].word)}
            <kbd aria-hidden="true">{choices[kind].letter}</kbd>
          </button>
        ))}
      </div>
    </div>
  );
}

const enter = { key: "Enter", altKey: false, ctrlKey: false, metaKey: false };

/** What `Enter` would do in the search now; while somebody is asked, what the letters do. */
export function hintWords(reception: Reception): string {
  const stance = reception.stance("search");
  if (stance.call === "asks") return say("reception.letters-settle");
  const active = reception.found.value[reception.active.value];
  const first = reception.waiting.value[0]?.call;
  const deed = deedOf(enter, stance)?.kind;
  if (deed === "answer" && first !== undefined) return say("reception.enter-answers", { name: nameOf(first) });
  if (active === undefined) return say("reception.type");
  if (deed === "call-active") return say("reception.enter-calls", { name: partyName(active) });
  return say("reception.enter-picks", { name: partyName(active) });
}

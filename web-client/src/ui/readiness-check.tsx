import type { JSX } from "preact";
import { checkSteps, type CheckStep, type ReadinessCheck, type ReadinessRating, type ReadinessResult } from "../phone/readiness-check";
import { Icon } from "./icon";
import { ratingWords, remedyWords, resultWords, stepWords } from "./words/readiness-words";
import { percent, say } from "./words/words";

/** Half a minute that tells whether calls will work, and the one thing to do if not. */
export function Readiness({ check }: { readonly check: ReadinessCheck }): JSX.Element {
  const running = check.state.value === "running";
  const result = check.result.value;
  return (
    <fieldset class="check-phone">
      <legend>{say("check.title")}</legend>
      <p class="quiet-text">{say("check.help")}</p>
      <div role="status" aria-label={say("check.title")}>
        {running && <p>{say("check.running")}</p>}
        {result !== null && <Result result={result} kept={check.kept.value} />}
      </div>
      {running && check.steps.value.get("speaker") === null && <AskedOfSpeaker check={check} />}
      {check.state.value !== "idle" && <Steps check={check} />}
      <button type="button" class="button quiet" disabled={running} onClick={() => void check.begin()}>
        <Icon name="mic" />
        {say(result === null ? "check.begin" : "check.again")}
      </button>
    </fieldset>
  );
}

function Result({ result, kept }: { readonly result: ReadinessResult; readonly kept: boolean | null }): JSX.Element {
  const { rating, problem, sound } = result;
  return (
    <>
      <p class="check-result" data-rating={rating}>
        {resultWords(rating)}
      </p>
      {problem !== null && <p>{remedyWords(problem)}</p>}
      {sound !== null && (
        <p class="quiet-text">
          {say("check.measured", {
            percent: percent(sound.lostPercent),
            millis: `${sound.roundTripMillis}`,
            path: sound.path.toUpperCase(),
          })}
        </p>
      )}
      {kept === false && <p>{say("check.notKept")}</p>}
    </>
  );
}

function AskedOfSpeaker({ check }: { readonly check: ReadinessCheck }): JSX.Element {
  const answer = (heard: boolean) => (): void => {
    check.heardSpeaker(heard);
  };
  return (
    <div role="group" aria-label={say("check.asked")} class="check-asked">
      <p>{say("check.asked")}</p>
      <button type="button" class="button main" onClick={answer(true)}>
        {say("check.heard")}
      </button>
      <button type="button" class="button quiet" onClick={answer(false)}>
        {say("check.unheard")}
      </button>
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          check.sampleAgain();
        }}
      >
        {say("check.sampleAgain")}
      </button>
    </div>
  );
}

function Steps({ check }: { readonly check: ReadinessCheck }): JSX.Element {
  const done = check.state.value === "done";
  return (
    <ul class="check-steps">
      {checkSteps.map((step) => (
        <Step key={step} step={step} rating={check.steps.value.get(step) ?? null} done={done} />
      ))}
    </ul>
  );
}

function Step(props: { readonly step: CheckStep; readonly rating: ReadinessRating | null; readonly done: boolean }): JSX.Element {
  const { step, rating, done } = props;
  return (
    <li data-rating={rating ?? undefined}>
      <span>{stepWords(step)}</span>
      <strong>{ratingWords(rating, done)}</strong>
    </li>
  );
}

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { OwnReach, Reach, Reachability, Target } from "../phone/reachability";
import { flawOf } from "./flaw-of";
import { ReachRules } from "./reach-rules";
import { FieldFlaw, TargetField } from "./target-field";
import { say, type Word } from "./words/words";

/** What becomes of calls to this person, set by himself. Read anew whenever it is looked at. */
export function ReachSettings({ reachability }: { readonly reachability: Reachability }): JSX.Element {
  useEffect(() => {
    void reachability.read();
  }, [reachability]);
  return <ReachForm reachability={reachability} />;
}

export function ReachForm({ reachability }: { readonly reachability: Reachability }): JSX.Element {
  const inForce = reachability.inForce.value;
  const draft = reachability.draft.value;
  if (inForce === "failed") return <p class="problem form">{say("reach.unread")}</p>;
  if (inForce === "loading" || draft === null) return <p class="quiet-text form">{say("reach.loading")}</p>;
  return (
    <form
      class="form"
      autocomplete="off"
      aria-busy={reachability.saving.value}
      onSubmit={(event) => {
        event.preventDefault();
        void reachability.save();
      }}
    >
      <h2>{say("reach.title")}</h2>
      <p class="quiet-text">{say(inForce.own ? "reach.own" : "reach.company")}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.doNotDisturb}
          onChange={(event) => {
            reachability.edit({ doNotDisturb: event.currentTarget.checked });
          }}
        />
        {say("reach.doNotDisturb")}
      </label>
      <Forwards reachability={reachability} draft={draft} voicemail={inForce.voicemail} />
      <FollowMe reachability={reachability} draft={draft} inForce={inForce} />
      <ReachRules reachability={reachability} rules={draft.rules} voicemail={inForce.voicemail} />
      <Outcome reachability={reachability} inForce={inForce} />
    </form>
  );
}

const forwards: readonly { readonly field: "always" | "busy" | "noAnswer" | "unreachable"; readonly label: Word }[] = [
  { field: "always", label: "reach.always" },
  { field: "busy", label: "reach.busy" },
  { field: "noAnswer", label: "reach.noAnswer" },
  { field: "unreachable", label: "reach.unreachable" },
];

interface ForwardsProps {
  readonly reachability: Reachability;
  readonly draft: Reach;
  readonly voicemail: boolean;
}

function Forwards({ reachability, draft, voicemail }: ForwardsProps): JSX.Element {
  return (
    <fieldset>
      <legend>{say("reach.forwards")}</legend>
      {forwards.map(({ field, label }) => (
        <TargetField
          key={field}
          id={`reach-${field}`}
          label={say(label)}
          none={field === "always" ? "reach.rings" : "reach.stays"}
          value={draft[field]}
          voicemail={voicemail}
          flaw={flawOf(reachability, field)}
          changed={(value: Target) => {
            reachability.edit({ [field]: value });
          }}
        />
      ))}
    </fieldset>
  );
}

interface FollowMeProps {
  readonly reachability: Reachability;
  readonly draft: Reach;
  readonly inForce: OwnReach;
}

function FollowMe({ reachability, draft, inForce }: FollowMeProps): JSX.Element {
  const other = draft.followMe;
  return (
    <fieldset>
      <legend>{say("reach.followMe")}</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={other !== null}
          onChange={(event) => {
            reachability.edit({ followMe: event.currentTarget.checked ? { number: "", afterSeconds: 5 } : null });
          }}
        />
        {say("reach.followMe.on")}
      </label>
      {other !== null && <OtherPhone reachability={reachability} other={other} ringSeconds={inForce.ringSeconds} />}
    </fieldset>
  );
}

interface OtherPhoneProps {
  readonly reachability: Reachability;
  readonly other: NonNullable<Reach["followMe"]>;
  readonly ringSeconds: number;
}

function OtherPhone({ reachability, other, ringSeconds }: OtherPhoneProps): JSX.Element {
  return (
    <div class="target">
      <label class="field-label" for="reach-other">
        {say("reach.followMe.number")}
      </label>
      <input
        id="reach-other"
        type="tel"
        value={other.number}
        aria-describedby="reach-other-flaw"
        onInput={(event) => {
          reachability.edit({ followMe: { ...other, number: event.currentTarget.value } });
        }}
      />
      <FieldFlaw id="reach-other-flaw" flaw={flawOf(reachability, "followMe.number")} />
      <label class="field-label" for="reach-after">
        {say("reach.followMe.after")}
      </label>
      <input
        id="reach-after"
        type="number"
        min={0}
        max={ringSeconds - 1}
        value={other.afterSeconds}
        aria-describedby="reach-after-flaw"
        onInput={(event) => {
          const seconds = event.currentTarget.valueAsNumber;
          reachability.edit({ followMe: { ...other, afterSeconds: Number.isNaN(seconds) ? 0 : Math.round(seconds) } });
        }}
      />
      <FieldFlaw
        id="reach-after-flaw"
        flaw={flawOf(reachability, "followMe.afterSeconds", { most: `${ringSeconds - 1}` })}
      />
    </div>
  );
}

const good: Readonly<Record<string, Word>> = { saved: "reach.saved", reset: "reach.reset.done" };

function Outcome({ reachability, inForce }: { readonly reachability: Reachability; readonly inForce: OwnReach }): JSX.Element {
  const outcome = reachability.outcome.value;
  const word = good[outcome ?? ""];
  return (
    <div class="reach-end">
      <button type="submit" class="button main">
        {say("reach.save")}
      </button>
      {inForce.own && (
        <button type="button" class="button quiet" onClick={() => void reachability.reset()}>
          {say("reach.reset")}
        </button>
      )}
      <p class="problem" role="alert">
        {outcome === "refused" ? say("reach.refused") : outcome === "failed" ? say("reach.failed") : ""}
      </p>
      <p aria-live="polite">{word === undefined ? "" : say(word)}</p>
    </div>
  );
}

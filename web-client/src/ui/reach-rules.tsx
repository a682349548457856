import type { JSX } from "preact";
import { callerKinds, type CallerKind, type Reachability, type ReachRule } from "../phone/reachability";
import { days, timesOf, weekOf, type Times } from "../phone/week";
import { flawOf } from "./flaw-of";
import { FieldFlaw, TargetField } from "./target-field";
import { callersWords, dayWords } from "./words/reach-words";
import { say } from "./words/words";

interface RulesProps {
  readonly reachability: Reachability;
  readonly rules: readonly ReachRule[];
  readonly voicemail: boolean;
}

/** Rules for certain callers and hours, in the order in which they are tried. */
export function ReachRules({ reachability, rules, voicemail }: RulesProps): JSX.Element {
  return (
    <section class="reach-rules" aria-labelledby="reach-rules-title">
      <h3 id="reach-rules-title">{say("reach.rules")}</h3>
      <p class="quiet-text">{say("reach.rules.why")}</p>
      <ol role="list">
        {rules.map((rule, place) => (
          <li key={place}>
            <Rule reachability={reachability} rule={rule} place={place} voicemail={voicemail} />
          </li>
        ))}
      </ol>
      <FieldFlaw id="reach-rules-flaw" flaw={flawOf(reachability, "rules")} />
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          reachability.addRule();
        }}
      >
        {say("reach.rules.add")}
      </button>
    </section>
  );
}

interface RuleProps {
  readonly reachability: Reachability;
  readonly rule: ReachRule;
  readonly place: number;
  readonly voicemail: boolean;
}

function Rule({ reachability, rule, place, voicemail }: RuleProps): JSX.Element {
  const id = `reach-rule-${place}`;
  const at = `rules.${place}`;
  return (
    <fieldset>
      <legend>{say("reach.rule", { number: `${place + 1}` })}</legend>
      <label class="field-label" for={`${id}-name`}>
        {say("reach.rule.name")}
      </label>
      <input
        id={`${id}-name`}
        type="text"
        maxLength={60}
        value={rule.name}
        aria-describedby={`${id}-name-flaw`}
        onInput={(event) => {
          reachability.editRule(place, { name: event.currentTarget.value });
        }}
      />
      <FieldFlaw id={`${id}-name-flaw`} flaw={flawOf(reachability, `${at}.name`)} />
      <Callers reachability={reachability} rule={rule} place={place} />
      <Hours reachability={reachability} rule={rule} place={place} />
      <TargetField
        id={`${id}-to`}
        label={say("reach.rule.to")}
        none="reach.rule.rings"
        value={rule.to}
        voicemail={voicemail}
        flaw={flawOf(reachability, `${at}.to`)}
        changed={(to) => {
          reachability.editRule(place, { to });
        }}
      />
      <RuleButtons reachability={reachability} rule={rule} place={place} />
    </fieldset>
  );
}

type PartProps = Omit<RuleProps, "voicemail">;

function RuleButtons({ reachability, rule, place }: PartProps): JSX.Element {
  const name = rule.name === "" ? say("reach.rule", { number: `${place + 1}` }) : rule.name;
  return (
    <p class="reach-buttons">
      {place > 0 && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            reachability.raiseRule(place);
          }}
        >
          {say("reach.rule.raise")}
          <span class="visually-hidden"> {name}</span>
        </button>
      )}
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          reachability.removeRule(place);
        }}
      >
        {say("reach.rule.remove")}
        <span class="visually-hidden"> {name}</span>
      </button>
    </p>
  );
}

function Callers({ reachability, rule, place }: PartProps): JSX.Element {
  const id = `reach-rule-${place}-callers`;
  return (
    <>
      <label class="field-label" for={id}>
        {say("reach.rule.callers")}
      </label>
      <select
        id={id}
        value={rule.callers}
        onChange={(event) => {
          const callers: CallerKind = callerKinds.find((kind) => kind === event.currentTarget.value) ?? "everybody";
          reachability.editRule(place, { callers, numbers: callers === "numbers" ? [] : null });
        }}
      >
        {callerKinds.map((kind) => (
          <option value={kind}>{callersWords(kind)}</option>
        ))}
      </select>
      {rule.callers === "numbers" && (
        <input
          type="text"
          aria-label={say("reach.rule.numbers")}
          placeholder={say("reach.rule.numbers")}
          value={(rule.numbers ?? []).join(", ")}
          aria-describedby={`${id}-flaw`}
          onChange={(event) => {
            const typed = event.currentTarget.value.split(",").map((number) => number.trim());
            reachability.editRule(place, { numbers: typed.filter((number) => number !== "") });
          }}
        />
      )}
      <FieldFlaw id={`${id}-flaw`} flaw={flawOf(reachability, `rules.${place}.numbers`)} />
    </>
  );
}

const lunch: Times = { days: ["mon", "tue", "wed", "thu", "fri"], from: "12:00", to: "13:00" };

function Hours({ reachability, rule, place }: PartProps): JSX.Element {
  const times = rule.week === null ? null : timesOf(rule.week);
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={rule.week !== null}
          onChange={(event) => {
            reachability.editRule(place, { week: event.currentTarget.checked ? weekOf(lunch) : null });
          }}
        />
        {say("reach.rule.hours")}
      </label>
      {times === undefined && <p class="quiet-text">{say("reach.rule.hours.several")}</p>}
      {times !== null && times !== undefined && <HoursForm reachability={reachability} place={place} times={times} />}
      <FieldFlaw id={`reach-rule-${place}-week-flaw`} flaw={flawOf(reachability, `rules.${place}.week`)} />
    </>
  );
}

interface HoursFormProps {
  readonly reachability: Reachability;
  readonly place: number;
  readonly times: Times;
}

function HoursForm({ reachability, place, times }: HoursFormProps): JSX.Element {
  const change = (part: Partial<Times>): void => {
    reachability.editRule(place, { week: weekOf({ ...times, ...part }) });
  };
  const moment = (side: "from" | "to"): JSX.Element => (
    <input
      type="time"
      aria-label={say(side === "from" ? "reach.rule.from" : "reach.rule.until")}
      value={times[side]}
      onChange={(event) => {
        change({ [side]: event.currentTarget.value });
      }}
    />
  );
  return (
    <div class="reach-hours">
      <div class="reach-days" role="group" aria-label={say("reach.rule.days")}>
        {days.map((day, at) => (
          <label class="check">
            <input
              type="checkbox"
              aria-label={dayWords(day, at).long}
              checked={times.days.includes(day)}
              disabled={times.days.length === 1 && times.days.includes(day)}
              onChange={(event) => {
                const others = times.days.filter((one) => one !== day);
                change({ days: event.currentTarget.checked ? [...others, day] : others });
              }}
            />
            {dayWords(day, at).short}
          </label>
        ))}
      </div>
      <p class="reach-span">
        {moment("from")} – {moment("to")}
      </p>
    </div>
  );
}

import type { JSX } from "preact";
import type { CallReport, CallReports, Complaint, ReportPlace, WrittenReport } from "../phone/call-reports";
import type { Phone } from "../phone/phone";
import { focusSoon, keepFocus } from "./focus";
import { Icon } from "./icon";
import { FieldFlaw } from "./target-field";
import { say, type Word } from "./words/words";

const complaints: Readonly<Record<Complaint, Word>> = {
  "heard-nothing": "report.what.heard-nothing",
  "not-heard": "report.what.not-heard",
  crackled: "report.what.crackled",
  "broke-off": "report.what.broke-off",
  echo: "report.what.echo",
  other: "report.what.other",
};

const flawWords: Readonly<Record<string, Word>> = {
  empty: "report.flaw.empty",
  "too-long": "report.flaw.too-long",
};

interface ReportProps {
  /** The server's id of the call. */
  readonly call: string;
  readonly place: ReportPlace;
  /** What the person reported of it already. */
  readonly report: CallReport | null;
  readonly reports: CallReports;
}

/** Of the call on the stage: this page has just carried it, so it knows what was reported of it. */
export function stageReport({ reports }: Phone, call: string): ReportProps {
  return { call, place: "stage", report: reports.sent(call) ?? null, reports };
}

/** Of a call in the list, whose story tells what was reported before. */
export function listReport({ reports }: Phone, call: string, told: CallReport | null): ReportProps {
  return { call, place: "list", report: reports.sent(call) ?? told, reports };
}

const buttonId = (place: ReportPlace): string => `report-${place}`;

/** Opens the form by which a person says what was wrong with a call; away while it is open. */
export function ReportButton(props: ReportProps): JSX.Element | null {
  const { call, place, report, reports } = props;
  if (reports.isOpen(props)) return null;
  return (
    <button
      type="button"
      id={buttonId(place)}
      class="button quiet"
      onClick={() => {
        reports.write({ call, place }, report);
        focusSoon(".report-form input:checked");
        // The button is away; nothing is chosen in a report that begins.
        keepFocus(".report-form input");
      }}
    >
      <Icon name="circle-alert" />
      {say(report === null ? "report.call" : "report.change")}
    </button>
  );
}

/** The form while it is open, else that a report was sent. */
export function ReportPart(props: ReportProps): JSX.Element {
  const open = props.reports.isOpen(props);
  return (
    <div class="report">
      <p class="report-sent" aria-live="polite">
        {props.report !== null && !open ? say("report.sent") : ""}
      </p>
      {open && <ReportForm {...props} />}
    </div>
  );
}

function ReportForm({ call, place, reports }: ReportProps): JSX.Element {
  const draft = reports.draft(call);
  const back = (): void => {
    focusSoon(`#${buttonId(place)}`);
    // On the stage the call may be gone with the form.
    keepFocus("#number");
  };
  const send = async (): Promise<void> => {
    if (await reports.send()) back();
    else focusSoon(".report-form [aria-invalid=true] input, .report-form textarea[aria-invalid=true]");
  };
  return (
    <form
      class="form report-form"
      aria-label={say("report.call")}
      autocomplete="off"
      aria-busy={reports.sending.value}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Complaints chosen={draft.what} reports={reports} />
      <Note note={draft.note} reports={reports} />
      <p class="problem" role="alert">
        {outcomeWords(reports)}
      </p>
      <div class="report-end">
        <button type="submit" class="button main" disabled={reports.sending.value}>
          {say("report.send")}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            reports.cancel();
            back();
          }}
        >
          {say("report.cancel")}
        </button>
      </div>
    </form>
  );
}

function outcomeWords(reports: CallReports): string {
  if (reports.trouble.value === "no-such-call") return say("report.no-such-call");
  if (reports.trouble.value === "failed") return say("report.failed");
  return reports.flaws.value.length > 0 ? say("report.refused") : "";
}

function flawOf(reports: CallReports, field: keyof WrittenReport): string {
  const flaw = reports.flaws.value.find((one) => one.field === field);
  return flaw === undefined ? "" : say(flawWords[flaw.code] ?? "reach.flaw.does-not-fit");
}

interface ComplaintProps {
  readonly chosen: Complaint | null;
  readonly reports: CallReports;
}

function Complaints({ chosen, reports }: ComplaintProps): JSX.Element {
  const flaw = flawOf(reports, "what");
  return (
    <fieldset role="radiogroup" aria-required="true" aria-invalid={flaw !== ""} aria-describedby="report-what-flaw">
      <legend>{say("report.what")}</legend>
      {(Object.keys(complaints) as Complaint[]).map((what) => (
        <label key={what} class="check">
          <input
            type="radio"
            name="report-what"
            value={what}
            checked={chosen === what}
            onChange={() => {
              reports.edit({ what });
            }}
          />
          {say(complaints[what])}
        </label>
      ))}
      <FieldFlaw id="report-what-flaw" flaw={flaw} />
    </fieldset>
  );
}

function Note({ note, reports }: { readonly note: string; readonly reports: CallReports }): JSX.Element {
  const flaw = flawOf(reports, "note");
  return (
    <div>
      <label class="field-label" for="report-note">
        {say("report.note")}
      </label>
      <textarea
        id="report-note"
        dir="auto"
        rows={3}
        value={note}
        aria-invalid={flaw !== ""}
        aria-describedby="report-note-help report-note-flaw"
        onInput={(event) => {
          reports.edit({ note: event.currentTarget.value });
        }}
      />
      <p id="report-note-help" class="quiet-text">
        {say("report.note-help")}
      </p>
      <FieldFlaw id="report-note-flaw" flaw={flaw} />
    </div>
  );
}

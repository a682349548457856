import { Members, readable, someone, time } from "./members";
import {
  complaints,
  parts,
  soundRatings,
  type CallReport,
  type CallStory,
  type OwnRecording,
  type PastCall,
  type PastPage,
  type Sounded,
  type StoryLine,
  type Ways,
} from "./past";

/** A part of the list of calls, or undefined if the answer is none of the protocol. */
export function readPage(body: string): PastPage | undefined {
  return readable(() => {
    const from = new Members(JSON.parse(body));
    return { calls: from.list("calls", call), next: from.has("next") ? from.text("next") : null };
  });
}

/** A story, or undefined if the answer is none of the protocol. */
export function readStory(body: string): CallStory | undefined {
  return readable(() => {
    const from = new Members(JSON.parse(body));
    return {
      verdict: from.text("verdict"),
      lines: from.list("lines", line),
      sound: from.has("sound") ? sounded(from) : null,
      report: from.has("report") ? report(from.members("report")) : null,
    };
  });
}

/** What a person reported of a call, or undefined if the answer is none of the protocol. */
export function readReport(body: string): CallReport | undefined {
  return readable(() => report(new Members(JSON.parse(body))));
}

function report(from: Members): CallReport {
  return { what: from.oneOf("what", complaints), note: from.text("note") };
}

function sounded(from: Members): Sounded {
  return { rating: from.oneOf("soundRating", soundRatings), sentence: from.text("sound") };
}

/** The paths to this person, or undefined if the answer is none of the protocol. */
export function readWays(body: string): Ways | undefined {
  return readable(() => {
    const from = new Members(JSON.parse(body));
    return { ways: from.texts("ways"), notes: from.texts("notes"), more: from.flag("more") };
  });
}

/** The recordings this person asked for, or undefined if the answer is none of the protocol. */
export function readRecordings(body: string): readonly OwnRecording[] | undefined {
  return readable(() => new Members(JSON.parse(body)).list("recordings", recording));
}

function recording(from: Members): OwnRecording {
  return {
    id: from.text("id"),
    call: from.text("call"),
    at: time(from),
    seconds: from.number("seconds"),
    cutShort: from.flag("cutShort"),
  };
}

function call(from: Members): PastCall {
  return {
    id: from.text("id"),
    part: from.oneOf("part", parts),
    other: someone(from.members("other")),
    at: time(from),
    answered: from.flag("answered"),
    outcome: from.text("outcome"),
  };
}

function line(from: Members): StoryLine {
  return { at: time(from), text: from.text("text") };
}

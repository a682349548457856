import { Members, readable } from "./members";
import { reasons } from "./read";
import { trialStates, type TrialPlaced, type TrialView } from "./trials";

/** A trial that was placed, or undefined if the answer is none of the interface. */
export function readPlaced(body: string): TrialPlaced | undefined {
  return readable(() => {
    const from = new Members(JSON.parse(body));
    return { call: from.text("call"), sdp: from.text("sdp") };
  });
}

/** Why something was refused (RFC 9457), or undefined if it is not said. */
export function readRefusal(body: string): TrialPlaced | undefined {
  return readable(() => ({ refused: new Members(JSON.parse(body)).text("detail") }));
}

/** How a trial stands, or undefined if the answer is none of the interface. */
export function readTrial(body: string): TrialView | undefined {
  return readable(() => {
    const from = new Members(JSON.parse(body));
    return {
      state: from.oneOf("state", trialStates),
      ended: from.has("ended") ? from.oneOf("ended", reasons) : null,
      lines: from.list("lines", (line) => ({ at: line.text("at"), text: line.text("text") })),
    };
  });
}

import type { CallView, ClientMessage, Party } from "../signaling/messages";
import { numbered, people } from "./people";

/** One call, as the fake server keeps it. */
export interface Line {
  readonly id: string;
  readonly ends: End[];
}

export interface End {
  readonly person: string;
  /** The page that has its sound, where one was asked to. */
  carrier?: string;
  view: CallView;
}

const kinds = ["transfer", "to-voicemail", "consult", "complete-transfer", "cancel-transfer", "join", "park"] as const;

export type HandOn = Extract<ClientMessage, { type: (typeof kinds)[number] }>;

export function handsOn(message: ClientMessage): message is HandOn {
  return kinds.some((kind) => kind === message.type);
}

/** Hands a call of the fake server on, and says at which ends it looks otherwise now. */
export function handOn(line: Line, person: string, message: HandOn): End[] {
  const mine = endOf(line, person);
  const other = line.ends.find((end) => end.person !== person && end.view.state === "in-call" && end !== asked(line, mine));
  if (mine === undefined || other === undefined) return [];
  switch (message.type) {
    case "transfer":
      return [leave(mine), ring(line, message.to, other, { kind: "transferred", other: self(mine), note: message.note })];
    case "to-voicemail":
      return [leave(mine)];
    case "consult": {
      const card = { kind: "consultation" as const, other: self(other), note: message.note };
      const target = ring(line, message.to, mine, card);
      return [see(mine, { consult: { party: self(target), state: "ringing", ended: null } }), target];
    }
    case "park":
      return [see(mine, { state: "parked", media: "none", slot: "701" })];
    case "complete-transfer":
    case "cancel-transfer":
    case "join":
      return settle(message.type, mine, other, asked(line, mine));
    default:
      return message satisfies never;
  }
}

function settle(what: "complete-transfer" | "cancel-transfer" | "join", mine: End, other: End, target?: End): End[] {
  if (target === undefined) return [];
  const alone = { consult: null };
  switch (what) {
    case "complete-transfer": {
      const party = { ...target.view.party, ...self(other) };
      const card = { kind: "transferred" as const, other: self(mine), note: target.view.card?.note ?? "" };
      return [see(mine, { ...alone, state: "ended", ended: "transferred", media: "none" }), see(target, { party, card })];
    }
    case "cancel-transfer":
      return [see(mine, alone), see(target, { state: "ended", ended: "cancelled", media: "none" })];
    case "join":
      return [see(mine, { ...alone, with: [self(target)] }), see(target, { with: [self(other)], card: null })];
    default:
      return what satisfies never;
  }
}

function leave(end: End): End {
  return see(end, { state: "ended", ended: "transferred", media: "none" });
}

function ring(line: Line, to: string, caller: End, card: NonNullable<CallView["card"]>): End {
  const end: End = {
    person: numbered(to),
    view: {
      ...caller.view,
      direction: "in",
      state: "ringing",
      party: { ...self(caller), via: "", heldByOther: false },
      answered: null,
      ended: null,
      media: "pending",
      card,
    },
  };
  line.ends.push(end);
  return end;
}

function asked(line: Line, mine: End | undefined): End | undefined {
  const number = mine?.view.consult?.party.number;
  return number === undefined ? undefined : endOf(line, numbered(number));
}

/** The newest end of a person: he may have been in the call before. */
function endOf(line: Line, person: string): End | undefined {
  return line.ends.findLast((end) => end.person === person);
}

function self(end: End): Party {
  const known = people[end.person];
  return { name: known?.name ?? "", number: known?.extension ?? "" };
}

function see(end: End, change: Partial<CallView>): End {
  end.view = { ...end.view, ...change };
  return end;
}

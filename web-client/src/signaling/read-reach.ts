import { Members, readable } from "./members";
import { callerKinds, type OwnReach, type Reach, type ReachRule, type Target } from "./reach";

/** Undefined if the text is not what the protocol says. */
export function readReach(text: string): OwnReach | undefined {
  return readable(() => {
    const members = new Members(JSON.parse(text));
    return {
      own: members.flag("own"),
      ringSeconds: members.number("ringSeconds"),
      voicemail: members.flag("voicemail"),
      reach: reach(members.members("reach")),
    };
  });
}

function reach(from: Members): Reach {
  return {
    doNotDisturb: from.flag("doNotDisturb"),
    always: target(from, "always"),
    busy: target(from, "busy"),
    noAnswer: target(from, "noAnswer"),
    unreachable: target(from, "unreachable"),
    followMe: from.orNull("followMe", (name) => {
      const other = from.members(name);
      return { number: other.text("number"), afterSeconds: other.number("afterSeconds") };
    }),
    rules: from.list("rules", rule),
  };
}

function target(from: Members, member: string): Target {
  return from.orNull(member, (name) => from.text(name));
}

function rule(from: Members): ReachRule {
  return {
    name: from.text("name"),
    callers: from.oneOf("callers", callerKinds),
    numbers: from.orNull("numbers", (name) => from.texts(name)),
    week: from.orNull("week", (name) => week(from.members(name))),
    to: target(from, "to"),
  };
}

function week(from: Members): Record<string, string[]> {
  return Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].filter((day) => from.has(day)).map((day) => [day, from.texts(day)]),
  );
}

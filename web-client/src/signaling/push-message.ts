// Only the worker uses this at run time: a script that a page shares with it would make it a module, which not every browser takes.

/** What the server tells a browser's worker of a call (docs/protocol.md, "Waking a browser"). */
export type PushMessage =
  | {
      readonly type: "ring";
      readonly call: string;
      readonly title: string;
      readonly body: string;
      readonly answer: string;
      readonly decline: string;
      readonly wake: string;
      readonly signIn: string;
    }
  | { readonly type: "gone"; readonly call: string; readonly title: string };

/** What came by push, as far as it can be understood. Pure. */
export function readPush(text: string): PushMessage | undefined {
  const message = parsed(text);
  const { type, call, title, body, answer, decline, wake, signIn } = message;
  if (typeof call !== "string" || typeof title !== "string") return undefined;
  if (type === "gone") return { type, call, title };
  if (type !== "ring" || typeof body !== "string" || typeof answer !== "string") return undefined;
  if (typeof decline !== "string" || typeof wake !== "string" || typeof signIn !== "string") return undefined;
  return { type, call, title, body, answer, decline, wake, signIn };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The part after # of a page that a worker opens for a call to be answered. Pure. */
export function hashToAnswer(call: string): string {
  return `#answer=${encodeURIComponent(call)}`;
}

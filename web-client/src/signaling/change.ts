import { bodyOf } from "./http";
import { Members, readable, Unreadable } from "./members";

/** What is wrong with one part of what was sent, such as `numbers.0.number`; of the whole the field is empty. */
export interface Flaw {
  readonly field: string;
  readonly code: string;
}

/** What became of a change; `failed`: nobody knows, the server did not say. */
export type Change<T> = { readonly done: T } | { readonly flaws: readonly Flaw[] } | "failed";

/**
 * What the server answered to a change.
 *
 * @param read reads what is there after it; undefined if the body is not that
 * @param refusal the code by which a body with flaws is known, such as `contact-refused`
 */
export async function changeOf<T>(
  response: Response | undefined,
  read: (body: string) => T | undefined,
  refusal: string,
): Promise<Change<T>> {
  if (response === undefined) return "failed";
  const body = await bodyOf(response);
  if (response.ok) {
    const done = read(body);
    return done === undefined ? "failed" : { done };
  }
  const flaws = response.status === 422 ? readFlaws(body, refusal) : undefined;
  return flaws === undefined ? "failed" : { flaws };
}

/** Undefined if the text is no refusal of that code. */
export function readFlaws(text: string, refusal: string): readonly Flaw[] | undefined {
  return readable(() => {
    const members = new Members(JSON.parse(text));
    if (members.text("code") !== refusal) throw new Unreadable("code");
    return members.list("flaws", (flaw) => ({ field: flaw.text("field"), code: flaw.text("code") }));
  });
}

/** Why a prompt was not kept; `failed`: nobody knows, the server did not say. */
export type PromptRefusal =
  | "bad-name"
  | "unknown-format"
  | "too-short"
  | "too-long"
  | "silent"
  | "too-many"
  | "in-use"
  | "no-engine"
  | "no-voice"
  | "no-text"
  | "text-too-long"
  | "timed-out"
  | "failed";

/** A company's own prompts (docs/rest.md). */
export interface PromptServer {
  /** Keeps a WAV file under a name, in the place of the one that had it. */
  put(name: string, wav: ArrayBuffer): Promise<"done" | PromptRefusal>;
  /** Has a text spoken and keeps it under a name. */
  speak(name: string, text: string, language: string): Promise<"done" | PromptRefusal>;
  remove(name: string): Promise<"done" | PromptRefusal>;
}

/** Why an archive was not taken; `failed`: nobody knows, the server did not say. */
export type PackRefusal =
  | "no-archive"
  | "bad-path"
  | "too-many-files"
  | "too-large"
  | "too-long"
  | "nothing-known"
  | "too-many-prompts"
  | "failed";

/** What an archive of prompts holds, file by file. */
export interface Pack {
  readonly taken: readonly { readonly name: string; readonly file: string }[];
  readonly unknown: readonly string[];
  readonly unused: readonly string[];
  readonly wrong: readonly { readonly file: string; readonly code: string }[];
}

/** Archives of prompts in the folder layout of Asterisk (docs/rest.md). */
export interface PackServer {
  /** Says what would become of it; changes nothing. */
  look(archive: ArrayBuffer): Promise<Pack | PackRefusal>;
  take(archive: ArrayBuffer): Promise<Pack | PackRefusal>;
}

import type { JSX } from "preact";
import type { Pack, PackRefusal, PackTaker } from "../phone/pack-taker";
import { numberWords, say, sayCounted, type Word } from "./words/words";

const troubles: Readonly<Record<PackRefusal, Word>> = {
  "no-archive": "pack.no-archive",
  "bad-path": "pack.bad-path",
  "too-many-files": "pack.too-large",
  "too-large": "pack.too-large",
  "too-long": "pack.too-long",
  "nothing-known": "pack.nothing-known",
  "too-many-prompts": "prompt.too-many",
  failed: "prompt.failed",
};

const faults: Readonly<Record<string, Word>> = {
  "unknown-format": "prompt.unreadable",
  "too-short": "pack.too-short",
  "too-long": "prompt.too-long",
  silent: "pack.silent",
};

/** An archive of prompts: chosen, looked into, taken over. */
export function PackPage({ taker }: { readonly taker: PackTaker }): JSX.Element {
  const trouble = taker.trouble.value;
  const pack = taker.pack.value;
  return (
    <form
      class="prompt-form"
      aria-busy={taker.busy.value}
      onSubmit={(event) => {
        event.preventDefault();
        void taker.take();
      }}
    >
      <p class="notice bad" role="alert" hidden={trouble === null}>
        {trouble === null ? "" : say(troubles[trouble])}
      </p>
      <div class="field">
        <label for="pack-file">{say("pack.file")}</label>
        <input
          id="pack-file"
          type="file"
          accept=".zip,.tar,.gz,.tgz"
          disabled={taker.busy.value}
          onChange={(event) => void taker.choose(event.currentTarget.files?.item(0) ?? null)}
        />
      </div>
      <p role="status">{taker.busy.value ? say("pack.busy") : ""}</p>
      {pack !== null && <Content pack={pack} />}
      {pack !== null && pack.taken.length > 0 && (
        <div class="actions">
          <button type="submit" class="button primary" disabled={taker.busy.value}>
            {sayCounted("pack.take", pack.taken.length)}
          </button>
        </div>
      )}
    </form>
  );
}

function Content({ pack }: { readonly pack: Pack }): JSX.Element {
  return (
    <>
      <Files title={say("pack.taken", { count: numberWords(pack.taken.length) })} lines={pack.taken.map((one) => `${one.name}: ${one.file}`)} />
      <Files
        title={say("pack.wrong", { count: numberWords(pack.wrong.length) })}
        lines={pack.wrong.map((one) => `${one.file}: ${say(faults[one.code] ?? "prompt.unreadable")}`)}
      />
      <Files title={say("pack.unknown", { count: numberWords(pack.unknown.length) })} lines={pack.unknown} />
      <Files title={say("pack.unused", { count: numberWords(pack.unused.length) })} lines={pack.unused} />
    </>
  );
}

function Files(props: { readonly title: string; readonly lines: readonly string[] }): JSX.Element | null {
  if (props.lines.length === 0) return null;
  return (
    <details class="pack-files">
      <summary>{props.title}</summary>
      <ul>
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

// Lets components follow signals.
import "@preact/signals";
import { render } from "preact";
import { BrowserSoundDesk } from "./media/browser-sound-desk";
import { PackTaker } from "./phone/pack-taker";
import { PromptMaker } from "./phone/prompt-maker";
import { browserHttp } from "./signaling/http";
import { HttpPacks } from "./signaling/http-packs";
import { HttpPrompts } from "./signaling/http-prompts";
import { PackPage } from "./ui/pack-page";
import { PromptPage } from "./ui/prompt-page";
import { SpeechPage } from "./ui/speech-page";
import { spokenNow } from "./ui/words/language";
import { speakAsPage } from "./ui/words/page-language";

const http = browserHttp(() => spokenNow().locale);
const reload = (): void => {
  location.reload();
};

/** Makes prompts on the admin's page; the list of them is the server's, so it is loaded anew after each change. */
const newMaker = (): PromptMaker => new PromptMaker(new BrowserSoundDesk(), new HttpPrompts(http), reload);

/** The server's own buttons need no words of this page. */
function followRemovals(): void {
  const maker = newMaker();
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-remove]")) {
    button.addEventListener("click", () => void maker.remove(button.dataset["remove"] ?? ""));
  }
}

function showPrompts(root: HTMLElement): void {
  render(<PromptPage maker={newMaker()} names={root.dataset["names"] ?? ""} />, root);
}

/** Hold music is a prompt by a name of its own. */
function showMusic(root: HTMLElement): void {
  render(<PromptPage maker={newMaker()} names="" fixed={root.dataset["name"] ?? ""} />, root);
}

function showSpeech(root: HTMLElement): void {
  const languages = (root.dataset["languages"] ?? "").split(",");
  render(<SpeechPage maker={newMaker()} names={root.dataset["names"] ?? ""} languages={languages} />, root);
}

function showPack(root: HTMLElement): void {
  render(<PackPage taker={new PackTaker(new HttpPacks(http), reload)} />, root);
}

const parts = { prompts: showPrompts, "hold-music": showMusic, "prompt-speech": showSpeech, "prompt-pack": showPack } as const;

async function begin(): Promise<void> {
  followRemovals();
  await speakAsPage();
  for (const [id, show] of Object.entries(parts)) {
    const root = document.getElementById(id);
    if (root !== null) show(root);
  }
}

void begin();

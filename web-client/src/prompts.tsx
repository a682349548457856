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

/** Makes prompts on the admin's page; the list of them is the server's, so it is loaded anew after each change. */
function begin(root: HTMLElement): void {
  const maker = new PromptMaker(new BrowserSoundDesk(), new HttpPrompts(browserHttp()), () => {
    location.reload();
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-remove]")) {
    button.addEventListener("click", () => void maker.remove(button.dataset["remove"] ?? ""));
  }
  render(<PromptPage maker={maker} names={root.dataset["names"] ?? ""} />, root);
}

const root = document.getElementById("prompts");
if (root !== null) begin(root);

const speech = document.getElementById("prompt-speech");
if (speech !== null) {
  const maker = new PromptMaker(new BrowserSoundDesk(), new HttpPrompts(browserHttp()), () => {
    location.reload();
  });
  const languages = (speech.dataset["languages"] ?? "").split(",");
  render(<SpeechPage maker={maker} names={speech.dataset["names"] ?? ""} languages={languages} />, speech);
}

const pack = document.getElementById("prompt-pack");
if (pack !== null) {
  const taker = new PackTaker(new HttpPacks(browserHttp()), () => {
    location.reload();
  });
  render(<PackPage taker={taker} />, pack);
}

// Lets components follow signals.
import "@preact/signals";
import { render } from "preact";
import { BrowserMedia } from "./media/browser-media";
import { browserClock } from "./phone/clock";
import { TrialPhone } from "./phone/trial";
import { browserHttp } from "./signaling/http";
import { HttpTrials } from "./signaling/http-trials";
import { TrialPage } from "./ui/trial-page";
import { spokenNow } from "./ui/words/language";
import { speakAsPage } from "./ui/words/page-language";

/** Calls the draft from the admin's page; what the server knows stands in the element's data. */
async function begin(root: HTMLElement): Promise<void> {
  await speakAsPage();
  const phone = new TrialPhone(new BrowserMedia(), new HttpTrials(browserHttp(() => spokenNow().locale)), browserClock);
  addEventListener("pagehide", () => {
    phone.leave();
  });
  const { now = "", numbers = "", first = "" } = root.dataset;
  render(<TrialPage phone={phone} place={{ now, numbers, first }} />, root);
}

const root = document.getElementById("trial");
if (root !== null) void begin(root);

// Lets components follow signals.
import "@preact/signals";
import { render } from "preact";
import { BrowserMedia } from "./media/browser-media";
import { Guest } from "./phone/guest";
import { openSocket } from "./signaling/browser";
import { GuestPage } from "./ui/guest-page";
import { speakAsPage } from "./ui/words/page-language";

/** The page of a guest: the last part of its address is what lets him in. */
async function begin(root: HTMLElement): Promise<void> {
  await speakAsPage();
  const token = location.pathname.split("/").at(-1) ?? "";
  const guest = new Guest(new BrowserMedia(), (events) => openSocket("/ws/guest", events), token);
  addEventListener("pagehide", () => {
    guest.leave();
  });
  render(<GuestPage guest={guest} />, root);
}

const root = document.getElementById("guest-call");
if (root !== null) void begin(root);

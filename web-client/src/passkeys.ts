import { browserHttp } from "./signaling/http";
import { BrowserKeys } from "./signaling/browser-keys";
import { PasskeyForms } from "./signaling/passkey-forms";

/** The server's pages bring the forms and all words; without passkeys in the browser the forms stay hidden. */
const forms = new PasskeyForms(
  browserHttp(() => document.documentElement.lang),
  new BrowserKeys(),
  (page) => {
    location.assign(page);
  },
);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) forms.take(form);

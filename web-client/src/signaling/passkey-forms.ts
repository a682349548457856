import type { Http } from "./http";

/** What makes passkeys and signs with them. */
export interface Keys {
  readonly there: boolean;
  /** @returns the new credential as JSON; fails if the person does not want to, or cannot */
  make(options: PublicKeyCredentialCreationOptionsJSON): Promise<string>;
  /** @returns what was signed as JSON; fails likewise */
  sign(options: PublicKeyCredentialRequestOptionsJSON): Promise<string>;
}

/**
 * Forms that need a passkey before they can be sent: `data-passkey` says what for (`make` or `sign`), `data-options`
 * where the server tells what it wants. What the authenticator answers goes in the field `credential`; the element
 * with `data-failed` is shown if it does not.
 */
export class PasskeyForms {
  readonly #http: Http;
  readonly #keys: Keys;
  readonly #go: (page: string) => void;

  constructor(http: Http, keys: Keys, go: (page: string) => void) {
    this.#http = http;
    this.#keys = keys;
    this.#go = go;
  }

  take(form: HTMLFormElement): void {
    if (!this.#keys.there) return;
    form.hidden = false;
    form.addEventListener("submit", (sent) => {
      sent.preventDefault();
      void this.#fill(form);
    });
  }

  async #fill(form: HTMLFormElement): Promise<void> {
    const failed = form.querySelector<HTMLElement>("[data-failed]");
    if (failed !== null) failed.hidden = true;
    try {
      const credential = await this.#credential(form);
      if (credential === undefined) return;
      field(form, "credential").value = credential;
      form.submit();
    } catch {
      // The person closed the browser's question, or has no passkey here: he is told, and can try again.
      if (failed !== null) failed.hidden = false;
    }
  }

  /** Undefined: the server does not want it, and another page says why. */
  async #credential(form: HTMLFormElement): Promise<string | undefined> {
    const making = form.dataset["passkey"] === "make";
    const body = making ? { password: field(form, "password").value } : undefined;
    const answer = await this.#http.change("POST", form.dataset["options"] ?? "", body);
    const told: unknown = await answer?.json();
    if (answer?.status === 409) {
      this.#go(pageOf(told));
      return undefined;
    }
    if (answer?.ok !== true) throw new Error("no options");
    if (!making) return this.#keys.sign(told as PublicKeyCredentialRequestOptionsJSON);
    // The password has served: it need not travel again.
    field(form, "password").value = "";
    return this.#keys.make(told as PublicKeyCredentialCreationOptionsJSON);
  }
}

function pageOf(told: unknown): string {
  const page = typeof told === "object" && told !== null && "page" in told ? told.page : undefined;
  return typeof page === "string" ? page : "/account";
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  const found = form.elements.namedItem(name);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${name}`);
  return found;
}

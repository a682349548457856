import type { Keys } from "./passkey-forms";

/** The browser's own passkeys (WebAuthn level 3). */
export class BrowserKeys implements Keys {
  /** Only where the page came by a way nobody can listen to, under a name: addresses have no passkeys. */
  get there(): boolean {
    return (
      isSecureContext &&
      typeof PublicKeyCredential !== "undefined" &&
      "parseRequestOptionsFromJSON" in PublicKeyCredential &&
      !/^[\d.]+$|:/.test(location.hostname)
    );
  }

  async make(options: PublicKeyCredentialCreationOptionsJSON): Promise<string> {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    return written(await navigator.credentials.create({ publicKey }));
  }

  async sign(options: PublicKeyCredentialRequestOptionsJSON): Promise<string> {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    return written(await navigator.credentials.get({ publicKey }));
  }
}

function written(credential: Credential | null): string {
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
  return JSON.stringify(credential.toJSON());
}

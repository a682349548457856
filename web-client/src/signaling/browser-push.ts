import { bodyOf, type Http } from "./http";
import type { PushDesk, PushState } from "./push";

const root = "/phone/push";

/** The browser's own push service, and the server that is told how to speak to it (docs/protocol.md, "Waking a browser"). */
export class BrowserPush implements PushDesk {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async state(): Promise<PushState> {
    const worker = await found();
    if (worker === undefined) return "none";
    const subscription = await worker.pushManager.getSubscription();
    if (subscription === null) return "off";
    await this.#tell(subscription);
    return "on";
  }

  async turn(on: boolean): Promise<PushState | undefined> {
    const worker = await found();
    if (worker === undefined) return "none";
    try {
      return on ? await this.#subscribe(worker) : await this.#unsubscribe(worker);
    } catch {
      // The browser's push service is away, or does not want this server's key.
      return undefined;
    }
  }

  async #subscribe(worker: ServiceWorkerRegistration): Promise<PushState | undefined> {
    const key = keyIn(await this.#http.get(root).then((answer) => (answer?.ok === true ? bodyOf(answer) : "")));
    if (key === undefined) return undefined;
    // One of another server's key, from before its data were restored, would be refused.
    await (await worker.pushManager.getSubscription())?.unsubscribe();
    const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    if (await this.#tell(subscription)) return "on";
    await subscription.unsubscribe();
    return undefined;
  }

  async #unsubscribe(worker: ServiceWorkerRegistration): Promise<PushState> {
    const subscription = await worker.pushManager.getSubscription();
    if (subscription !== null) {
      await this.#http.change("DELETE", root, { endpoint: subscription.endpoint });
      await subscription.unsubscribe();
    }
    return "off";
  }

  async #tell(subscription: PushSubscription): Promise<boolean> {
    const { endpoint, keys } = subscription.toJSON();
    const body = { endpoint, p256dh: keys?.["p256dh"], auth: keys?.["auth"] };
    return (await this.#http.change("PUT", root, body))?.ok === true;
  }
}

/** The phone's worker, where this browser has push messages. */
async function found(): Promise<ServiceWorkerRegistration | undefined> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window)) return undefined;
  return navigator.serviceWorker.getRegistration("/phone");
}

function keyIn(body: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(body);
    const key = (answer as { key?: unknown } | null)?.key;
    return typeof key === "string" ? key : undefined;
  } catch {
    return undefined;
  }
}

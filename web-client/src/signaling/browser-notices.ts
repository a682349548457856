import { readPress, type Notice, type NoticeDesk, type NoticePermission, type NoticePress, type ToWorker } from "./notices";

/** The notices of the browser, shown by the phone's service worker: only that can give them buttons. */
export class BrowserNotices implements NoticeDesk {
  #worker: ServiceWorkerRegistration | undefined;
  #changed: () => void = () => undefined;

  permission(): NoticePermission {
    if (this.#worker === undefined) return "none";
    return Notification.permission === "default" ? "ask" : Notification.permission;
  }

  async ask(): Promise<void> {
    await Notification.requestPermission();
    this.#changed();
  }

  show(notice: Notice): void {
    this.#tell({ type: "show", notice });
  }

  close(call: string): void {
    this.#tell({ type: "close", call });
  }

  clear(): void {
    this.#tell({ type: "clear" });
  }

  watch(changed: () => void, pressed: (press: NoticePress) => void): void {
    this.#changed = changed;
    if (!("serviceWorker" in navigator) || !("Notification" in window)) return;
    navigator.serviceWorker.addEventListener("message", (event) => {
      const press = readPress(event.data);
      if (press !== undefined) pressed(press);
    });
    void this.#begin();
  }

  async #begin(): Promise<void> {
    try {
      await navigator.serviceWorker.register("/phone/worker.js", { scope: "/phone" });
      this.#worker = await navigator.serviceWorker.ready;
      const status = await navigator.permissions.query({ name: "notifications" });
      status.addEventListener("change", () => {
        this.#changed();
      });
    } catch {
      // A certificate that the browser does not trust: the page says that there are no notices.
    }
    this.#changed();
  }

  #tell(message: ToWorker): void {
    if (this.permission() === "granted") this.#worker?.active?.postMessage(message);
  }
}

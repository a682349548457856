import type { Notice, NoticePress, ToWorker } from "./signaling/notices";

/** What a service worker has that a page has not, as far as it is needed here. */
interface Page {
  postMessage(message: NoticePress): void;
  focus(): Promise<unknown>;
}
interface Waiting {
  waitUntil(done: Promise<unknown>): void;
}
interface Told extends Waiting {
  readonly data: ToWorker;
  readonly source: { readonly id: string };
}
interface Pressed extends Waiting {
  readonly action: string;
  readonly notification: { readonly data: { readonly page: string; readonly call: string }; close(): void };
}
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { get(id: string): Promise<Page | undefined>; openWindow(address: string): Promise<unknown>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Waiting) => void): void;
  addEventListener(type: "message", listener: (event: Told) => void): void;
  addEventListener(type: "notificationclick", listener: (event: Pressed) => void): void;
}

const worker = self as unknown as Worker;

worker.addEventListener("install", (event) => {
  event.waitUntil(worker.skipWaiting());
});
worker.addEventListener("activate", (event) => {
  event.waitUntil(worker.clients.claim());
});
worker.addEventListener("message", (event) => {
  const { data, source } = event;
  event.waitUntil(data.type === "show" ? show(data.notice, source.id) : close(data.call));
});
worker.addEventListener("notificationclick", (event) => {
  event.waitUntil(press(event));
});

async function show(notice: Notice, page: string): Promise<void> {
  const { call, title, body, answer, decline } = notice;
  const options = {
    body,
    tag: call,
    icon: "/phone/icon-192.png",
    requireInteraction: true,
    data: { page, call },
    actions: [
      { action: "answer", title: answer },
      { action: "decline", title: decline },
    ],
  };
  await worker.registration.showNotification(title, options);
}

async function close(call: string): Promise<void> {
  for (const notification of await worker.registration.getNotifications({ tag: call })) notification.close();
}

/** The page that rings does it; where that is gone, the phone opens anew. */
async function press({ action, notification }: Pressed): Promise<void> {
  const { page, call } = notification.data;
  notification.close();
  const there = await worker.clients.get(page);
  if (there === undefined) {
    await worker.clients.openWindow("/phone");
    return;
  }
  there.postMessage({ call, action: action === "answer" || action === "decline" ? action : "open" });
  if (action !== "decline") await there.focus();
}

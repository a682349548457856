import type { Notice, NoticePress, ToWorker } from "./signaling/notices";
import { hashToAnswer, readPush, type PushMessage } from "./signaling/push-message";

/** What a service worker has that a page has not, as far as it is needed here. */
interface Page {
  readonly url: string;
  readonly visibilityState: "hidden" | "visible";
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
/** What a notification is about: a page shows it, or it came by push, with what to answer the server by. */
interface About {
  readonly call: string;
  readonly page?: string;
  readonly wake?: string;
}
interface Pressed extends Waiting {
  readonly action: string;
  readonly notification: { readonly data: About; close(): void };
}
interface Pushed extends Waiting {
  readonly data: { text(): string } | null;
}
interface Renewed extends Waiting {
  readonly oldSubscription: PushSubscription | null;
  readonly newSubscription: PushSubscription | null;
}
interface Pages {
  get(id: string): Promise<Page | undefined>;
  matchAll(which: { readonly type: "window"; readonly includeUncontrolled: boolean }): Promise<readonly Page[]>;
  openWindow(address: string): Promise<unknown>;
  claim(): Promise<void>;
}
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: Pages;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Waiting) => void): void;
  addEventListener(type: "message", listener: (event: Told) => void): void;
  addEventListener(type: "notificationclick", listener: (event: Pressed) => void): void;
  addEventListener(type: "push", listener: (event: Pushed) => void): void;
  addEventListener(type: "pushsubscriptionchange", listener: (event: Renewed) => void): void;
}

const worker = self as unknown as Worker;
const icon = "/phone/icon-192.png";

worker.addEventListener("install", (event) => {
  event.waitUntil(worker.skipWaiting());
});
worker.addEventListener("activate", (event) => {
  event.waitUntil(worker.clients.claim());
});
worker.addEventListener("message", (event) => {
  const { data, source } = event;
  event.waitUntil(data.type === "show" ? show(data.notice, source.id) : data.type === "close" ? close(data.call) : clear());
});
worker.addEventListener("notificationclick", (event) => {
  event.waitUntil(press(event));
});
worker.addEventListener("push", (event) => {
  const message = readPush(event.data?.text() ?? "");
  if (message !== undefined) event.waitUntil(message.type === "ring" ? ring(message) : gone(message));
});
worker.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(event));
});

/** What a person may press on a notification of a call that rings. */
function buttons(answer: string, decline: string): readonly { readonly action: string; readonly title: string }[] {
  return [
    { action: "answer", title: answer },
    { action: "decline", title: decline },
  ];
}

async function show(notice: Notice, page: string): Promise<void> {
  const { call, title, body, answer, decline } = notice;
  const options = {
    body,
    tag: call,
    icon,
    requireInteraction: true,
    data: { page, call },
    actions: buttons(answer, decline),
  };
  await worker.registration.showNotification(title, options);
}

async function close(call: string): Promise<void> {
  for (const notification of await worker.registration.getNotifications({ tag: call })) notification.close();
}

/** Closes what no page shows. */
async function clear(): Promise<void> {
  for (const notification of await worker.registration.getNotifications()) {
    if ((notification.data as About | null)?.page === undefined) notification.close();
  }
}

/** No page is awake: the server learns that the call is shown here, and rings on. */
async function ring({ call, title, body, answer, decline, wake, signIn }: Extract<PushMessage, { type: "ring" }>): Promise<void> {
  const options = { body, tag: call, icon, requireInteraction: true, data: { call, wake } };
  const actions = buttons(answer, decline);
  await worker.registration.showNotification(title, { ...options, actions } as NotificationOptions);
  const heard = await post(`/phone/push/wakes/${wake}/shown`);
  // The session is over: a page could not answer either.
  if (heard?.status === 401) await worker.registration.showNotification(title, { ...options, body: signIn, data: { call } });
}

/** Whoever sees the phone needs no word of it; browsers demand that every other push shows something. */
async function gone({ call, title }: Extract<PushMessage, { type: "gone" }>): Promise<void> {
  await close(call);
  const seen = (await pages()).some(({ visibilityState }) => visibilityState === "visible");
  if (!seen) await worker.registration.showNotification(title, { tag: call, icon, silent: true, data: { call } });
}

/** Only while a page of the phone is open is the server told by that page: this one has no CSRF cookie, but the old endpoint. */
async function renew({ oldSubscription, newSubscription }: Renewed): Promise<void> {
  const key = oldSubscription?.options.applicationServerKey;
  if (oldSubscription === null || key === undefined || key === null) return;
  const manager = worker.registration.pushManager;
  const now = newSubscription ?? (await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  const { endpoint, keys } = now.toJSON();
  await post("/phone/push/renewed", { old: oldSubscription.endpoint, endpoint, p256dh: keys?.["p256dh"], auth: keys?.["auth"] });
}

async function post(path: string, body?: unknown): Promise<Response | undefined> {
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
  try {
    return await fetch(path, { method: "POST", redirect: "manual", cache: "no-store", ...content });
  } catch {
    // The server is away: it hears nothing and goes on without this browser.
    return undefined;
  }
}

/** The pages of the phone in this browser, the last seen first; sleeping ones too. */
async function pages(): Promise<readonly Page[]> {
  const all = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => new URL(url).pathname === "/phone");
}

/** The page that rings does it; where that is gone, the phone opens anew. */
async function press({ action, notification }: Pressed): Promise<void> {
  const { page, call, wake } = notification.data;
  notification.close();
  if (action === "decline" && wake !== undefined) {
    await post(`/phone/push/wakes/${wake}/declined`);
    return;
  }
  const there = page === undefined ? (await pages())[0] : await worker.clients.get(page);
  if (there === undefined) {
    await worker.clients.openWindow(action === "answer" ? `/phone${hashToAnswer(call)}` : "/phone");
    return;
  }
  there.postMessage({ call, action: action === "answer" || action === "decline" ? action : "open" });
  if (action !== "decline") await there.focus();
}

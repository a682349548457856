import type { Socket, SocketEvents, Surroundings, Ticket } from "./socket";

/** The real world of the link: fetch, WebSocket and timers of the browser. */
export function browserSurroundings(): Surroundings {
  return {
    ticket: fetchTicket,
    dial: openSocket,
    signOut: async () => {
      await post("/logout").catch(() => undefined);
    },
    after: (millis, task) => {
      const timer = setTimeout(task, millis);
      return () => {
        clearTimeout(timer);
      };
    },
    chance: () => Math.random(),
  };
}

/** The value of a cookie of this page, empty if there is none. */
export function cookie(name: string, cookies: string): string {
  const pair = cookies.split("; ").find((one) => one.startsWith(`${name}=`));
  return pair === undefined ? "" : decodeURIComponent(pair.slice(name.length + 1));
}

async function fetchTicket(): Promise<Ticket> {
  const first = await askForTicket();
  // The first answer may be what sets the CSRF cookie, so a refusal for want of it is tried once more.
  return first === "csrf" ? once(await askForTicket()) : once(first);
}

function once(answer: Ticket | "csrf"): Ticket {
  return answer === "csrf" ? { kind: "refused" } : answer;
}

async function askForTicket(): Promise<Ticket | "csrf"> {
  let response: Response;
  try {
    response = await post("/phone/ticket");
  } catch {
    return { kind: "unreachable" };
  }
  if (response.status === 403) return "csrf";
  if (response.type === "opaqueredirect" || response.status === 401) return { kind: "refused" };
  if (!response.ok) return { kind: "unreachable" };
  return ticketIn(await response.text());
}

function post(path: string): Promise<Response> {
  return fetch(path, {
    method: "POST",
    headers: { "X-XSRF-TOKEN": cookie("XSRF-TOKEN", document.cookie), Accept: "application/json" },
    redirect: "manual",
    cache: "no-store",
  });
}

function ticketIn(body: string): Ticket {
  try {
    const answer: unknown = JSON.parse(body);
    const ticket = (answer as { ticket?: unknown } | null)?.ticket;
    return typeof ticket === "string" ? { kind: "given", ticket } : { kind: "unreachable" };
  } catch {
    return { kind: "unreachable" };
  }
}

function openSocket(events: SocketEvents): Socket {
  const address = new URL("/ws", location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(address);
  socket.onopen = events.opened;
  socket.onmessage = (event: MessageEvent<unknown>) => {
    if (typeof event.data === "string") events.received(event.data);
  };
  socket.onclose = (event) => {
    events.closed(event.code);
  };
  return {
    send: (frame) => {
      socket.send(frame);
    },
    close: () => {
      socket.close(1000);
    },
  };
}

import type { Http } from "./http";
import type { Socket, SocketEvents, Surroundings, Ticket } from "./socket";

/** The real world of the link: fetch, WebSocket and timers of the browser. */
export function browserSurroundings(http: Http): Surroundings {
  return {
    ticket: () => fetchTicket(http),
    dial: (events) => openSocket("/ws", events),
    signOut: async () => {
      await http.change("POST", "/logout");
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

async function fetchTicket(http: Http): Promise<Ticket> {
  const response = await http.hurried("/phone/ticket");
  if (response === undefined) return { kind: "unreachable" };
  const loggedOut = response.type === "opaqueredirect" || response.status === 401 || response.status === 403;
  if (loggedOut) return { kind: "refused" };
  return response.ok ? ticketIn(await response.text()) : { kind: "unreachable" };
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

/** Opens a WebSocket of this page's own server. */
export function openSocket(path: string, events: SocketEvents): Socket {
  const address = new URL(path, location.href);
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

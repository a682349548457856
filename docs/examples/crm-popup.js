// Shows who calls, as it rings, with what a CRM knows of him, and calls back with one press.
// The event stream is read by fetch, since EventSource cannot send a token.

/** Stands for your CRM: looks a customer up by his number. */
const CUSTOMERS = new Map([["+33612345678", "Mrs Roy, Atelier Roy (invoice 118 is open)"]]);

const SILENCE_MILLIS = 30_000;
const AGAIN_MILLIS = 2_000;

const byId = (id) => document.getElementById(id);
let settings = { server: "", token: "", person: "" };
let lastId = "";

byId("settings").addEventListener("submit", (event) => {
  event.preventDefault();
  settings = { server: byId("server").value.replace(/\/$/, ""), token: byId("token").value, person: byId("person").value };
  byId("settings").hidden = true;
  void listen();
});

/** For ever: a stream that ends is begun anew after the last event that was seen. */
async function listen() {
  for (;;) {
    try {
      await readStream();
    } catch (failure) {
      say(`Not listening: ${failure.message}`);
    }
    await new Promise((done) => setTimeout(done, AGAIN_MILLIS));
  }
}

async function readStream() {
  const abort = new AbortController();
  const headers = { Authorization: `Bearer ${settings.token}` };
  if (lastId !== "") {
    headers["Last-Event-ID"] = lastId;
  }
  const answer = await fetch(`${settings.server}/api/v1/events`, { headers, signal: abort.signal });
  if (!answer.ok) {
    throw new Error((await answer.json()).detail);
  }
  say("Listening");
  let silence = setTimeout(() => abort.abort(), SILENCE_MILLIS);
  let text = "";
  for await (const part of decoded(answer.body)) {
    clearTimeout(silence);
    silence = setTimeout(() => abort.abort(), SILENCE_MILLIS);
    const blocks = (text + part).split("\n\n");
    text = blocks.pop();
    blocks.forEach(take);
  }
  clearTimeout(silence);
}

async function* decoded(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    yield part.value;
  }
}

/** One event: lines "id: …", "event: …", "data: …"; a comment has none of them. */
function take(block) {
  const fields = new Map(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
  if (!fields.has("data")) {
    return;
  }
  lastId = fields.get("id");
  const event = JSON.parse(fields.get("data"));
  const mine = event.data.person?.id === settings.person;
  if (event.type === "call.ringing" && mine && event.data.direction === "IN") {
    show(event.data);
  }
}

function show({ call, party }) {
  const card = document.createElement("div");
  card.className = "card";
  card.dataset.call = call;
  const who = document.createElement("p");
  who.textContent = `${party.name} ${party.number || "(number withheld)"}: ${CUSTOMERS.get(party.number) ?? "not in the CRM"}`;
  card.append(who);
  if (party.number !== "") {
    const back = document.createElement("button");
    back.textContent = `Call ${party.number} back`;
    back.addEventListener("click", () => void callBack(party.number));
    card.append(back);
  }
  byId("calls").prepend(card);
}

/** The phone of the person rings; once he has answered, the number is dialled. */
async function callBack(to) {
  const answer = await fetch(`${settings.server}/api/v1/calls`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${settings.token}`,
      "Content-Type": "application/json",
      "Idempotency-Key": crypto.randomUUID(),
    },
    body: JSON.stringify({ person: settings.person, to }),
  });
  say(answer.ok ? "Your phone rings" : (await answer.json()).detail);
}

function say(text) {
  byId("state").textContent = text;
}

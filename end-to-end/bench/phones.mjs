// Many phones without a browser, for ./pbx bench: signs in, sets up calls by the phone's protocol (docs/protocol.md),
// sends and receives Opus over DTLS-SRTP with node-datachannel.
//
//   node phones.mjs ADDRESS SCENARIO COUNT
//
// Scenarios: echo (COUNT legs, each hears itself), pairs (COUNT calls of two legs), room (COUNT legs in the conference, the
// first three talk), answer (one phone that answers a call and speaks), direct (COUNT pairs without any server).
// Prints one JSON document a line: {"ready":…} once all legs carry sound; after stdin closes {"result":…}, and ends.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import datachannel from 'node-datachannel';
import WebSocket from 'ws';

const FRAME_MILLIS = 20;
const OPUS = 111;
const TALKERS = 3;
const CALLS_A_SECOND = 20;
const LEVEL_EXTENSION = 1;
const PIN = '246810#';
const SPEECH = new URL(
  '../../media-relay/src/main/resources/org/sonnerie/media/player/prompts/en/menu-welcome.opus',
  import.meta.url,
);

const [address, scenario, countText] = process.argv.slice(2);
const count = Number(countText);
const legs = [];
const delays = [];
let received = 0;
let spokenSince = null;

const now = () => performance.timeOrigin + performance.now();
const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** The packets of an Ogg Opus file (RFC 7845), without its two heads. */
function opusPackets(file) {
  const bytes = readFileSync(file);
  const packets = [];
  let part = [];
  for (let page = 0; page < bytes.length; ) {
    const segments = bytes[page + 26];
    let data = page + 27 + segments;
    for (let i = 0; i < segments; i++) {
      const length = bytes[page + 27 + i];
      part.push(bytes.subarray(data, data + length));
      data += length;
      if (length < 255) {
        packets.push(Buffer.concat(part));
        part = [];
      }
    }
    page = data;
  }
  return packets.slice(2);
}

const speech = opusPackets(SPEECH);

/** One end of one call's sound. */
class Leg {
  constructor(speaks) {
    this.speaks = speaks;
    this.sequence = 1;
    this.timestamp = 0;
    this.ssrc = (Math.random() * 0xffffffff) >>> 0;
    this.heard = false;
    this.peer = new datachannel.PeerConnection('phone', { iceServers: [], disableAutoNegotiation: true });
    const audio = new datachannel.Audio('0', 'SendRecv');
    audio.addOpusCodec(OPUS);
    audio.addSSRC(this.ssrc, 'phone', 'stream', 'track');
    this.track = this.peer.addTrack(audio);
    this.track.onMessage((packet) => this.receive(packet));
    this.open = new Promise((resolve) => this.track.onOpen(resolve));
    legs.push(this);
  }

  async offer() {
    const gathered = new Promise((resolve) => {
      this.peer.onGatheringStateChange((state) => state === 'complete' && resolve());
    });
    this.peer.setLocalDescription('offer');
    await gathered;
    const sdp = this.peer.localDescription().sdp;
    return sdp.replace(/(a=mid:0\r\n)/, `$1a=extmap:${LEVEL_EXTENSION} urn:ietf:params:rtp-hdrext:ssrc-audio-level\r\n`);
  }

  answered(sdp) {
    this.peer.setRemoteDescription(sdp, 'answer');
  }

  receive(packet) {
    if ((packet[1] & 0x7f) !== OPUS || packet.length < 20) return;
    this.heard = true;
    received++;
    const header = 12 + ((packet[0] & 0x10) === 0 ? 0 : 4 + 4 * packet.readUInt16BE(14));
    if (packet.length >= header + 24 && packet.readUInt32BE(header + 1) === 0x50424558) {
      delays.push(now() - packet.readDoubleBE(header + 5));
    }
  }

  /** Level 30 of RFC 6464 with a voice, silence (127) without; the payload is speech, or carries the time. */
  send(tick) {
    if (!this.track.isOpen()) return;
    const payload = this.speaks === 'speech' ? speech[tick % speech.length] : stamped();
    const packet = Buffer.alloc(20 + payload.length);
    packet[0] = 0x90;
    packet[1] = OPUS;
    packet.writeUInt16BE(this.sequence++ & 0xffff, 2);
    packet.writeUInt32BE(this.timestamp >>> 0, 4);
    packet.writeUInt32BE(this.ssrc, 8);
    packet.writeUInt16BE(0xbede, 12);
    packet.writeUInt16BE(1, 14);
    packet[16] = LEVEL_EXTENSION << 4;
    packet[17] = 0x80 | 30;
    payload.copy(packet, 20);
    this.timestamp += 960;
    this.track.sendMessageBinary(packet);
  }

  close() {
    this.peer.close();
  }
}

/** Eighty bytes as Opus has them, with a mark and the time; only relayed, never decoded. */
function stamped() {
  const payload = Buffer.alloc(80);
  payload[0] = 0x78;
  payload.writeUInt32BE(0x50424558, 1);
  payload.writeDoubleBE(now(), 5);
  return payload;
}

/** A signed-in page. */
class Page {
  constructor(person) {
    this.person = person;
    this.cookies = new Map();
    this.nextId = 1;
    this.waiting = new Map();
    this.ringing = [];
    this.whenRinging = () => {};
    this.states = new Map();
  }

  async open() {
    const form = await this.fetch('/login');
    const hidden = /name="_csrf"[^>]*value="([^"]+)"/.exec(await form.text());
    const csrf = hidden ? hidden[1] : this.cookies.get('XSRF-TOKEN');
    const body = new URLSearchParams({ username: this.person, password: 'sonnerie-demo', _csrf: csrf });
    const home = await this.fetch('/login', { method: 'POST', body });
    if (home.headers.get('location')?.includes('login')) throw new Error(`${this.person}: log-in refused`);
    await this.fetch('/phone');
    const token = this.cookies.get('XSRF-TOKEN');
    const ticket = await this.fetch('/phone/ticket', { method: 'POST', headers: { 'X-XSRF-TOKEN': token } });
    await this.connect((await ticket.json()).ticket);
    return this;
  }

  async fetch(path, options = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...options.headers, cookie };
    const response = await fetch(address + path, { ...options, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  connect(ticket) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    this.socket = new WebSocket(`${address.replace('http', 'ws')}/ws`, { origin: address, headers: { cookie } });
    return new Promise((resolve, reject) => {
      this.socket.on('error', reject);
      this.socket.on('close', (code) => reject(new Error(`${this.person}: closed with ${code}`)));
      this.socket.on('open', () => this.say({ type: 'hello', ticket }));
      this.socket.on('message', (text) => this.hear(JSON.parse(text), resolve));
    });
  }

  say(message) {
    const id = this.nextId++;
    this.socket.send(JSON.stringify({ ...message, id }));
    return id;
  }

  ask(message) {
    return new Promise((resolve, reject) => this.waiting.set(this.say(message), { resolve, reject }));
  }

  hear(message, welcomed) {
    switch (message.type) {
      case 'probe':
        this.say({ type: 'probed', nonce: message.nonce, canRing: true });
        break;
      case 'availability':
        if (message.reachable) welcomed();
        break;
      case 'reply':
        this.waiting.get(message.id)?.resolve(message);
        break;
      case 'error':
        this.waiting.get(message.id)?.reject(new Error(`${message.code}: ${message.message}`));
        break;
      case 'call':
        this.seen(message.call);
        break;
    }
  }

  seen(call) {
    this.states.set(call.id, call.state);
    if (call.direction === 'in' && call.state === 'ringing' && call.media === 'pending' && !this.ringing.includes(call.id)) {
      this.ringing.push(call.id);
      this.whenRinging(call.id);
    }
  }

  async call(to, speaks) {
    const leg = new Leg(speaks);
    const reply = await this.ask({ type: 'call', to, sdp: await leg.offer() });
    this.states.set(reply.call.id, reply.call.state);
    leg.answered(reply.sdp);
    leg.call = reply.call.id;
    return leg;
  }

  async answer(call, speaks) {
    const leg = new Leg(speaks);
    const reply = await this.ask({ type: 'answer', call, sdp: await leg.offer() });
    leg.answered(reply.sdp);
    leg.call = call;
    return leg;
  }

  async inCall(leg) {
    while (this.states.get(leg.call) !== 'in-call') await pause(10);
  }
}

const scenarios = {
  async echo() {
    const alice = await new Page('alice').open();
    for (let i = 0; i < count; i++) {
      await alice.call('*43', 'time');
      await pause(1000 / CALLS_A_SECOND);
    }
  },

  async pairs() {
    const alice = await new Page('alice').open();
    const bob = await new Page('bob').open();
    const answers = [];
    bob.whenRinging = (call) => answers.push(bob.answer(call, 'time'));
    for (let i = 0; i < count; i++) {
      await alice.call('102', 'time');
      await pause(1000 / CALLS_A_SECOND);
    }
    while (answers.length < count) await pause(20);
    await Promise.all(answers);
  },

  async room() {
    const pages = await Promise.all(['alice', 'bob', 'carol'].map((person) => new Page(person).open()));
    for (let i = 0; i < count; i++) {
      const page = pages[i % pages.length];
      const leg = await page.call('400', i < TALKERS ? 'speech' : 'nothing');
      await page.inCall(leg);
      await page.ask({ type: 'digits', call: leg.call, digits: PIN });
      await pause(1000 / CALLS_A_SECOND);
    }
  },

  async answer() {
    const alice = await new Page('alice').open();
    const ringing = new Promise((resolve) => (alice.whenRinging = resolve));
    print({ reachable: true });
    await alice.answer(await ringing, 'speech');
  },

  async direct() {
    for (let i = 0; i < count; i++) {
      const caller = new Leg('time');
      const callee = new Leg('time');
      const gathered = new Promise((resolve) => {
        callee.peer.onGatheringStateChange((state) => state === 'complete' && resolve());
      });
      callee.peer.setRemoteDescription(await caller.offer(), 'offer');
      callee.peer.setLocalDescription('answer');
      await gathered;
      caller.answered(callee.peer.localDescription().sdp);
    }
  },
};

/** Sends from every leg that has something to say, on time also after a late tick. */
function speak() {
  const began = performance.now();
  let tick = 0;
  const step = () => {
    for (; performance.now() - began >= tick * FRAME_MILLIS; tick++) {
      if (tick % speech.length === 0) spokenSince = now();
      if (tick % speech.length === 0 && scenario === 'answer') print({ speechBegan: spokenSince });
      for (const leg of legs) if (leg.speaks !== 'nothing') leg.send(tick);
    }
    setTimeout(step, 4);
  };
  step();
}

function quantile(sorted, share) {
  return sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

process.stdin.on('end', () => {
  const sorted = delays.toSorted ? delays.toSorted((a, b) => a - b) : [...delays].sort((a, b) => a - b);
  print({
    result: {
      packets: received,
      stamped: sorted.length,
      p50: quantile(sorted, 0.5),
      p95: quantile(sorted, 0.95),
      p99: quantile(sorted, 0.99),
    },
  });
  process.exit(0);
});
process.stdin.resume();

await scenarios[scenario]();
await Promise.all(legs.map((leg) => leg.open));
speak();
const need = scenario === 'answer' ? [] : legs;
while (need.some((leg) => !leg.heard)) await pause(50);
delays.length = 0;
received = 0;
print({ ready: true, legs: legs.length });

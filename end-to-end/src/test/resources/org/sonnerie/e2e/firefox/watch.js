// Runs in each page before its own scripts: keeps what the server says and which connections there are.
() => {
  const watch = { reachable: false, call: null, peers: [] };
  window.watchOfTheTest = watch;

  const told = {
    availability: (message) => (watch.reachable = message.reachable),
    welcome: (message) => (watch.call = message.calls.at(-1) ?? null),
    call: (message) => (watch.call = message.call),
    reply: (message) => (watch.call = message.call ?? watch.call),
  };
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...settings) {
      super(...settings);
      this.addEventListener('message', (event) => {
        const message = JSON.parse(event.data);
        told[message.type]?.(message);
      });
    }
  };

  // An empty page has nowhere to store it.
  if (location.protocol.startsWith('http')) localStorage.setItem('sonnerie.rawAudio', '1');

  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Peer {
    constructor(...settings) {
      super(...settings);
      watch.peers.push(this);
    }
  };

  // The pair of candidates that the newest connection uses.
  watch.selectedPair = async () => {
    const stats = await watch.peers.at(-1).getStats();
    const pair = [...stats.values()].find((one) => one.type === 'candidate-pair' && one.selected);
    const local = stats.get(pair.localCandidateId);
    const remote = stats.get(pair.remoteCandidateId);
    return JSON.stringify({ local: local.address, remote: remote.address, protocol: remote.protocol });
  };
}

// Runs in each page before its own scripts: records at 8 kHz what the page's calls make audible,
// and can put a proxy or a lie between the page and the relay.
(() => {
  const Native = window.RTCPeerConnection;
  if (!Native || window.earOfTheTest) return;
  const RATE = 8000;
  const WORKLET = `registerProcessor('ear', class extends AudioWorkletProcessor {
    process(inputs) {
      const heard = inputs[0][0];
      const pcm = new Int16Array(128);
      if (heard) for (let i = 0; i < 128; i++) pcm[i] = Math.max(-1, Math.min(1, heard[i])) * 32767;
      this.port.postMessage(pcm, [pcm.buffer]);
      return true;
    }
  });`;
  const ear = {
    chunks: [],
    times: [],
    peers: [],
    firstSound: null,
    proxy: null,
    falseFingerprint: false,
    whenMore: () => {},

    // All samples since the last time in Base64 and when each 128 of them came, waiting for the
    // first if need be.
    async drain(atMostMillis) {
      if (this.chunks.length === 0 && atMostMillis > 0) {
        await new Promise((resolve) => {
          this.whenMore = resolve;
          setTimeout(resolve, atMostMillis);
        });
      }
      const chunks = this.chunks.splice(0);
      const times = this.times.splice(0);
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
      let offset = 0;
      for (const chunk of chunks) {
        bytes.set(new Uint8Array(chunk.buffer), offset);
        offset += chunk.byteLength;
      }
      let text = '';
      for (let i = 0; i < bytes.length; i += 8192) {
        text += String.fromCharCode(...bytes.subarray(i, i + 8192));
      }
      return JSON.stringify({ sound: btoa(text), times });
    },

    now() {
      return performance.timeOrigin + performance.now();
    },

    heard(pcm) {
      this.chunks.push(pcm);
      this.times.push(this.now());
      if (this.firstSound === null && pcm.some((sample) => sample > 300 || sample < -300)) {
        this.firstSound = this.now();
      }
      this.whenMore();
    },

    // Sound before the next click does not count. The ear itself shall not be waited for.
    fromNextClick() {
      void started();
      this.clickedAt = null;
      const clicked = () => {
        this.clickedAt = this.now();
        this.firstSound = null;
      };
      addEventListener('click', clicked, { capture: true, once: true });
    },

    untilSound() {
      const sound = async () => {
        while (this.firstSound === null || this.clickedAt === null) {
          await new Promise((resolve) => (this.whenMore = resolve));
        }
        return this.firstSound;
      };
      return inTime(sound(), 'sound');
    },

    // When a button of that name is first there.
    watchFor(name) {
      const shown = new Promise((resolve) => {
        const look = () => {
          const names = [...document.querySelectorAll('button')].map((b) => b.ariaLabel ?? b.textContent.trim());
          if (!names.includes(name)) return false;
          resolve(this.now());
          return true;
        };
        const observer = new MutationObserver(() => look() && observer.disconnect());
        if (!look()) observer.observe(document.body, { childList: true, subtree: true, attributes: true });
      });
      this.shownAt = inTime(shown, name);
    },

    // The addresses and the protocol of the pair of candidates that the newest connection uses.
    async selectedPair() {
      const stats = await this.peers.at(-1).getStats();
      const all = [...stats.values()];
      const transport = all.find((one) => one.type === 'transport');
      const pair = stats.get(transport?.selectedCandidatePairId);
      if (pair === undefined) return null;
      const local = stats.get(pair.localCandidateId);
      const remote = stats.get(pair.remoteCandidateId);
      return JSON.stringify({ local: local.address, remote: remote.address, protocol: local.protocol });
    },

    // Whether the microphone is heard so by the newest connection.
    sentWith(treatment) {
      return this.peers.at(-1).getSenders()[0].track.getSettings()[treatment];
    },

    async hear(track) {
      const stream = new MediaStream([track]);
      // A remote track reaches WebAudio only while an element plays it too.
      const element = new Audio();
      element.muted = true;
      element.srcObject = stream;
      element.play().catch(() => {});
      const { context, node } = await started();
      context.createMediaStreamSource(stream).connect(node);
    },

    toProxy(sdp) {
      return this.proxy === null
        ? sdp
        : sdp
            .replace(/^a=candidate:\S+ \d+ tcp .*\r\n/gim, '')
            .replace(/^(a=candidate:\S+ \d+ udp \d+) \S+ \d+ /gim, `$1 ${this.proxy.host} ${this.proxy.port} `);
    },

    toLie(sdp) {
      return this.falseFingerprint
        ? sdp.replace(/^(a=fingerprint:\S+ )(\S)(\S)/gim, (_, head, a, b) => head + (a === 'A' ? 'B' : 'A') + b)
        : sdp;
    },
  };
  window.earOfTheTest = ear;

  // Nothing in the product takes longer; a test that waits in vain must say so.
  function inTime(promise, what) {
    const late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`in vain: ${what}`)), 30_000);
    });
    return Promise.race([promise, late]);
  }

  let starting = null;
  function started() {
    starting ??= (async () => {
      const context = new AudioContext({ sampleRate: RATE });
      await context.audioWorklet.addModule(URL.createObjectURL(new Blob([WORKLET], { type: 'text/javascript' })));
      const node = new AudioWorkletNode(context, 'ear', { channelCount: 1, channelCountMode: 'explicit' });
      node.port.onmessage = (event) => ear.heard(event.data);
      node.connect(context.destination);
      return { context, node };
    })();
    return starting;
  }

  window.RTCPeerConnection = class extends Native {
    constructor(...settings) {
      super(...settings);
      ear.peers.push(this);
      this.addEventListener('track', (event) => {
        if (event.track.kind === 'audio' && !window.heardAtItsDevices) void ear.hear(event.track);
      });
    }

    setRemoteDescription(description) {
      return super.setRemoteDescription({ type: description.type, sdp: ear.toProxy(description.sdp) });
    }

    async createOffer(...options) {
      const offer = await super.createOffer(...options);
      return { type: offer.type, sdp: offer.sdp };
    }

    get localDescription() {
      const true_ = super.localDescription;
      return true_ && ear.falseFingerprint ? { type: true_.type, sdp: ear.toLie(true_.sdp) } : true_;
    }
  };
})();

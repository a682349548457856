import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { settled } from "../fake/clock";
import { usualDevices } from "./devices";
import { Microphone } from "./microphone";

/** A track that knows whether it was stopped; its clones are others. */
class FakeTrack {
  stopped = false;
  readonly clones: FakeTrack[] = [];

  constructor(
    readonly device: string,
    readonly does: MediaTrackSettings = {},
  ) {}

  addEventListener(): void {
    // It does not end by itself here.
  }

  stop(): void {
    this.stopped = true;
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.device, ...this.does };
  }

  clone(): FakeTrack {
    const clone = new FakeTrack(this.device, this.does);
    this.clones.push(clone);
    return clone;
  }
}

describe("the microphone", () => {
  /** Each question to the browser, to be answered by the test. */
  let asked: { device: string; answer: (track?: FakeTrack) => void }[];
  const heard: FakeTrack[] = [];
  let refusal: string;

  beforeEach(() => {
    asked = [];
    heard.length = 0;
    refusal = "NotReadableError";
    vi.stubGlobal("localStorage", { getItem: () => null });
    vi.stubGlobal("navigator", {
      permissions: { query: () => Promise.reject(new Error("not told")) },
      mediaDevices: {
        addEventListener: () => undefined,
        enumerateDevices: () => Promise.resolve([]),
        getUserMedia: (wanted: { audio: { deviceId?: { exact: string } } }) =>
          new Promise((resolve, reject) => {
            const device = wanted.audio.deviceId?.exact ?? "usual";
            const answer = (track?: FakeTrack): void => {
              if (track === undefined) reject(new DOMException("", refusal));
              else resolve({ getAudioTracks: () => [track], getTracks: () => [track] });
            };
            asked.push({ device, answer });
          }),
      },
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const use = (microphone: Microphone): Promise<() => void> =>
    microphone.use((track) => heard.push(track as unknown as FakeTrack));
  const choose = (microphone: Microphone, id: string): void => {
    void microphone.choose({ ...usualDevices, microphone: id });
  };

  it("tells while the browser asks the person, and no more once it knows the answer", async () => {
    const said: boolean[] = [];
    const microphone: Microphone = new Microphone(() => said.push(microphone.asks));
    const refused = use(microphone);
    expect(microphone.asks).toBe(true);
    asked[0]?.answer();
    await expect(refused).rejects.toThrow();
    expect(microphone.asks).toBe(false);
    void use(microphone);
    expect(microphone.asks).toBe(true);
    asked[1]?.answer(new FakeTrack("usual"));
    await settled();
    expect(said).toEqual([true, false, true, false, false]);
    void microphone.choose({ ...usualDevices, gainControl: false });
    expect(microphone.asks).toBe(false);
  });

  it("gives a running call the new device before it lets the old one go", async () => {
    const microphone = new Microphone(() => undefined);
    const using = use(microphone);
    const old = new FakeTrack("usual");
    asked[0]?.answer(old);
    await using;
    choose(microphone, "headset");
    await settled();
    expect(old.stopped).toBe(false);
    asked[1]?.answer(new FakeTrack("headset"));
    await settled();
    expect(heard.map(({ device }) => device)).toEqual(["usual", "headset"]);
    expect(old.stopped).toBe(true);
  });

  it("ends with the device chosen last, whichever opens first", async () => {
    const microphone = new Microphone(() => undefined);
    void use(microphone);
    asked[0]?.answer(new FakeTrack("usual"));
    await settled();
    choose(microphone, "one");
    await settled();
    choose(microphone, "other");
    await settled();
    asked[2]?.answer(new FakeTrack("other"));
    await settled();
    const late = new FakeTrack("one");
    asked[1]?.answer(late);
    await settled();
    expect(heard.at(-1)?.device).toBe("other");
    expect(late.stopped).toBe(true);
  });

  it("hands out the chosen device where it was chosen while another opened", async () => {
    const microphone = new Microphone(() => undefined);
    const using = use(microphone);
    choose(microphone, "headset");
    await settled();
    asked[1]?.answer(new FakeTrack("headset"));
    await settled();
    asked[0]?.answer(new FakeTrack("usual"));
    await using;
    expect(heard.map(({ device }) => device)).toEqual(["headset"]);
  });

  it("lets a call go on with what it has where the new device cannot be opened", async () => {
    const microphone = new Microphone(() => undefined);
    void use(microphone);
    asked[0]?.answer(new FakeTrack("usual"));
    await settled();
    choose(microphone, "taken");
    await settled();
    asked[1]?.answer();
    await settled();
    expect(heard).toHaveLength(1);
    expect(heard[0]?.stopped).toBe(false);
  });

  it("is the computer's own where the chosen one has gone this moment", async () => {
    const microphone = new Microphone(() => undefined);
    choose(microphone, "gone");
    void use(microphone);
    refusal = "OverconstrainedError";
    for (const at of [0, 1]) {
      asked[at]?.answer();
      await settled();
    }
    asked[2]?.answer(new FakeTrack("usual"));
    await settled();
    expect(asked.map(({ device }) => device)).toEqual(["gone", "gone", "usual"]);
    expect(heard.map(({ device }) => device)).toEqual(["usual"]);
  });

  describe("heard otherwise in a call", () => {
    const quiet = { ...usualDevices, gainControl: false };
    const old = (): FakeTrack => new FakeTrack("default", { autoGainControl: true });

    const inCall = async (): Promise<{ microphone: Microphone; track: FakeTrack }> => {
      const microphone = new Microphone(() => undefined);
      const using = use(microphone);
      const track = old();
      asked[0]?.answer(track);
      await using;
      void microphone.choose(quiet);
      await settled();
      return { microphone, track };
    };

    it("is the same device, and the old sound goes on until the new one is there", async () => {
      const { track } = await inCall();
      expect(asked.map(({ device }) => device)).toEqual(["usual", "default"]);
      expect(heard[0]?.stopped).toBe(false);
      asked[1]?.answer(new FakeTrack("default", { autoGainControl: false }));
      await settled();
      expect(heard.map(({ does }) => does.autoGainControl)).toEqual([true, false]);
      expect(track.stopped).toBe(true);
    });

    it("is closed first where the browser goes on as it was", async () => {
      const { track } = await inCall();
      const unchanged = old();
      asked[1]?.answer(unchanged);
      await settled();
      expect([unchanged.stopped, track.stopped, heard[0]?.stopped]).toEqual([true, true, true]);
      asked[2]?.answer(new FakeTrack("default", { autoGainControl: false }));
      await settled();
      expect(asked[2]?.device).toBe("usual");
      expect(heard.map(({ does }) => does.autoGainControl)).toEqual([true, false]);
    });

    it("is closed first where the browser cannot open it once more", async () => {
      const { track } = await inCall();
      refusal = "OverconstrainedError";
      asked[1]?.answer();
      await settled();
      expect([track.stopped, heard[0]?.stopped]).toEqual([true, true]);
      asked[2]?.answer(new FakeTrack("default", { autoGainControl: false }));
      await settled();
      expect(heard).toHaveLength(2);
    });

    it("takes nothing from a call that got another device meanwhile", async () => {
      const { microphone } = await inCall();
      choose(microphone, "headset");
      await settled();
      asked[2]?.answer(new FakeTrack("headset"));
      await settled();
      asked[1]?.answer(old());
      await settled();
      expect(heard.at(-1)?.device).toBe("headset");
      expect(heard.at(-1)?.stopped).toBe(false);
    });

    it("stays as it is where it cannot be had at all", async () => {
      const { track } = await inCall();
      asked[1]?.answer();
      await settled();
      expect(asked).toHaveLength(2);
      expect([heard.length, heard[0]?.stopped, track.stopped]).toEqual([1, false, true]);
    });
  });

  it("asks nothing anew where nothing changes for it", async () => {
    const microphone = new Microphone(() => undefined);
    void use(microphone);
    asked[0]?.answer(new FakeTrack("usual"));
    await settled();
    await microphone.choose({ ...usualDevices, speaker: "loud", ringing: "louder" });
    expect(asked).toHaveLength(1);
  });
});

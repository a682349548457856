import { beforeEach, describe, expect, it } from "vitest";
import { settled } from "../fake/clock";
import { FakeDevices, FakeMemory } from "../fake/devices";
import { Devices } from "./devices";

describe("the sound devices", () => {
  let desk: FakeDevices;
  let memory: FakeMemory;

  beforeEach(() => {
    desk = new FakeDevices();
    memory = new FakeMemory();
    desk.plug(["Desk", "Headset"], ["Screen", "Headset"]);
  });

  const page = async (): Promise<Devices> => {
    const devices = new Devices(desk, memory);
    await settled();
    return devices;
  };

  it("are the computer's own choice until somebody chooses, with all cleaning on", async () => {
    await page();
    expect(desk.used).toEqual({
      microphone: null,
      speaker: null,
      ringing: null,
      echoCancellation: true,
      noiseSuppression: true,
      gainControl: true,
    });
  });

  it("are used from the moment they are chosen, each for its own purpose", async () => {
    const devices = await page();
    devices.choose("microphone", "headset");
    devices.choose("speaker", "headset");
    devices.choose("ringing", "screen");
    devices.switch("noiseSuppression", false);
    expect(desk.used).toMatchObject({ microphone: "headset", speaker: "headset", ringing: "screen" });
    expect(desk.used).toMatchObject({ noiseSuppression: false, echoCancellation: true });
    devices.choose("speaker", "");
    expect(desk.used.speaker).toBeNull();
  });

  it("are remembered on this computer", async () => {
    const before = await page();
    before.choose("microphone", "headset");
    before.switch("gainControl", false);
    const after = await page();
    expect(desk.used).toMatchObject({ microphone: "headset", gainControl: false });
    expect(after.wanted.microphone?.name).toBe("Headset");
  });

  it("are those that were chosen in another tab, from the moment that is told", async () => {
    const [here, there] = [await page(), await page()];
    there.choose("microphone", "headset");
    here.follow("something else");
    expect(here.wanted.microphone).toBeNull();
    here.follow("sonnerie.devices");
    expect(here.wanted.microphone?.name).toBe("Headset");
  });

  it("fall back to the computer's own choice when unplugged, say so, and are used again when they are back", async () => {
    const devices = await page();
    devices.choose("microphone", "headset");
    devices.choose("speaker", "headset");
    desk.plug(["Desk"], ["Screen"]);
    await settled();
    expect(desk.used).toMatchObject({ microphone: null, speaker: null });
    expect(devices.missing.value).toEqual([
      { role: "microphone", name: "Headset" },
      { role: "speaker", name: "Headset" },
    ]);
    desk.plug(["Desk", "Headset"], ["Screen", "Headset"]);
    await settled();
    expect(desk.used).toMatchObject({ microphone: "headset", speaker: "headset" });
    expect(devices.missing.value).toEqual([]);
  });

  it("are known again by their name where the browser gives them other ids", async () => {
    memory.keep("sonnerie.devices", JSON.stringify({ microphone: { id: "of-last-year", name: "Headset" } }));
    const devices = await page();
    expect(desk.used.microphone).toBe("headset");
    expect(devices.missing.value).toEqual([]);
  });

  it("are not called missing while the browser does not tell which there are", async () => {
    memory.keep("sonnerie.devices", JSON.stringify({ microphone: { id: "headset", name: "Headset" } }));
    desk.plug([], []);
    const devices = await page();
    expect(devices.missing.value).toEqual([]);
  });

  it.each(["", "nonsense", "null", "[]", "7", '{"microphone": 3}', '{"microphone": {"id": 3, "name": "x"}}'])(
    "are the usual ones where what was kept is %s",
    async (kept) => {
      memory.keep("sonnerie.devices", kept);
      await page();
      expect(desk.used).toMatchObject({ microphone: null, echoCancellation: true });
    },
  );

  it("take no id that is not there", async () => {
    const devices = await page();
    devices.choose("microphone", "headset");
    devices.choose("microphone", "the-neighbours");
    expect(desk.used.microphone).toBeNull();
  });

  it("show a level only while it is looked at", async () => {
    const devices = await page();
    const stop = devices.watchLevel();
    desk.metered?.(0.5);
    expect(devices.level.value).toBe(0.5);
    stop();
    expect(devices.level.value).toBe(0);
    expect(desk.metered).toBeUndefined();
  });
});

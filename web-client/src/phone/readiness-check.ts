import { computed, signal, type ReadonlySignal } from "@preact/signals-core";
import { tones, type EchoSound } from "../media/echo";
import { MediaFailure, type Media, type SoundTotals } from "../media/media";
import {
  readinessProblems,
  type MeasuredSound,
  type ReadinessDesk,
  type ReadinessProblem,
  type ReadinessRating,
  type ReadinessResult,
} from "../signaling/readiness";
import type { Clock } from "./clock";
import type { NoticePermission } from "./notices";

export type { ReadinessProblem, ReadinessRating, ReadinessResult } from "../signaling/readiness";

/** Milliseconds: how long sound is sent to the relay and back, and after which time nobody is waited for. */
export const checkTimes = { echo: 8_000, patience: 30_000, look: 250 } as const;

/** From here on the microphone has heard something, as its level is counted. */
const heardLevel = 0.2;

/** So many tones have to come back: the last may be on a long way still, and one or another be lost. */
export const enoughTones = tones.count * 0.75;

/** What is looked at, in the order in which it is shown. */
export const checkSteps = ["microphone", "sound", "speaker", "echo", "loss", "delay", "path", "notifications"] as const;
export type CheckStep = (typeof checkSteps)[number];

const stepOf: Readonly<Record<ReadinessProblem, CheckStep>> = {
  "microphone-denied": "microphone",
  "microphone-missing": "microphone",
  "microphone-silent": "microphone",
  "sound-locked": "sound",
  "speaker-unheard": "speaker",
  "speaker-unconfirmed": "speaker",
  "no-echo": "echo",
  loss: "loss",
  delay: "delay",
  "tcp-only": "path",
  "no-notifications": "notifications",
};

const alwaysPoor: readonly ReadinessProblem[] = [
  "microphone-denied",
  "microphone-missing",
  "sound-locked",
  "no-echo",
  "speaker-unheard",
];

/** What is known by now; null: not yet. */
interface Facts {
  readonly obstacle: ReadinessProblem | null;
  readonly level: number;
  readonly speakerHeard: boolean | null;
  readonly echo: MeasuredSound | "none" | null;
  readonly notices: NoticePermission;
}

interface Finding {
  readonly problem: ReadinessProblem;
  readonly rating: "fair" | "poor";
}

/** Looks in half a minute whether this page is ready for calls. Owned by the page's one thread. */
export class ReadinessCheck {
  readonly state = signal<"idle" | "running" | "done">("idle");
  /** How it came out; null until it is done. */
  readonly result = signal<ReadinessResult | null>(null);
  /** Whether the server has kept it; null: not known yet. */
  readonly kept = signal<boolean | null>(null);
  readonly #facts = signal<Facts>(nothing("none"));
  /** How each step stands; null: not known yet. */
  readonly steps: ReadonlySignal<ReadonlyMap<CheckStep, ReadinessRating | null>> = computed(() =>
    stepsOf(this.#facts.value, this.state.value === "done"),
  );
  readonly #media: Media;
  readonly #desk: ReadinessDesk;
  readonly #clock: Clock;
  readonly #notices: () => NoticePermission;

  constructor(media: Media, desk: ReadinessDesk, clock: Clock, notices: () => NoticePermission) {
    this.#media = media;
    this.#desk = desk;
    this.#clock = clock;
    this.#notices = notices;
  }

  /** From a gesture of the person. */
  async begin(): Promise<void> {
    if (this.state.value === "running") return;
    this.state.value = "running";
    this.result.value = null;
    this.kept.value = null;
    this.#facts.value = nothing(this.#notices());
    const until = this.#clock.now() + checkTimes.patience;
    await this.#media.unlock().catch(failedOnly);
    const readiness = this.#media.readiness();
    this.#learn({ obstacle: readiness.canRing ? null : readiness.obstacle });
    const stopMeter = this.#media.devices.meter((level) => {
      if (level > this.#facts.peek().level) this.#learn({ level });
    });
    this.#media.devices.sample("speaker");
    this.#learn({ echo: await this.#measure() });
    while (this.#waits() && this.#clock.now() < until) await this.#pause(checkTimes.look);
    stopMeter();
    await this.#conclude();
  }

  /** The test sound once more. */
  sampleAgain(): void {
    this.#media.devices.sample("speaker");
  }

  /** What the person says of the test sound. */
  heardSpeaker(speakerHeard: boolean): void {
    if (this.state.value === "running") this.#learn({ speakerHeard });
  }

  /** For the speaker the person is asked; a microphone that is silent has a while to hear something. */
  #waits(): boolean {
    const { speakerHeard, level, obstacle } = this.#facts.peek();
    return speakerHeard === null || (level < heardLevel && obstacle === null);
  }

  async #measure(): Promise<MeasuredSound | "none"> {
    const echo = this.#media.echo();
    try {
      const answer = await this.#desk.echo(await echo.offer());
      if (answer === undefined) return "none";
      await echo.accept(answer);
      await this.#pause(checkTimes.echo);
      return measured(echo, await echo.totals());
    } catch (failure) {
      failedOnly(failure);
      return "none";
    } finally {
      echo.close();
      void this.#desk.endEcho();
    }
  }

  async #conclude(): Promise<void> {
    const facts = this.#facts.peek();
    const worst = findingsOf(facts)[0];
    const sound = facts.echo === "none" ? null : facts.echo;
    const result: ReadinessResult = { rating: worst?.rating ?? "good", problem: worst?.problem ?? null, sound };
    this.result.value = result;
    this.state.value = "done";
    this.kept.value = await this.#desk.keep(result);
  }

  #learn(news: Partial<Facts>): void {
    this.#facts.value = { ...this.#facts.peek(), ...news };
  }

  #pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.after(millis, resolve);
    });
  }
}

function nothing(notices: NoticePermission): Facts {
  return { obstacle: null, level: 0, speakerHeard: null, echo: null, notices };
}

function failedOnly(failure: unknown): void {
  if (!(failure instanceof MediaFailure)) throw failure;
}

function measured(echo: EchoSound, totals: SoundTotals | undefined): MeasuredSound | "none" {
  if (totals === undefined || echo.returned() < enoughTones) return "none";
  const inward = totals.lost / Math.max(1, totals.lost + totals.packets);
  const lostPercent = 100 * Math.min(1, Math.max(0, inward, totals.sentLost ?? 0));
  return { lostPercent, roundTripMillis: Math.round(totals.roundTripMillis ?? 0), path: totals.path ?? "udp" };
}

/** All that stands in the way, the worst first. Pure. */
function findingsOf(facts: Facts): readonly Finding[] {
  const { obstacle, level, speakerHeard, echo, notices } = facts;
  const found: readonly (ReadinessProblem | null)[] = [
    obstacle,
    obstacle === null && level < heardLevel ? "microphone-silent" : null,
    speakerHeard === null ? "speaker-unconfirmed" : speakerHeard ? null : "speaker-unheard",
    notices === "granted" ? null : "no-notifications",
  ];
  const findings = found.flatMap((problem) => (problem === null ? [] : [finding(problem)]));
  const all = [...findings, ...ofSound(echo)];
  const rank = (one: Finding): number => (one.rating === "poor" ? 0 : 100) + readinessProblems.indexOf(one.problem);
  return all.toSorted((one, other) => rank(one) - rank(other));
}

function finding(problem: ReadinessProblem): Finding {
  return { problem, rating: alwaysPoor.includes(problem) ? "poor" : "fair" };
}

/** Loss by how well concealment copes; delay there and back by ITU-T G.114: 150 ms each way are fine, 400 are not. */
function ofSound(echo: MeasuredSound | "none" | null): readonly Finding[] {
  if (echo === null || echo === "none") return [finding("no-echo")];
  const { lostPercent, roundTripMillis, path } = echo;
  const findings: Finding[] = [];
  if (lostPercent >= 1) findings.push({ problem: "loss", rating: lostPercent >= 5 ? "poor" : "fair" });
  if (roundTripMillis >= 300) findings.push({ problem: "delay", rating: roundTripMillis >= 800 ? "poor" : "fair" });
  if (path === "tcp") findings.push(finding("tcp-only"));
  return findings;
}

function stepsOf(facts: Facts, done: boolean): ReadonlyMap<CheckStep, ReadinessRating | null> {
  const findings = findingsOf(facts);
  return new Map(
    checkSteps.map((step) => {
      if (!done && !known(step, facts)) return [step, null];
      // Nothing can be measured of what does not come back.
      const silent = facts.echo === "none" && ["loss", "delay", "path"].includes(step);
      return [step, silent ? null : (findings.find(({ problem }) => stepOf[problem] === step)?.rating ?? "good")];
    }),
  );
}

function known(step: CheckStep, { obstacle, level, speakerHeard, echo }: Facts): boolean {
  switch (step) {
    case "microphone":
      return level >= heardLevel || (obstacle !== null && obstacle !== "sound-locked");
    case "speaker":
      return speakerHeard !== null;
    case "echo":
    case "loss":
    case "delay":
    case "path":
      return echo !== null;
    case "sound":
    case "notifications":
      return true;
  }
}

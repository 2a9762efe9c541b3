import {answers} from "./answers.js";
import {deviceLoss} from "./backends.js";
import type {Host, Port} from "./host.js";
import {Inbox} from "./inbox.js";
import {checkLegal, type State} from "./legal.js";
import {TrainingLoop} from "./loop.js";
import {DeviceLost, problemOf} from "./problem.js";
import type {Problem, Request, Started, StartOptions, WorkerEvent} from "./protocol.js";
import {startRun, timeBackend} from "./start.js";
import {ThreadChoice} from "./thread-choice.js";

/**
 * Answers every command that comes through `port` and trains in between. One thing at a time: commands wait for the step
 * that is under way and are then answered in their order. Resolves when the run is disposed of.
 */
export async function serve(port: Port, host: Host): Promise<void> {
  const session = new Session(port, host);
  session.beat();
  await session.live();
}

const heartbeatMs = 500;
const lossDelayMs = 200;
const never = new Promise<never>(() => {});

/** Problems that a command may run into and that leave no run to go on with. */
const endsRun: ReadonlySet<Problem["code"]> = new Set([
  "diverged",
  "device-lost",
  "out-of-memory",
] as const);

class Session {
  readonly #port: Port;
  readonly #host: Host;
  readonly #inbox = new Inbox<Request>();
  /** Where there is no run, or none that can be used. */
  #own: "idle" | "spent" | "lost" | "closed" = "idle";
  #loop: TrainingLoop | undefined;
  #paceMs = 0;
  /** Rejects when the device is lost. */
  #loss: Promise<never> = never;

  constructor(port: Port, host: Host) {
    this.#port = port;
    this.#host = host;
    port.onmessage = ({data}) => this.#inbox.put(data);
    host.watchErrors((error) => void this.#fail(error));
  }

  async live(): Promise<void> {
    while (this.#own !== "closed") {
      const request = this.#inbox.take();
      if (request) await this.#answer(request);
      else await this.#guard(() => this.#workOrWait());
      await this.#guard(async () => this.#loop?.report());
    }
  }

  /** Says twice a second that the worker is alive. */
  beat(): void {
    if (this.#own === "closed") return;
    this.#post({type: "alive", step: this.#loop?.run.step ?? 0});
    this.#host.schedule(() => this.beat(), heartbeatMs);
  }

  get #state(): State {
    return this.#own === "idle" ? (this.#loop?.status ?? "idle") : this.#own;
  }

  async #workOrWait(): Promise<void> {
    const loop = this.#loop;
    if (loop?.status !== "running") return this.#inbox.arrival();
    if (loop.restMs > 0)
      return Promise.race([this.#inbox.arrival(), this.#sleep(Math.ceil(loop.restMs))]);
    await loop.advance();
    await this.#sleep(0);
  }

  async #answer(request: Request): Promise<void> {
    try {
      checkLegal(request.type, this.#state);
      await Promise.race([this.#obey(request), this.#loss]);
    } catch (error) {
      const cause = await this.#causeOf(error);
      const problem = problemOf(cause);
      this.#post({type: "refused", id: request.id, problem});
      if (endsRun.has(problem.code)) await this.#fail(cause);
    }
  }

  async #obey(request: Request): Promise<void> {
    const reply = (result: unknown, transfer: ArrayBuffer[] = []) =>
      this.#post({type: "reply", id: request.id, result}, transfer);
    switch (request.type) {
      case "start":
        return reply(await this.#start(request.options));
      case "benchmark":
        this.#own = "spent";
        return reply(await timeBackend(this.#host, request.options, request.backend));
      case "pace":
        return reply(this.#setPace(request.msPerStep));
      case "shown":
        return reply(this.#loop?.pictures.shown());
      case "dispose":
        return reply(this.#dispose());
      default: {
        const answer = answers[request.type] as (
          loop: TrainingLoop,
          command: Request,
          reply: unknown,
        ) => void | Promise<void>;
        return answer(this.#loop!, request, reply);
      }
    }
  }

  async #start(options: StartOptions): Promise<Started> {
    const post = (event: WorkerEvent, transfer?: ArrayBuffer[]) => this.#post(event, transfer);
    const {run, started} = await startRun(this.#host, options, (loaded) =>
      post({type: "loaded", loaded}),
    );
    this.#loop = new TrainingLoop(run, post, this.#host.now, async () => {
      const threads = await this.#host.startThreads?.(options.threads);
      return threads && new ThreadChoice(threads, options.threads);
    });
    this.#loop.paceMs = this.#paceMs;
    this.#watch(started);
    await this.#loop.keep();
    return started;
  }

  #watch({backend}: Started): void {
    this.#loss = deviceLoss(backend).then((reason) => {
      throw new DeviceLost(reason);
    });
    this.#loss.catch(() => {});
  }

  #setPace(msPerStep: number): void {
    if (!(msPerStep >= 0 && Number.isFinite(msPerStep)))
      throw new RangeError(`invalid pace: ${msPerStep} (a number of ms from 0)`);
    this.#paceMs = msPerStep;
    if (this.#loop) this.#loop.paceMs = msPerStep;
  }

  #dispose(): void {
    this.#own = "closed";
    this.#loop?.halt();
    this.#loop?.run.dispose();
    this.#loop = undefined;
  }

  async #guard(work: () => Promise<unknown>): Promise<void> {
    try {
      await Promise.race([work(), this.#loss]);
    } catch (error) {
      await this.#fail(error);
    }
  }

  /** Ends the run, once: what a failure drags along is not told. */
  async #fail(error: unknown): Promise<void> {
    const problem = problemOf(await this.#causeOf(error));
    if (!this.#loop || this.#state === "failed" || this.#state === "lost") return;
    this.#loss = never;
    this.#loop.halt();
    if (problem.code === "device-lost") this.#own = "lost";
    this.#post({type: "failed", problem, step: this.#loop.run.step});
  }

  /** A lost device makes the step under way fail, and tells of its loss a moment later. */
  #causeOf(error: unknown): Promise<unknown> {
    if (problemOf(error).code !== "internal") return Promise.resolve(error);
    const loss = this.#loss.catch((lost: unknown) => lost);
    return Promise.race([loss, this.#sleep(lossDelayMs).then(() => error)]);
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#host.schedule(resolve, ms));
  }

  #post(event: WorkerEvent, transfer: ArrayBuffer[] = []): void {
    this.#port.postMessage(event, transfer);
  }
}

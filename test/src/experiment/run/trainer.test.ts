import {afterEach, describe, expect, it, vi} from "vitest";
import {defaultParams, type Params} from "../../../../lib/params.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import type {Checkpoint, Problem, Request, WorkerEvent} from "../../../../lib/training/protocol.js";
import type {CodePlace} from "../../../../src/experiment/run/code-place.js";
import type {EngineHost} from "../../../../src/experiment/run/engine.js";
import {newRun} from "../../../../src/experiment/run/run-record.js";
import {Trainer} from "../../../../src/experiment/run/trainer.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  FakeWorker.areSilent = false;
});

/** A worker whose "weights" are the number of steps taken; the test moves it on. */
class FakeWorker {
  /** Whether they answer nothing, as those whose code never comes. */
  static areSilent = false;
  onmessage: ((event: {data: WorkerEvent}) => void) | null = null;
  onerror: ((event: {message: string}) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly commands: Request[] = [];
  step = 0;
  running = false;
  terminated = false;
  params: Params = {};
  backends: readonly string[] = [];
  /** Refuses the next command that is not the start. */
  refusal: Problem | undefined;
  answersSet = true;
  /** Where a `step` command is interrupted. */
  interruptsAt = Number.POSITIVE_INFINITY;

  postMessage(request: Request): void {
    const command = structuredClone(request);
    this.commands.push(command);
    if (!FakeWorker.areSilent) queueMicrotask(() => this.#answer(command));
  }

  terminate(): void {
    this.terminated = true;
  }

  /** Takes `count` steps; the last one ends in a checkpoint. */
  advance(count: number): void {
    this.advanceWithoutCheckpoint(count);
    this.emit({type: "checkpoint", checkpoint: this.checkpoint()});
  }

  advanceWithoutCheckpoint(count: number): void {
    const curve = Float32Array.from({length: count}, (_, i) => this.step + i + 1);
    const progress = {
      first: this.step + 1,
      curves: {discriminatorLoss: curve},
      msPerStep: 1,
      memory: {tensors: 10, bytes: 1000},
    };
    this.step += count;
    this.emit({type: "progress", progress});
  }

  show(): void {
    this.emit({type: "snapshot", snapshot: {step: this.step, arrays: {}}});
  }

  checkpoint(): Checkpoint {
    const random = [1, 2, 3, this.step] as const;
    const arrays = {w: {data: Float32Array.of(this.step), shape: [1]}};
    const {params, step} = this;
    return {experiment: "gan-plane", step, params, random, batches: {random, position: 0}, arrays};
  }

  fail(problem: Problem): void {
    this.emit({type: "failed", problem, step: this.step});
  }

  die(): void {
    this.onerror?.({message: "killed by the test"});
  }

  emit(event: WorkerEvent): void {
    if (!this.terminated) this.onmessage?.({data: event});
  }

  #answer(command: Request): void {
    const {id} = command;
    if (command.type === "start") {
      const {checkpoint, params, backends} = command.options;
      this.step = checkpoint?.step ?? 0;
      this.params = params;
      this.backends = backends;
      const result = {backend: backends[0], notes: [], step: this.step, weights: {}};
      this.emit({type: "reply", id, result});
      return;
    }
    if (this.refusal) this.emit({type: "refused", id, problem: this.refusal});
    else if (command.type === "step") this.#takeSteps(id, command.count);
    else if (command.type !== "set" || this.answersSet) this.#obey(command);
  }

  #obey(command: Request): void {
    const {id} = command;
    if (command.type === "restore") this.step = command.checkpoint.step;
    this.emit({type: "reply", id, result: this.#resultOf(command)});
    if (command.type === "train") this.#status("running");
    if (command.type === "pause") this.#status("paused");
  }

  #resultOf({type}: Request): unknown {
    if (type === "measure")
      return {step: this.step, scalars: {divergence: this.step / 100}, floors: {}, arrays: {}};
    return type === "set" ? this.step : undefined;
  }

  #takeSteps(id: number, count: number): void {
    const taken = Math.min(count, this.interruptsAt);
    this.advance(taken);
    this.emit({type: "reply", id, result: taken});
    this.#status("paused");
  }

  #status(status: "running" | "paused"): void {
    this.running = status === "running";
    this.emit({type: "status", status, step: this.step, why: ""});
  }
}

function start(
  backends: EngineHost["backends"] = async () => both,
  experiment: Experiment = ganPlane,
) {
  const workers: FakeWorker[] = [];
  const places: {isRemoved: boolean}[] = [];
  const host: EngineHost = {
    createWorker: () => {
      workers.push(new FakeWorker());
      return workers.at(-1) as unknown as Worker;
    },
    files: async () => ({}),
    backends,
    wasmPaths: () => ({}),
    threads: () => undefined,
    codePlace: async () => {
      const place = {isRemoved: false};
      places.push(place);
      const remove = () => {
        place.isRemoved = true;
      };
      return {place: {} as CodePlace, remove};
    },
    codeBytes: () => ({script: 1000, backend: 2000, experiment: 500}),
  };
  const trainer = new Trainer(experiment, defaultParams(experiment.params), host);
  const hostIs = (other: Partial<EngineHost>) => Object.assign(host, other);
  return {trainer, workers, worker: () => workers.at(-1)!, places, hostIs};
}

const both = {names: ["webgpu", "wasm"], notes: []} as const;

/** The same with a choice of back ends that takes until the test calls the function that it leaves in `backends`. */
function startSlowly(experiment?: Experiment) {
  const backends: (() => void)[] = [];
  const slow = () => new Promise<typeof both>((resolve) => backends.push(() => resolve(both)));
  return {...start(slow, experiment), backends};
}

const curve = (trainer: Trainer) => [...trainer.run.curves.discriminatorLoss!.values];

describe("trainer", () => {
  it("loads, runs and pauses, and keeps every loss", async () => {
    const {trainer, worker} = start();
    const seen: string[] = [];
    trainer.subscribe((changed) => changed === "status" && seen.push(trainer.status));
    await trainer.train();
    worker().advance(3);
    await trainer.pause();
    expect(seen).toEqual(["loading", "paused", "running", "paused"]);
    expect(curve(trainer)).toEqual([1, 2, 3]);
    expect(trainer.position).toBe(3);
    expect(trainer.run.backend).toBe("webgpu");
  });

  it("draws how a run begins without training anything, and Train goes on with that worker", async () => {
    const {trainer, workers, worker} = start();
    expect(trainer.lacksStart).toBe(true);
    await trainer.drawStart();
    expect([trainer.status, trainer.run.backend, trainer.lacksStart]).toEqual([
      "idle",
      "webgpu",
      false,
    ]);
    worker().show();
    expect(trainer.run.snapshot?.step).toBe(0);
    await trainer.drawStart();
    await trainer.train();
    expect([workers.length, trainer.status]).toEqual([1, "running"]);
    worker().advance(2);
    expect(curve(trainer)).toEqual([1, 2]);
  });

  it("lets go of a worker that has only drawn a start, and of no other", async () => {
    const {trainer, workers, worker} = start();
    await trainer.drawStart();
    worker().show();
    trainer.rest();
    expect([workers[0]!.terminated, trainer.lacksStart]).toEqual([true, false]);
    await trainer.train();
    expect(workers).toHaveLength(2);
    trainer.rest();
    expect(worker().terminated).toBe(false);
  });

  it("is trained while a start is being drawn, with the same worker", async () => {
    const {trainer, workers, backends} = startSlowly();
    const drawn = trainer.drawStart();
    const trained = trainer.train();
    await vi.waitFor(() => expect(trainer.status).toBe("loading"));
    backends[0]!();
    await Promise.all([drawn, trained]);
    expect([workers.length, trainer.status]).toEqual([1, "running"]);
  });

  it("has a start drawn anew for other settings, and forgets the one that was on its way", async () => {
    const {trainer, workers, backends} = startSlowly();
    const first = trainer.drawStart();
    await trainer.setParam("points", "spots");
    const second = trainer.drawStart();
    for (const answer of backends) answer();
    await Promise.all([first, second]);
    expect([workers.length, workers[0]!.params.points, trainer.status]).toEqual([
      1,
      "spots",
      "idle",
    ]);
  });

  it("says what is wrong when no start can be drawn", async () => {
    const {trainer} = start(async () => {
      throw new Error("no engine");
    });
    await trainer.drawStart();
    expect([trainer.status, trainer.problem?.message]).toEqual([
      "failed",
      "Training could not go on: no engine",
    ]);
  });

  it("goes on beyond its end, which its recipe, history and params keep", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(3000);
    worker().emit({type: "status", status: "done", step: 3000, why: "step limit reached"});
    await trainer.goOn(300);
    expect(worker().commands.slice(-2)).toMatchObject([
      {type: "set", name: "maxSteps", value: 3300},
      {type: "train"},
    ]);
    expect(trainer.run.changes).toEqual([{step: 3000, name: "maxSteps", value: 3300}]);
    expect([trainer.params.maxSteps, trainer.run.number]).toEqual([3300, 1]);
  });

  it("is trained anew with another seed, as it began", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(10);
    await trainer.goOn(300);
    await trainer.trainAnew(12);
    expect([trainer.status, worker().params.seed, worker().params.maxSteps]).toEqual([
      "running",
      12,
      3000,
    ]);
    expect(trainer.history).toHaveLength(1);
  });

  it("goes back to a checkpoint, and only training from there makes a branch", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(10);
    worker().advance(10);
    await trainer.seek(15);
    expect(trainer.position).toBe(10);
    expect(trainer.run.step).toBe(20);
    expect(trainer.history).toEqual([]);
    await trainer.train();
    expect(trainer.run).toMatchObject({number: 2, parent: {number: 1, step: 10}, step: 10});
    worker().advance(1);
    expect(curve(trainer)).toHaveLength(11);
    expect(trainer.history.map(({number, step}) => [number, step])).toEqual([[1, 20]]);
    expect(trainer.checkpoints.steps).toEqual([10, 11]);
  });

  it("says how much of how much has come while a worker comes up, and no more when it is there", async () => {
    FakeWorker.areSilent = true;
    const {trainer, worker} = start();
    const said: (number | undefined)[] = [];
    trainer.subscribe((changed) => changed === "loading" && said.push(trainer.progress?.loaded));
    void trainer.train();
    await vi.waitFor(() => expect(worker()).toBeDefined());
    worker().emit({type: "alive", step: 0});
    worker().emit({type: "loaded", loaded: {part: "backend"}});
    expect(said).toEqual([1000, 3000]);
    expect(trainer.progress?.total).toBe(3500);
    FakeWorker.areSilent = false;
    await trainer.restart(trainer.params);
    expect(trainer.progress).toBeUndefined();
  });

  it("shows the run as it was where it went back to, and keeps what it was at its end", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(10);
    worker().advance(10);
    worker().show();
    await trainer.seek(10);
    expect(trainer.here).toMatchObject({number: 1, step: 10});
    expect(trainer.here.snapshot).toBeUndefined();
    worker().show();
    expect(trainer.here.snapshot?.step).toBe(10);
    expect(trainer.run.snapshot?.step).toBe(20);
    expect([...trainer.here.curves.discriminatorLoss!.values]).toEqual(curve(trainer).slice(0, 10));
    await trainer.seek(20);
    expect(trainer.here).toBe(trainer.run);
    await trainer.seek(10);
    worker().show();
    await trainer.train();
    expect(trainer.history[0]!.snapshot?.step).toBe(20);
    expect(trainer.run.snapshot?.step).toBe(10);
  });

  it("goes back while it trains, on again, and back again", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    for (const [to, number] of [
      [20, 2],
      [10, 3],
    ] as const) {
      for (let i = 0; i < 3; i++) worker().advance(10);
      await trainer.seek(to);
      expect([trainer.status, trainer.position, trainer.isTraining]).toEqual(["paused", to, false]);
      await trainer.train();
      expect([trainer.status, trainer.run.number, worker().running]).toEqual([
        "running",
        number,
        true,
      ]);
      expect(worker().step).toBe(to);
    }
    expect(trainer.history.map(({number, step}) => [number, step])).toEqual([
      [1, 30],
      [2, 50],
    ]);
  });

  it("goes only to the last place asked for, and says meanwhile that this is where it goes", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    for (let i = 0; i < 4; i++) worker().advance(10);
    const said: number[] = [];
    trainer.subscribe(() => said.push(trainer.destination));
    const moves = [30, 20, 10].map((step) => trainer.seek(step));
    worker().advance(5); // on its way to the pause
    await Promise.all(moves);
    expect(new Set(said)).toEqual(new Set([10]));
    const restored = worker().commands.filter(({type}) => type === "restore");
    expect(restored).toHaveLength(1);
    expect([trainer.position, trainer.destination, trainer.run.step]).toEqual([10, 10, 45]);
  });

  it("goes on from the last checkpoint when the worker dies, and says so", async () => {
    const {trainer, workers, worker} = start();
    await trainer.train();
    worker().advance(10);
    worker().emit({
      type: "progress",
      progress: {
        first: 11,
        curves: {discriminatorLoss: Float32Array.of(11, 12)},
        msPerStep: 1,
        memory: {tensors: 1, bytes: 1},
      },
    });
    worker().die();
    await vi.waitFor(() => expect(trainer.status).toBe("running"));
    expect(workers).toHaveLength(2);
    expect(workers[0]!.terminated).toBe(true);
    expect(worker().step).toBe(10);
    expect(curve(trainer)).toHaveLength(10);
    expect(trainer.notice).toContain("At step 12");
    expect(trainer.notice).toContain("the checkpoint at step 10");
  });

  it("tries a lost device once more, then another back end, then gives up with advice; nothing is lost", async () => {
    const {trainer, workers, worker} = start();
    const lost: Problem = {code: "device-lost", message: "The GPU was lost.", advice: ""};
    await trainer.train();
    worker().advance(5);
    for (let times = 1; times <= 3; times++) {
      worker().fail(lost);
      await vi.waitFor(() => expect(workers).toHaveLength(times + 1));
      await vi.waitFor(() => expect(trainer.status).toBe("running"));
    }
    expect(workers.map(({backends}) => backends[0])).toEqual(["webgpu", "webgpu", "wasm", "wasm"]);
    expect(trainer.run).toMatchObject({backend: "wasm", earlierBackends: ["webgpu"]});
    worker().fail(lost);
    await vi.waitFor(() => expect(trainer.status).toBe("failed"));
    expect(trainer.problem?.advice).toContain("Train");
    expect(curve(trainer)).toHaveLength(5);
    expect(trainer.checkpoints.steps).toEqual([5]);
  });

  it("keeps a diverged run with its checkpoints", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(5);
    worker().fail({code: "diverged", message: "NaN", advice: "lower the learning rate"});
    expect(trainer.status).toBe("failed");
    await trainer.seek(5);
    expect(trainer.status).toBe("paused");
    expect(trainer.problem).toBeUndefined();
  });

  it("changes a live param mid-run and starts a new run for the others, keeping the old", async () => {
    const {trainer, workers, worker} = start();
    await trainer.train();
    worker().advance(4);
    await trainer.setParam("learningRate", 0.01);
    expect(worker().commands.at(-1)).toMatchObject({
      type: "set",
      name: "learningRate",
      value: 0.01,
    });
    expect(trainer.run.changes).toEqual([{step: 4, name: "learningRate", value: 0.01}]);
    await trainer.setParam("seed", 8);
    await vi.waitFor(() => expect(trainer.status).toBe("running"));
    expect(workers).toHaveLength(2);
    expect(trainer.run).toMatchObject({number: 2, step: 0, params: {seed: 8, learningRate: 0.01}});
    expect(trainer.history.map(({step}) => step)).toEqual([4]);
  });

  it("goes back to the params of a checkpoint, with what was changed there since", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(5);
    worker().advance(5);
    await trainer.setParam("learningRate", 0.01);
    await trainer.seek(5);
    expect(trainer.params.learningRate).toBe(0.002);
    await trainer.seek(10);
    expect(trainer.params.learningRate).toBe(0.01);
    expect(worker().commands.at(-1)).toMatchObject({type: "set", value: 0.01});
  });

  it("starts a fresh process when memory grows beyond reason", async () => {
    const {trainer, workers, worker} = start();
    await trainer.train();
    worker().advance(5);
    worker().emit({
      type: "progress",
      progress: {first: 6, curves: {}, msPerStep: 1, memory: {tensors: 1, bytes: 2e9}},
    });
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    await vi.waitFor(() => expect(trainer.status).toBe("running"));
    expect(worker().step).toBe(5);
    expect(trainer.notice).toContain("2000 MB");
  });
});

describe("trainer, with params that touch no weight", () => {
  const row = {label: "", help: ""} as const;
  const number = {...row, kind: "number", default: 7, min: 0, max: 20, step: 1} as const;
  const guided = {
    ...ganPlane,
    params: {
      ...ganPlane.params,
      guidance: {...number, group: "sampling"},
      grid: {...row, kind: "switch", default: true, group: "view"},
    },
  } as unknown as Experiment;
  const begin = () => start(undefined, guided);
  const told = ({commands}: FakeWorker) =>
    commands.flatMap((each) => (each.type === "set" ? [[each.name, each.value]] : []));

  it("has the worker redraw where the weights stand, and the run remembers the last value only", async () => {
    const {trainer, worker, workers} = begin();
    await trainer.train();
    worker().advance(5);
    worker().advance(5);
    await trainer.setParam("guidance", 3);
    await trainer.pause();
    await trainer.setParam("guidance", 4);
    await trainer.seek(5);
    await trainer.setParam("guidance", 5);
    expect(told(worker())).toEqual([
      ["guidance", 3],
      ["guidance", 4],
      ["guidance", 5],
    ]);
    expect(trainer.position).toBe(5);
    expect(trainer.run).toMatchObject({number: 1, step: 10, changes: [], params: {guidance: 5}});
    expect(trainer.params.guidance).toBe(5);
    await trainer.train();
    expect(trainer.run).toMatchObject({number: 2, params: {guidance: 5}});
    expect(workers).toHaveLength(1);
  });

  it("tells no worker of the view's", async () => {
    const {trainer, worker} = begin();
    const seen: string[] = [];
    await trainer.step();
    trainer.subscribe((changed) => seen.push(changed));
    await trainer.setParam("grid", false);
    expect(seen).toEqual(["run", "view"]);
    expect(told(worker())).toEqual([]);
    expect(worker().params).not.toHaveProperty("grid");
    expect(trainer.run.params.grid).toBe(false);
  });

  it("begins with them, before there is a worker", async () => {
    const {trainer, workers, worker} = begin();
    await trainer.setParam("guidance", 3);
    expect([workers.length, trainer.status, trainer.run.number]).toEqual([0, "idle", 1]);
    await trainer.step();
    expect(worker().params.guidance).toBe(3);
    expect(told(worker())).toEqual([]);
  });

  it("takes a change along that comes while a worker starts", async () => {
    const drawing = startSlowly(guided);
    void drawing.trainer.drawStart();
    await vi.waitFor(() => expect(drawing.backends).toHaveLength(1));
    drawing.backends[0]!();
    await vi.waitFor(() => expect(drawing.workers).toHaveLength(1));
    await drawing.trainer.setParam("guidance", 3);
    expect(told(drawing.worker())).toEqual([["guidance", 3]]);
    drawing.worker().show();
    drawing.trainer.rest();
    const redrawn = drawing.trainer.setParam("guidance", 4);
    await vi.waitFor(() => expect(drawing.backends).toHaveLength(2));
    drawing.backends[1]!();
    await redrawn;
    expect([drawing.worker().params.guidance, drawing.trainer.status]).toEqual([4, "idle"]);

    const {backends, ...slow} = startSlowly(guided);
    void slow.trainer.train();
    await vi.waitFor(() => expect(backends).toHaveLength(1));
    const change = slow.trainer.setParam("guidance", 3);
    backends[0]!();
    await change;
    expect(slow.worker().params.guidance).toBe(3);
  });

  it("starts a worker for a run that was kept, to draw from its weights", async () => {
    const {trainer, worker} = begin();
    const run = newRun(guided, 1, defaultParams(guided.params));
    run.step = 5;
    const fake = new FakeWorker();
    fake.step = 5;
    trainer.resume(run, fake.checkpoint());
    await trainer.setParam("guidance", 3);
    expect(worker().step).toBe(5);
    expect(worker().params.guidance).toBe(3);
    expect(trainer.run).toBe(run);
  });

  it("resets to what the run began with, and makes a run again with what it had last", async () => {
    const {trainer} = begin();
    await trainer.setParam("guidance", 6);
    await trainer.step();
    await trainer.setParam("guidance", 3);
    await trainer.setParam("grid", false);
    const {run} = trainer;
    await trainer.reset();
    expect(trainer.run).toMatchObject({step: 0, params: {guidance: 6, grid: true}});
    await trainer.replay(run);
    expect(trainer.run).toMatchObject({step: 1, params: {guidance: 3, grid: false}});
  });

  it("goes to other params without a new run where they make no other weights", async () => {
    const {trainer, worker} = begin();
    await trainer.step();
    await trainer.goTo({...trainer.params, guidance: 3, grid: false});
    expect(trainer.run).toMatchObject({number: 1, step: 1, params: {guidance: 3, grid: false}});
    expect(told(worker())).toEqual([["guidance", 3]]);
    await trainer.goTo({...trainer.params, guidance: 4, seed: 9});
    expect(trainer.run).toMatchObject({number: 2, step: 0, params: {guidance: 4, seed: 9}});
  });
});

describe("trainer, for a reader who has guessed how a run begins", () => {
  it("measures a run before its first step, once", async () => {
    const {trainer, worker} = start();
    trainer.measuresStart = true;
    await trainer.step();
    await trainer.step();
    const sent = worker().commands.map(({type}) => type);
    expect(sent).toEqual(["start", "measure", "step", "step"]);
    expect(trainer.run.measurements.map(({step}) => step)).toEqual([0]);
  });

  it("measures nothing before the first step of others", async () => {
    const {trainer, worker} = start();
    await trainer.step();
    expect(worker().commands.map(({type}) => type)).toEqual(["start", "step"]);
  });
});

describe("trainer, when things happen at the wrong moment", () => {
  it("has one worker even where a start is overtaken by another", async () => {
    const {trainer, workers, backends} = startSlowly();
    const first = trainer.train();
    await vi.waitFor(() => expect(backends).toHaveLength(1));
    void trainer.restart(defaultParams(ganPlane.params));
    await vi.waitFor(() => expect(backends).toHaveLength(2));
    backends[0]!();
    await first;
    const asked = trainer.request({type: "measure"});
    backends[1]!();
    await asked;
    expect(workers.filter(({terminated}) => !terminated)).toHaveLength(1);
    expect(backends).toHaveLength(2);
  });

  it("does not wait for what was asked of a worker that was replaced", async () => {
    const {trainer, worker, backends} = startSlowly();
    void trainer.step();
    await vi.waitFor(() => expect(backends).toHaveLength(1));
    await trainer.restart(defaultParams(ganPlane.params));
    void trainer.train();
    await vi.waitFor(() => expect(trainer.status).toBe("loading"));
    expect(backends).toHaveLength(2);
    backends[1]!();
    await vi.waitFor(() => expect(trainer.status).toBe("running"));
    expect(worker().running).toBe(true);
  });

  it("starts training by itself only after a restart of a training", async () => {
    const {trainer, worker} = start();
    trainer.request({type: "measure"}).catch(() => {});
    await trainer.setParam("batchSize", 64);
    expect(trainer.status).toBe("idle");
    await trainer.train();
    await trainer.setParam("batchSize", 32);
    expect(worker().running).toBe(true);
  });

  it("trains as soon as it can where Train is pressed while a question starts the worker", async () => {
    const {trainer, workers, backends} = startSlowly();
    const asked = trainer.request({type: "measure"});
    await vi.waitFor(() => expect(backends).toHaveLength(1));
    expect([trainer.status, trainer.isBound], "so Train may be pressed").toEqual(["idle", false]);
    const told: boolean[] = [];
    trainer.subscribe(() => told.push(trainer.isBound));
    const pressed = trainer.train();
    await vi.waitFor(() => expect(trainer.status).toBe("loading"));
    expect([...new Set(told)], "once more it need not be").toEqual([true]);
    backends[0]!();
    await Promise.all([asked, pressed]);
    expect(workers.map(({running}) => running)).toEqual([true]);
    expect([trainer.status, trainer.isTraining]).toEqual(["running", true]);
  });

  it("leaves a run untouched that was reset before what was asked of it came up", async () => {
    const {trainer} = start();
    await trainer.step();
    await trainer.reset();
    const statuses = new Set<string>();
    trainer.subscribe(() => statuses.add(trainer.status));
    await trainer.request({type: "measure"});
    expect(trainer.status).toBe("idle");
    expect([...statuses].filter((status) => status !== "idle")).toEqual([]);
  });

  it("writes a change down in the run that it was made in", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(5);
    worker().answersSet = false;
    const change = trainer.setParam("learningRate", 0.01);
    await trainer.restart(trainer.run.params);
    await change;
    expect(trainer.run.changes).toEqual([]);
    expect(trainer.params.learningRate).toBe(0.002);
  });

  it("takes a change along into the worker that comes up or takes over meanwhile", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(5);
    await trainer.setParam("learningRate", 0.01);
    worker().answersSet = false;
    worker().advanceWithoutCheckpoint(2);
    const change = trainer.setParam("learningRate", 0.02);
    worker().die();
    await change;
    await vi.waitFor(() => expect(trainer.status).toBe("running"));
    expect(worker().params.learningRate).toBe(0.02);
    expect(trainer.run.changes.map(({step}) => step)).toEqual([5, 5]);
  });

  it("keeps a change that came after the last checkpoint through a crash", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(5);
    worker().advanceWithoutCheckpoint(2);
    await trainer.setParam("learningRate", 0.01);
    expect(trainer.run.changes[0]!.step).toBe(7);
    worker().die();
    await vi.waitFor(() => expect(trainer.status).toBe("running"));
    expect(worker().params.learningRate).toBe(0.01);
    expect(trainer.run.changes[0]!.step).toBe(5);
  });

  it("tells what makes no sense now and leaves the run as it is", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(5);
    worker().emit({type: "status", status: "done", step: 5, why: "step limit reached"});
    worker().refusal = {code: "wrong-state", message: "train is over", advice: "Start again."};
    await trainer.train();
    expect(trainer.status).toBe("done");
    expect(trainer.problem).toBeUndefined();
    expect(trainer.notice).toBe("train is over. Start again.");
  });

  it("keeps the explanation of a failure when the worker goes as well", async () => {
    const {trainer, worker} = start();
    await trainer.train();
    worker().advance(5);
    worker().fail({code: "diverged", message: "NaN", advice: "lower the learning rate"});
    worker().die();
    expect(trainer.status).toBe("failed");
    expect(trainer.problem?.message).toBe("NaN");
  });

  it.each([
    ["the choice of a back end", {backends: () => new Promise<never>(() => {})}],
    ["the list of the data files", {files: () => new Promise<never>(() => {})}],
  ])("fails with words where %s never comes, and can be tried again", async (what, host) => {
    vi.useFakeTimers();
    const {trainer, worker, hostIs} = start();
    hostIs(host);
    const pressed = trainer.train();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(trainer.status).toBe("loading");
    await vi.advanceTimersByTimeAsync(2000);
    await pressed;
    expect([trainer.status, trainer.isTraining]).toEqual(["failed", false]);
    expect(trainer.problem!.message.toLowerCase()).toContain(`${what} has not come for 60 seconds`);
    hostIs({backends: async () => both, files: async () => ({})});
    await trainer.train();
    expect(worker().running).toBe(true);
  });

  it.each([
    ["says nothing at all", 0],
    ["says only that it is alive", 130],
  ])("fails with words where a worker that starts %s", async (_, beats) => {
    vi.useFakeTimers();
    const {trainer, worker, workers} = start();
    FakeWorker.areSilent = true;
    const pressed = trainer.train();
    await vi.advanceTimersByTimeAsync(0);
    for (let i = 0; i < beats; i++) worker().emit({type: "alive", step: 0});
    await vi.advanceTimersByTimeAsync(beats === 0 ? 61_000 : 0);
    await pressed;
    expect([trainer.status, trainer.isTraining]).toEqual(["failed", false]);
    expect(trainer.problem!.message).toContain("engine has not come for 60 seconds");
    FakeWorker.areSilent = false;
    await trainer.train();
    expect(workers.map(({terminated}) => terminated)).toEqual([true, false]);
    expect(worker().running).toBe(true);
  });

  it("waits for a worker that computes for minutes before it can say anything more", async () => {
    vi.useFakeTimers();
    const {trainer, worker} = start();
    FakeWorker.areSilent = true;
    void trainer.train();
    await vi.advanceTimersByTimeAsync(0);
    worker().emit({type: "alive", step: 0});
    await vi.advanceTimersByTimeAsync(300_000);
    expect(trainer.status).toBe("loading");
    for (const part of ["backend", "experiment"] as const)
      worker().emit({type: "loaded", loaded: {part}});
    for (let i = 0; i < 300; i++) worker().emit({type: "alive", step: 0}); // a GPU computes, and leaves it the time
    await vi.advanceTimersByTimeAsync(0);
    expect(trainer.status).toBe("loading");
  });

  it("hears of everything, whatever goes wrong in who listens", async () => {
    const reported: unknown[] = [];
    vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
    const {trainer, worker} = start();
    const seen: string[] = [];
    trainer.subscribe((changed) => {
      if (changed === "curves") throw new Error("a figure has a fault");
    });
    trainer.subscribe((changed) => seen.push(changed));
    await trainer.train();
    worker().advance(2);
    expect(reported).toHaveLength(1);
    expect(seen).toContain("curves");
    expect(trainer.checkpoints.steps).toEqual([2]);
  });

  it("fails, not hangs, when a question needs a worker that can't start", async () => {
    const {trainer} = start(async () => Promise.reject(new Error("no manifest")));
    await expect(trainer.request({type: "measure"})).rejects.toThrow("no manifest");
    expect(trainer.status).toBe("failed");
    expect(trainer.problem?.message).toContain("no manifest");
  });
});

describe("trainer, repeating a run", () => {
  const recipe = () => ({
    ...newRun(ganPlane as Experiment, 1, defaultParams(ganPlane.params)),
    origin: "imported" as const,
    changes: [
      {step: 0, name: "learningRate", value: 0.01},
      {step: 4, name: "learningRate", value: 0.02},
    ],
    parts: [{step: 6, kind: "generator" as const, count: 2}],
    step: 10,
  });

  it("sets what was changed, before the first step too, comes to its end and measures there", async () => {
    const {trainer, workers, worker} = start();
    const replayed = trainer.replay(recipe());
    expect(trainer.isBound).toBe(true);
    expect(await replayed).toBe(true);
    expect(trainer.isBound).toBe(false);
    expect(trainer.run.measurements.at(-1)?.step).toBe(trainer.run.step);
    expect(workers).toHaveLength(1);
    const sent = worker().commands.map((command) =>
      command.type === "set"
        ? command.value
        : command.type === "step"
          ? `${command.kind ?? "whole"} ${command.count}`
          : command.type,
    );
    const steps = ["start", 0.01, "whole 4", 0.02, "whole 2", "generator 2", "whole 2"];
    expect(sent).toEqual([...steps, "measure"]);
    expect(trainer.run).toMatchObject({step: 10, parts: recipe().parts});
    expect(trainer.run.changes).toEqual(recipe().changes);
  });

  it("stops where the reader pauses it", async () => {
    const {trainer, worker} = start();
    trainer.subscribe(() => {
      if (trainer.status === "paused") worker().interruptsAt = 1;
    });
    expect(await trainer.replay(recipe())).toBe(false);
    expect(trainer.run.step).toBe(1);
    expect(worker().commands.map(({type}) => type)).toEqual(["start", "set", "step"]);
  });
});

describe("a trainer with a reader's function in a part's place", () => {
  const driver = {part: "generatorLoss", code: "export {}", standing: "passed"} as const;
  const startedWith = (worker: FakeWorker) =>
    worker.commands.flatMap((command) =>
      command.type === "start" ? [command.options.driver] : [],
    );

  it("starts a worker with it and a place for its code, in each run until it is taken out", async () => {
    const {trainer, workers, places} = start();
    await trainer.drive(driver);
    await trainer.train();
    await trainer.setParam("batchSize", 64);
    await trainer.reset();
    await trainer.train();
    await trainer.drive(undefined);
    await trainer.train();
    expect(workers.map(startedWith)).toEqual([[driver], [driver], [driver], [undefined]]);
    expect(places.map(({isRemoved}) => isRemoved)).toEqual([true, true, true]);
  });

  it("keeps it in the recipe: in history, branches, replays and restarts after a death", async () => {
    const {trainer, workers, worker, places} = start();
    await trainer.drive(driver);
    await trainer.train();
    worker().advance(5);
    worker().advance(5);
    await trainer.seek(5);
    await trainer.train();
    worker().die();
    await vi.waitFor(() => expect(trainer.status).toBe("running"));
    await trainer.drive(undefined);
    const [whole, branch] = trainer.history;
    expect([whole, branch].map((run) => run?.driver)).toEqual([driver, driver]);
    expect(trainer.run.driver).toBeUndefined();
    void trainer.replay(whole!);
    await vi.waitFor(() => expect(trainer.run.driver).toEqual(driver));
    await vi.waitFor(() => expect(startedWith(worker())).toEqual([driver]));
    expect(places.filter(({isRemoved}) => !isRemoved)).toHaveLength(1);
    trainer.dispose();
    expect(places.filter(({isRemoved}) => !isRemoved)).toHaveLength(0);
    expect(workers.every(({terminated}) => terminated)).toBe(true);
  });
});

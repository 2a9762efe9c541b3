import {describe, expect, it, vi} from "vitest";
import {ganPlane} from "../../lib/experiments/gan-plane.js";
import {defaultParams, type Params} from "../../lib/params.js";
import type {Checkpoint, Problem, Request, WorkerEvent} from "../../lib/training/protocol.js";
import {Trainer} from "../../src/experiment/trainer.js";

/** A worker whose "weights" are the number of steps taken; the test moves it on. */
class FakeWorker {
  onmessage: ((event: {data: WorkerEvent}) => void) | null = null;
  onerror: ((event: {message: string}) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly commands: Request[] = [];
  step = 0;
  running = false;
  terminated = false;
  params: Params = {};
  backends: readonly string[] = [];

  postMessage(request: Request): void {
    const command = structuredClone(request);
    this.commands.push(command);
    queueMicrotask(() => this.#answer(command));
  }

  terminate(): void {
    this.terminated = true;
  }

  /** Takes `count` steps; the last one ends in a checkpoint. */
  advance(count: number): void {
    const curve = Float32Array.from({length: count}, (_, i) => this.step + i + 1);
    const progress = {
      first: this.step + 1,
      curves: {discriminatorLoss: curve},
      msPerStep: 1,
      memory: {tensors: 10, bytes: 1000},
    };
    this.step += count;
    this.emit({type: "progress", progress});
    this.emit({type: "checkpoint", checkpoint: this.checkpoint()});
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
      const result = {backend: backends[0], timings: [], notes: [], step: this.step, weights: {}};
      this.emit({type: "reply", id, result});
      return;
    }
    if (command.type === "restore") this.step = command.checkpoint.step;
    this.emit({type: "reply", id, result: command.type === "set" ? this.step : undefined});
    if (command.type === "train") this.#status("running");
    if (command.type === "pause") this.#status("paused");
  }

  #status(status: "running" | "paused"): void {
    this.running = status === "running";
    this.emit({type: "status", status, step: this.step, why: ""});
  }
}

function start() {
  const workers: FakeWorker[] = [];
  const trainer = new Trainer(ganPlane, defaultParams(ganPlane.params), {
    createWorker: () => {
      workers.push(new FakeWorker());
      return workers.at(-1) as unknown as Worker;
    },
    files: async () => ({}),
    backends: async () => ({names: ["webgpu", "wasm"], notes: []}),
    wasmPaths: () => ({}),
  });
  return {trainer, workers, worker: () => workers.at(-1)!};
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

import {expect, test, vi} from "vitest";
import * as tf from "../../../lib/tf.js";
import type {Checkpoint, Progress} from "../../../lib/training/protocol.js";
import {Client, findToy, startedClient, toyStart} from "./session-client.js";
import {makeToySetup} from "./toy-setup.js";

const train = {type: "train"} as const;
const steps = (count: number) => ({type: "step", count}) as const;

async function trainToEnd(client: Client): Promise<void> {
  await Promise.all([client.status("done"), client.request(train)]);
}

function losses(client: Client): number[] {
  return client.all("progress").flatMap(({progress}) => [...progress.curves.loss!]);
}

test("a run trains to its last step: every loss arrives once, in order, and the loss falls", async () => {
  const client = await startedClient({params: {maxSteps: 100}});
  await trainToEnd(client);
  let next = 1;
  for (const {progress} of client.all("progress")) {
    expect(progress.first).toBe(next);
    next += progress.curves.loss!.length;
  }
  const all = losses(client);
  expect(all).toHaveLength(100);
  expect(all[99]!).toBeLessThan(0.1 * all[0]!);
  const end = {status: "done", step: 100, why: "step limit reached"};
  expect(client.last("status")).toMatchObject(end);
  await client.close();
});

test("checkpoints and measurements come at their cadence, and the last of each before `done`", async () => {
  const client = await startedClient({params: {maxSteps: 23}});
  await trainToEnd(client);
  expect(client.all("checkpoint").map(({checkpoint}) => checkpoint.step)).toEqual([
    0, 5, 10, 15, 20, 23,
  ]);
  expect(client.all("measurement").map(({measurement}) => measurement.step)).toEqual([10, 20, 23]);
  const types = client.events.map(({type}) => type).filter((type) => type !== "alive");
  const done = types.lastIndexOf("status");
  expect(types.lastIndexOf("measurement")).toBeLessThan(done);
  expect(types.lastIndexOf("checkpoint")).toBeLessThan(types.lastIndexOf("measurement"));
  expect(types.lastIndexOf("progress")).toBeLessThan(types.lastIndexOf("checkpoint"));
  await client.close();
});

test("going on from a checkpoint gives the same bits, in this worker and in a new one", async () => {
  const client = await startedClient();
  await client.request(steps(10));
  const middle = structuredClone(await client.request({type: "checkpoint"}));
  await client.request(steps(10));
  const end = client.last("checkpoint").checkpoint;
  expect(end.step).toBe(20);

  await client.request({type: "restore", checkpoint: middle});
  expect(client.last("status")).toMatchObject({status: "paused", step: 10});
  await client.request(steps(10));
  expect(await client.request({type: "checkpoint"})).toStrictEqual(end);
  await client.close();

  const other = await startedClient({checkpoint: middle});
  await other.request(steps(10));
  expect(await other.request({type: "checkpoint"})).toStrictEqual(end);
  await other.close();
});

test("the same seed gives the same losses, another seed others", async () => {
  const [a, b, c] = await Promise.all(
    [1, 1, 2].map((seed) => startedClient({params: {seed, maxSteps: 5}})),
  );
  for (const client of [a!, b!, c!]) await trainToEnd(client);
  expect(losses(a!)).toEqual(losses(b!));
  expect(losses(a!)).not.toEqual(losses(c!));
  for (const client of [a!, b!, c!]) await client.close();
});

test("pause stops between steps with a checkpoint, and train goes on from there", async () => {
  const client = await startedClient({params: {maxSteps: 100000}});
  await client.request(train);
  await client.until(({type}) => type === "progress");
  await client.request({type: "pause"});
  const {step} = client.last("status");
  expect(client.last("status")).toMatchObject({status: "paused", why: "paused"});
  expect(client.last("checkpoint").checkpoint.step).toBe(step);
  const count = losses(client).length;
  expect(count).toBe(step);
  expect(await client.request(steps(3))).toBe(3);
  expect(losses(client)).toHaveLength(count + 3);
  await client.close();
});

test("a pause interrupts a long step command, which then tells how many were taken", async () => {
  const client = await startedClient({params: {maxSteps: 100000}});
  const taken = client.request(steps(50000));
  await client.until(({type}) => type === "progress");
  await client.request({type: "pause"});
  expect(await taken).toBe(client.last("status").step);
  expect(await taken).toBeLessThan(50000);
  await client.close();
});

test("commands are answered in their order, between two steps of a run that goes on", async () => {
  const client = await startedClient({params: {maxSteps: 100000}});
  await client.request(train);
  const first = client.events.length;
  await Promise.all([
    client.request({type: "set", name: "learningRate", value: 0.01}),
    client.request({type: "measure"}),
    client.request({type: "ask", question: "echo", inputs: {}}),
    client.request({type: "pace", msPerStep: 1}),
  ]);
  const ids = client.events.slice(first).flatMap((event) => ("id" in event ? [event.id] : []));
  expect(ids.filter((id) => id > 0)).toEqual([3, 4, 5, 6]);
  expect(client.all("status").at(-1)!.status).toBe("running");
  await client.close();
});

test("a live param changes mid-run from the step that is told", async () => {
  const client = await startedClient();
  await client.request(steps(4));
  expect(await client.request({type: "set", name: "learningRate", value: 0})).toBe(4);
  const before = await client.request({type: "checkpoint"});
  await client.request(steps(2));
  const after = await client.request({type: "checkpoint"});
  expect(before.params).toMatchObject({learningRate: 0, seed: 1, width: 4});
  expect(after.arrays.weight0).toEqual(before.arrays.weight0);
  expect(after.arrays.velocity0).not.toEqual(before.arrays.velocity0);
  await client.close();
});

test("restoring puts the live params of the checkpoint back in force", async () => {
  const client = await startedClient();
  const checkpoint = structuredClone(await client.request({type: "checkpoint"}));
  await client.request(steps(2));
  const expected = losses(client);
  await client.request({type: "set", name: "learningRate", value: 0.5});
  await client.request({type: "restore", checkpoint});
  await client.request(steps(2));
  expect(losses(client).slice(2)).toEqual(expected);
  await client.close();
});

test("a start at a checkpoint holds to the live params that are asked for", async () => {
  const client = await startedClient();
  await client.request({type: "set", name: "learningRate", value: 0.5});
  const {checkpoint} = client.last("checkpoint");
  expect(checkpoint.params.learningRate).toBe(0.5);
  const other = await startedClient({params: {seed: 1, learningRate: 0.2}, checkpoint});
  expect((await other.request({type: "checkpoint"})).params.learningRate).toBe(0.2);
  await client.close();
  await other.close();
});

test.each([
  [
    {name: "width", value: 8},
    "width can't change while a run goes on (these can: learningRate, zoom, maxSteps)",
  ],
  [{name: "grid", value: false}, "grid can't change while a run goes on (these can: learningRate"],
  [{name: "zoom", value: 10}, "invalid zoom: 10 (a whole number from 0 to 9)"],
  [{name: "toString", value: 8}, "toString can't change while a run goes on"],
  [{name: "depth", value: 8}, "depth can't change while a run goes on"],
  [{name: "learningRate", value: -1}, "invalid learningRate: -1 (a number from 0 to 1e+39)"],
])("set %j is refused", async (change, message) => {
  const client = await startedClient();
  const problem = await client.refusal({type: "set", ...change});
  expect(problem).toMatchObject({code: "bad-params", message: expect.stringContaining(message)});
  await client.close();
});

test("a sampling param redraws a run that is paused or done, at once and without a step or a checkpoint", async () => {
  const client = await startedClient({params: {maxSteps: 7}});
  const drawnWith = async (zoom: number) => {
    const shown = client.until(({type}) => type === "snapshot");
    expect(await client.request({type: "set", name: "zoom", value: zoom})).toBe(
      client.last("progress").progress.first,
    );
    await shown;
    const {step, arrays} = client.last("snapshot").snapshot;
    return {step, heights: [...arrays.surface!.data]};
  };
  await client.request(steps(1));
  const before = await client.request({type: "checkpoint"});
  const checkpoints = client.all("checkpoint").length;
  const once = await drawnWith(1);
  const twice = await drawnWith(2);
  expect(twice.step).toBe(1);
  expect(twice.heights).toEqual(once.heights.map((height) => 2 * height));
  expect(await client.request({type: "checkpoint"})).toStrictEqual(before);
  expect(client.all("checkpoint")).toHaveLength(checkpoints);
  await trainToEnd(client);
  await client.request({type: "set", name: "zoom", value: 0});
  await flatAt(client, 7);
  expect(client.last("status")).toMatchObject({status: "done"});
  await client.request({type: "restore", checkpoint: before});
  await flatAt(client, 1);
  await client.close();
});

/** Resolves when the last picture is of `step`, with heights of 0. */
function flatAt(client: Client, step: number): Promise<void> {
  return vi.waitFor(() => {
    const {snapshot} = client.last("snapshot");
    expect(snapshot.step).toBe(step);
    expect([...snapshot.arrays.surface!.data].every((height) => height === 0)).toBe(true);
  });
}

test("the same losses come of it whatever is drawn with, from the start and in between", async () => {
  const plain = await startedClient({params: {maxSteps: 20}});
  await trainToEnd(plain);
  const other = await startedClient({params: {maxSteps: 20, zoom: 5, grid: false}});
  await other.request(steps(10));
  await other.request({type: "set", name: "zoom", value: 3});
  await trainToEnd(other);
  expect(losses(other)).toEqual(losses(plain));
  expect(other.last("checkpoint")).toStrictEqual(plain.last("checkpoint"));
  await plain.close();
  await other.close();
});

test("raising the limit of a finished run opens it again", async () => {
  const client = await startedClient({params: {maxSteps: 3}});
  await trainToEnd(client);
  expect(await client.refusal(train)).toMatchObject({
    code: "wrong-state",
    message: "train is not possible now: the run has reached its last step",
  });
  await client.request({type: "set", name: "maxSteps", value: 5});
  expect(client.last("status")).toMatchObject({status: "paused", step: 3});
  await trainToEnd(client);
  expect(client.last("status").step).toBe(5);
  await client.close();
});

test("commands out of place are refused with the reason, and nothing changes", async () => {
  const client = new Client();
  expect(await client.refusal(train)).toMatchObject({
    code: "wrong-state",
    message: "train is not possible now: there is no run yet",
  });
  await client.request({type: "start", options: toyStart});
  expect(await client.refusal({type: "start", options: toyStart})).toMatchObject({
    message: "start is not possible now: there is a run already",
  });
  await client.request({type: "pace", msPerStep: 5});
  await client.request(train);
  expect(await client.refusal(steps(1))).toMatchObject({
    message: "step is not possible now: the run goes on",
    advice: "Pause it first.",
  });
  await client.request({type: "pause"});
  expect(await client.refusal({...steps(1), kind: "generator"})).toMatchObject({
    message: "unknown kind of step: generator (one of half)",
  });
  expect(await client.refusal(steps(0))).toMatchObject({
    message: "invalid count: 0 (a whole number from 1)",
  });
  expect(await client.refusal({type: "ask", question: "why", inputs: {}})).toMatchObject({
    message: "unknown question: why (one of echo)",
  });
  expect(await client.refusal({type: "pace", msPerStep: -1})).toMatchObject({
    message: "invalid pace: -1 (a number of ms from 0)",
  });
  const fly = {type: "fly"} as unknown as typeof train;
  expect((await client.refusal(fly)).message).toContain("unknown command: fly (one of start,");
  await client.close();
});

test.each([
  [{params: {width: 0.5}}, "bad-params", "invalid width: 0.5 (a whole number from 1 to 64)"],
  [{params: {depth: 3}}, "bad-params", "unknown param: depth (one of seed, width"],
  [{experiment: "nope"}, "bad-params", "unknown experiment: nope (one of toy)"],
  [{backends: []}, "no-backend", "no back end given (one of webgpu, webgl, wasm, cpu)"],
  [
    {backends: ["webgpu"]},
    "no-backend",
    "The back end webgpu can't be used: this browser does not offer it.",
  ],
])("a start with %j is refused", async (options, code, message) => {
  const client = new Client();
  const start = {...toyStart, ...options} as typeof toyStart;
  const problem = await client.refusal({type: "start", options: start});
  expect(problem).toMatchObject({code, message: expect.stringContaining(message)});
  await client.request({type: "start", options: toyStart});
  await client.close();
});

test("a back end that is not there is noted, and the next one is used", async () => {
  const client = new Client();
  const backends = ["webgpu", "wasm"] as const;
  const started = await client.request({type: "start", options: {...toyStart, backends}});
  expect(started).toMatchObject({
    backend: "wasm",
    step: 0,
    weights: {net: 2 * 4 + 4 + 4 + 1},
    notes: ["The back end webgpu can't be used: this browser does not offer it."],
  });
  await client.close();
});

describeBadCheckpoints();
function describeBadCheckpoints(): void {
  const spoil: [string, (good: Checkpoint) => unknown, string][] = [
    ["of another experiment", (c) => ({...c, experiment: "gan-plane"}), "it is of gan-plane"],
    ["of another size", (c) => ({...c, params: {...c.params, width: 8}}), "its width is 8"],
    [
      "with a missing weight",
      ({arrays: {weight0, ...arrays}, ...c}) => ({...c, arrays}),
      "weight0",
    ],
    [
      "with NaN",
      (c) => ({
        ...c,
        arrays: {...c.arrays, weight1: {data: new Float32Array(4).fill(NaN), shape: [4]}},
      }),
      "its weight1 holds NaN",
    ],
    ["that is none", () => "step 3", 'checkpoint "step 3" (an object)'],
  ];
  test.each(spoil)("a checkpoint %s is refused and nothing changes", async (_, change, message) => {
    const client = await startedClient();
    await client.request(steps(3));
    const before = structuredClone(await client.request({type: "checkpoint"}));
    const bad = change(structuredClone(before)) as Checkpoint;
    const problem = await client.refusal({type: "restore", checkpoint: bad});
    expect(problem).toMatchObject({
      code: "bad-checkpoint",
      message: expect.stringContaining(message),
    });
    expect(await client.request({type: "checkpoint"})).toStrictEqual(before);
    await client.close();
  });
}

test("one picture at a time: the next comes when the last is drawn, and shows the newest weights", async () => {
  const client = await startedClient({params: {maxSteps: 60}});
  client.draws = false;
  await client.request({type: "pause"}); // the picture of the start has been sent by now
  const first = client.all("snapshot").length;
  await trainToEnd(client);
  expect(client.all("snapshot").length - first).toBeLessThanOrEqual(1);
  const drawn = client.until(({type}) => type === "snapshot");
  await client.request({type: "shown"});
  expect(await drawn).toMatchObject({snapshot: {step: 60}});
  await client.close();
});

test("slow motion leaves the asked time between steps and still obeys at once", async () => {
  const client = await startedClient({params: {maxSteps: 100}});
  await client.request({type: "pace", msPerStep: 40});
  const start = performance.now();
  await client.request(steps(5));
  expect(performance.now() - start).toBeGreaterThanOrEqual(4 * 40);
  await client.request({type: "pace", msPerStep: 60_000});
  await client.request(train);
  await client.request({type: "pause"});
  expect(performance.now() - start).toBeLessThan(30_000);
  await client.close();
});

test("a loss that leaves the finite ends the run by name, and a good checkpoint brings it back", async () => {
  const client = await startedClient({params: {maxSteps: 1000}});
  await client.request(steps(7));
  await client.request({type: "set", name: "learningRate", value: 1e30});
  const failed = client.until(({type}) => type === "failed");
  await client.request(train);
  expect(await failed).toMatchObject({
    problem: {code: "diverged", message: expect.stringMatching(/^loss became (NaN|Infinity) at/)},
  });
  expect(await client.refusal(steps(1))).toMatchObject({
    message: "step is not possible now: the run has failed",
  });
  const checkpoint = client.all("checkpoint").find((event) => event.checkpoint.step === 5)!;
  await client.request({type: "restore", checkpoint: checkpoint.checkpoint});
  expect(await client.request(steps(2))).toBe(2);
  expect(losses(client).slice(-2)).toEqual(losses(client).slice(5, 7));
  await client.close();
});

test("a checkpoint with weights that are not finite is never sent", async () => {
  const client = await startedClient();
  await client.request({type: "set", name: "learningRate", value: 1e39});
  const failed = client.until(({type}) => type === "failed");
  await client.request(steps(1)); // its loss is that of the weights before it
  expect(losses(client).every(Number.isFinite)).toBe(true);
  expect(await failed).toMatchObject({
    problem: {code: "diverged", message: "weight0 became -Infinity at step 1"},
  });
  expect(client.all("checkpoint").map(({checkpoint}) => checkpoint.step)).toEqual([0, 0]);
  await client.close();
});

test("files reach the setup; one that can't be had refuses the start with its own advice", async () => {
  const {FileProblem} = await import("../../../lib/datasets/file-problem.js");
  const source = {url: "digits.bin", bytes: 1, sha256: "", shape: [1]};
  const seen: unknown[] = [];
  const client = new Client({
    loadFile: async ({url}, _, onbytes) => {
      if (seen.length === 0) throw new FileProblem("missing", `missing file: ${url}`, "Retry.");
      onbytes(1);
      return Uint8Array.of(7);
    },
    find: findToy(async (context) => {
      seen.push(context.files);
      return makeToySetup(context);
    }),
  });
  const options = {...toyStart, files: {digits: source}};
  expect(await client.refusal({type: "start", options})).toEqual({
    code: "bad-file",
    message: "missing file: digits.bin",
    advice: "Retry.",
  });
  seen.push("now it is there");
  await client.request({type: "start", options});
  expect(seen.at(-1)).toEqual({digits: Uint8Array.of(7)});
  expect(client.all("loaded").map(({loaded}) => loaded)).toEqual([
    {part: "backend"},
    {part: "experiment"},
    {part: "backend"},
    {part: "experiment"},
    {part: "files", bytes: 1},
  ]);
  await client.close();
});

test("a benchmark times one back end, frees it, and leaves the worker to be ended", async () => {
  const client = new Client();
  const timing = await client.request({type: "benchmark", options: toyStart, backend: "wasm"});
  expect(timing).toMatchObject({backend: "wasm", msPerStep: expect.any(Number)});
  expect(timing.msPerStep).toBeGreaterThan(0);
  expect((await client.refusal({type: "start", options: toyStart})).message).toBe(
    "start is not possible now: this worker was for timing",
  );
  await client.close();
});

test("a checkpoint that is asked for comes after the numbers of all its steps", async () => {
  const client = await startedClient();
  await client.request({type: "train"});
  await client.until((event) => event.type === "progress");
  const {step} = await client.request({type: "checkpoint"});
  const told = client.all("progress").map(({progress}) => progress);
  const last = told.at(-1)!;
  expect(last.first - 1 + last.curves.loss!.length).toBeGreaterThanOrEqual(step);
  await client.close();
});

test("the worker says twice a second that it is alive, with or without a run", async () => {
  const client = new Client();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(client.all("alive").length).toBeGreaterThanOrEqual(2);
  await client.close();
});

test("progress tells the time of a step and the memory, which does not grow", async () => {
  const client = await startedClient({params: {maxSteps: 2000}});
  await trainToEnd(client);
  const all: Progress[] = client.all("progress").map(({progress}) => progress);
  const tensors = new Set(all.map(({memory}) => memory.tensors));
  expect(all.length).toBeGreaterThan(1);
  expect(tensors.size).toBe(1);
  expect(all.every(({msPerStep}) => msPerStep > 0)).toBe(true);
  await client.close();
});

test("dispose frees every tensor and ends the session", async () => {
  const before = tf.memory().numTensors;
  const client = await startedClient();
  await client.request(steps(7));
  await client.request({type: "inspect", network: "net"});
  await client.request({type: "export", network: "net"});
  const checkpoint = await client.request({type: "checkpoint"});
  await client.request({type: "restore", checkpoint});
  expect(tf.memory().numTensors).toBeGreaterThan(before);
  await client.close();
  expect(tf.memory().numTensors).toBe(before);
});

test("threads take turns in the run's own steps, and their number is told when it is decided", async () => {
  const threads = {size: 1, ready: 1, limit: 1, stop: vi.fn()};
  const limits: number[] = [];
  const asked = vi.fn(async () => threads);
  const client = await startedClient(
    {},
    {
      startThreads: asked,
      now: () => {
        limits.push(threads.limit);
        return performance.now();
      },
    },
  );
  await client.request(steps(3));
  expect(asked).toHaveBeenCalledWith(undefined);
  expect(new Set(limits)).toEqual(new Set([0, 1]));
  expect(client.last("progress").progress.threads).toBeUndefined();
  await client.close();

  const other = await startedClient({threads: 2}, {startThreads: asked});
  await other.request(steps(1));
  expect(asked).toHaveBeenLastCalledWith(2);
  expect(other.last("progress").progress.threads).toBe(2);
  await other.close();
});

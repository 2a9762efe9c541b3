import {MessageChannel} from "node:worker_threads";
import {afterEach, beforeAll, expect, test} from "vitest";
import {
  connectWorkers,
  GradientExchange,
  type MeanGradients,
  parallelGradients,
  type Shard,
} from "../../../lib/kernels/index.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const open: GradientExchange[] = [];
afterEach(() => {
  for (const exchange of open.splice(0)) exchange.close();
});

/** The exchanges of `workers` workers, all of them in this process. */
function exchanges(workers: number, shards: number): GradientExchange[] {
  const ports = connectWorkers(workers, () => new MessageChannel());
  const startTimer = () => () => {};
  const all = ports.map((own, worker) => {
    return new GradientExchange({ports: own, worker, shards, startTimer, memory: "transferred"});
  });
  open.push(...all);
  return all;
}

function variable(value: number): tf.Variable {
  return tf.tidy(() => tf.variable(tf.scalar(value)));
}

/** Worked by hand: loss = mean(w · x) over x = 1, 2, 6, so the loss is 3 w and its gradient 3. */
function mean(exchange: GradientExchange, w: tf.Variable, moving: tf.Variable) {
  const x = [1, 2, 6];
  const loss = ({start, rows}: Shard) => {
    const part = tf.tensor1d(x.slice(start, start + rows));
    const average = tf.mean(part);
    moving.assign(tf.add(moving, average));
    return [tf.mean(tf.mul(w, part)) as tf.Scalar, tf.mean(tf.square(part))] as const;
  };
  return parallelGradients(exchange, {batchSize: 3, loss, variables: [w], moving: [moving]});
}

test.each([1, 2])(
  "loss, gradient, moving average and others by hand, %i workers",
  async (workers) => {
    const before = tf.memory().numTensors;
    const weights = Array.from({length: workers}, () => variable(5));
    const moving = Array.from({length: workers}, () => variable(10));
    const results = await Promise.all(
      exchanges(workers, 2).map((exchange, i) => mean(exchange, weights[i]!, moving[i]!)),
    );
    for (const [i, {value, grads, others}] of results.entries()) {
      expect(value.dataSync()[0]).toBeCloseTo(15, 5);
      expect(grads[weights[i]!.name]!.dataSync()[0]).toBeCloseTo(3, 5);
      expect(moving[i]!.dataSync()[0]).toBeCloseTo(10 + 3, 5);
      expect(others.map((each) => each.dataSync()[0])).toStrictEqual([expect.closeTo(41 / 3, 4)]);
    }
    tf.dispose([...results, ...weights, ...moving] as tf.TensorContainer);
    expect(tf.memory().numTensors).toBe(before);
  },
);

test("the gradients of a network are those of the whole batch", async () => {
  const kernel = tf.variable(tf.randomNormal([3, 3, 2, 4], 0, 1, "float32", 1));
  const x = tf.randomNormal([7, 6, 5, 2], 0, 1, "float32", 2) as tf.Tensor4D;
  const cost = (part: tf.Tensor4D) =>
    tf.mean(tf.square(tf.relu(tf.conv2d(part, kernel as tf.Tensor4D, 2, "same")))) as tf.Scalar;
  const whole = tf.variableGrads(() => cost(x), [kernel]);
  const [alone] = exchanges(1, 3);
  const loss = ({start, rows}: Shard) => cost(tf.slice(x, start, rows));
  const cut = await parallelGradients(alone!, {batchSize: 7, loss, variables: [kernel]});
  const difference = (a: tf.Tensor, b: tf.Tensor) => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0];
  expect(difference(cut.value, whole.value)).toBeLessThan(1e-6);
  expect(difference(cut.grads[kernel.name]!, whole.grads[kernel.name]!)).toBeLessThan(1e-6);
});

test("a variable that the loss does not depend on has no gradient", async () => {
  const [w, idle] = [variable(2), variable(1)];
  const [a, b] = exchanges(2, 2);
  const step = {batchSize: 2, loss: () => tf.square(w) as tf.Scalar, variables: [idle, w]};
  const results = await Promise.all([parallelGradients(a!, step), parallelGradients(b!, step)]);
  for (const {grads} of results) expect(Object.keys(grads)).toStrictEqual([w.name]);
});

test("workers that train different networks are told so, and stay told", async () => {
  const [a, b] = exchanges(2, 2);
  const gradientsOf = (exchange: GradientExchange, size: number): Promise<MeanGradients> => {
    const w = tf.variable(tf.ones([size]));
    const loss = () => tf.sum(tf.square(w)) as tf.Scalar;
    return parallelGradients(exchange, {batchSize: 2, loss, variables: [w], compareEvery: 0});
  };
  const outcomes = await Promise.allSettled([gradientsOf(a!, 3), gradientsOf(b!, 4)]);
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({status: "rejected", reason: {message: /is elsewhere/}});
  await expect(gradientsOf(a!, 3)).rejects.toThrow(/worker 1 .*is elsewhere|worker 1 is elsewhere/);
});

test("two networks in turn share the buffers: none is made after the first rounds", async () => {
  const both = exchanges(2, 3);
  const round = (length: number) =>
    Promise.all(
      both.map(async (exchange, worker) => {
        const own = exchange.room(length).fill(worker + 1);
        return Array.from(await exchange.sum(own));
      }),
    );
  const made: number[] = [];
  for (let i = 0; i < 6; i++) {
    // Worker 0 has two of the three shards.
    expect(await round(100)).toStrictEqual(Array(2).fill(Array(100).fill(4)));
    expect(await round(7)).toStrictEqual(Array(2).fill(Array(7).fill(4)));
    made.push(both[0]!.buffersMade + both[1]!.buffersMade);
  }
  expect(made.at(-1)).toBe(made[1]);
});

test("two rounds at once are refused, and so are ports that do not fit", async () => {
  const [a] = exchanges(2, 2);
  void a!.sum(a!.room(1)).catch(() => {});
  await expect(a!.sum(a!.room(1))).rejects.toThrow("the round before is not over yet (await it)");
  expect(
    () =>
      new GradientExchange({
        ...{shards: 2, worker: 0, ports: [undefined, undefined]},
        startTimer: () => () => {},
      }),
  ).toThrow("invalid ports of worker 0: 0 (one for each of the other 1)");
});

import {createHash} from "node:crypto";
import {afterEach, beforeAll, describe, expect, test, vi} from "vitest";
import {type Maker, steps} from "../../../bench/steps.js";
import {
  attention,
  batchNormTraining,
  gelu,
  groupNorm,
  groupNormSilu,
  modulatedNorm,
  startThreads,
  type ThreadWorker,
  withSharedMemory,
} from "../../../lib/kernels/index.js";
import {states} from "../../../lib/kernels/threads/states.js";
import type {ThreadPool} from "../../../lib/kernels/threads/thread-pool.js";
import type {ThreadStart} from "../../../lib/kernels/threads/thread-program.js";
import type {Heap} from "../../../lib/kernels/wasm/heap.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {nodeWorker, simdBinary, startSharedWasm} from "../../shared-wasm.js";

let heap: Heap;
let pool: ThreadPool;
beforeAll(async () => {
  heap = await startSharedWasm();
});
afterEach(() => pool?.stop());

/** Three threads beside this one. */
async function startAll(): Promise<void> {
  pool = (await startThreads(3, nodeWorker)) as ThreadPool;
  await expect.poll(() => pool.ready).toBe(3);
}

function normal(shape: number[], seed: number): tf.Tensor {
  return tf.tensor(new Random(seed).normals(tf.util.sizeFromShape(shape)), shape);
}

function digestOf(tensor: tf.Tensor): string {
  return createHash("sha256")
    .update(tensor.dataSync() as Float32Array)
    .digest("hex");
}

/** What `compute` gives with 1, 2, 3 and 4 threads, and how many parts were given away in all. */
async function bitsOf(compute: () => tf.Tensor[] | Promise<readonly number[]>) {
  const given = vi.spyOn(pool, "compute");
  const results: (number | string)[][] = [];
  for (const limit of [0, 1, 2, 3]) {
    pool.limit = limit;
    const result = await compute();
    results.push(result.map((each) => (typeof each === "number" ? each : digestOf(each))));
  }
  const most = Math.max(0, ...given.mock.calls.map(([, parts]) => parts.length));
  given.mockRestore();
  return {results, most};
}

test("the memory of TF.js's binary is shared by one byte", () => {
  const shared = withSharedMemory(simdBinary);
  const other = [...shared.keys()].filter((i) => shared[i] !== simdBinary[i]);
  expect(other.map((i) => [simdBinary[i], shared[i]])).toEqual([[1, 3]]);
  expect(() => withSharedMemory(shared)).toThrow(
    "its memory can't be shared (flags 3, 1 expected)",
  );
  expect(() => withSharedMemory(simdBinary.subarray(0, 8))).toThrow("no memory of its own");
  expect(() => withSharedMemory(simdBinary.subarray(0, 9))).toThrow("cut short");
});

describe("bits are the same for any number of threads", () => {
  const conv = (x: tf.Tensor, w: tf.Tensor, stride: number, padding: "same" | "valid") => () => {
    const run = (a: tf.Tensor, b: tf.Tensor) =>
      tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, padding);
    const y = run(x, w);
    return [y, ...tf.grads(run)([x, w], normal(y.shape, 3))];
  };
  test.each<[string, () => () => tf.Tensor[]]>([
    [
      "a convolution by minimal filtering, padded",
      () => conv(normal([7, 15, 14, 16], 1), normal([3, 3, 16, 12], 2), 1, "same"),
    ],
    [
      "one that needs no padding",
      () => conv(normal([7, 15, 14, 8], 1), normal([3, 3, 8, 12], 2), 1, "valid"),
    ],
    [
      "one by strides",
      () => conv(normal([7, 14, 14, 12], 1), normal([4, 4, 12, 16], 2), 2, "same"),
    ],
    [
      "one that is done directly",
      () => conv(normal([5, 19, 17, 5], 1), normal([5, 5, 5, 7], 2), 1, "same"),
    ],
    [
      "one of few channels",
      () => conv(normal([9, 28, 28, 1], 1), normal([4, 4, 1, 24], 2), 2, "same"),
    ],
    [
      "one with few outputs",
      () => conv(normal([9, 28, 28, 8], 1), normal([4, 4, 8, 2], 2), 1, "same"),
    ],
    [
      "a product and its gradients",
      () => () => {
        const run = (a: tf.Tensor, b: tf.Tensor) => tf.matMul(a, b);
        const [a, b] = [normal([61, 170], 1), normal([170, 83], 2)];
        return [run(a, b), ...tf.grads(run)([a, b], normal([61, 83], 3))];
      },
    ],
    [
      "a product with an activation",
      () => () => [
        tf.fused.matMul({
          a: normal([61, 170], 1),
          b: normal([170, 83], 2),
          activation: "leakyrelu",
        }),
      ],
    ],
    [
      "a product of columns",
      () => () => [tf.matMul(normal([170, 61], 1), normal([83, 170], 2), true, true)],
    ],
    [
      "attention and its gradients",
      () => () => {
        const run = (...[q, k, v]: tf.Tensor[]) =>
          attention(q as tf.Tensor3D, k as tf.Tensor3D, v as tf.Tensor3D, 3);
        const inputs = [1, 2, 3].map((seed) => normal([7, 29, 36], seed));
        return [run(...inputs), ...tf.grads(run)(inputs, normal([7, 29, 36], 4))];
      },
    ],
    [
      "activations and their gradients",
      () => () => {
        const x = normal([7, 9, 11, 211], 1);
        const functions = [tf.relu, tf.elu, tf.selu, tf.tanh, tf.softplus, tf.exp, tf.square, gelu];
        return [...functions, (v: tf.Tensor) => tf.leakyRelu(v, 0.3)].flatMap((f) => {
          const run = f as (v: tf.Tensor) => tf.Tensor;
          return [run(x), tf.grad(run)(x, normal(x.shape, 2))];
        });
      },
    ],
    [
      "sums, differences, products and quotients",
      () => () => {
        const x = normal([5, 13, 11, 179], 1);
        const others = [x.shape, [179], [11, 1], [5, 1, 1, 1], [5, 1, 1, 179], [1], []];
        return others.flatMap((shape, i) => {
          const other = normal(shape, 2 + i);
          return [tf.add, tf.sub, tf.mul, tf.div, tf.squaredDifference, tf.minimum].flatMap((f) => [
            f(x, other),
            f(other, x),
          ]);
        });
      },
    ],
    [
      "pooling and its gradients",
      () => () => {
        const x = normal([13, 15, 14, 19], 1) as tf.Tensor4D;
        return ([2, 3] as const).flatMap((size) => {
          const max = (v: tf.Tensor) => tf.maxPool(v as tf.Tensor4D, size, 2, "same");
          const average = (v: tf.Tensor) => tf.avgPool(v as tf.Tensor4D, size, 2, "same");
          const dy = normal(max(x).shape, 2);
          return [max(x), tf.grad(max)(x, dy), tf.grad(average)(x, dy)];
        });
      },
    ],
    [
      "group normalisation with SiLU and its gradients",
      () => () => {
        const run = (...[x, shift, gamma, beta]: tf.Tensor[]) =>
          groupNormSilu(x!, {
            ...{shift: shift as tf.Tensor2D, gamma: gamma as tf.Tensor1D},
            ...{beta: beta as tf.Tensor1D, groups: 3, epsilon: 1e-5},
          });
        const inputs = [[9, 11, 10, 36], [9, 36], [36], [36]].map((shape, i) => normal(shape, i));
        return [run(...inputs), ...tf.grads(run)(inputs, normal([9, 11, 10, 36], 4))];
      },
    ],
    [
      "batch and group normalisation",
      () => () => {
        const x = normal([11, 15, 16, 60], 1);
        const [gamma, beta] = [normal([60], 2), normal([60], 3)];
        const given = [normal([60], 4), tf.abs(normal([60], 5))] as const;
        return [
          tf.batchNorm(x, ...given, beta, gamma),
          batchNormTraining(x, gamma, beta, 1e-5).y,
          groupNorm(x, 5, gamma, beta, 1e-5),
        ];
      },
    ],
    [
      "a modulated norm and its gradients",
      () => () => {
        const run = (...[x, scale, shift]: tf.Tensor[]) =>
          modulatedNorm(x!, {scale: scale!, shift: shift!, epsilon: 1e-5});
        const inputs = [
          [9, 70, 101],
          [9, 101],
          [9, 101],
        ].map((shape, i) => normal(shape, i));
        return [run(...inputs), ...tf.grads(run)(inputs, normal([9, 70, 101], 4))];
      },
    ],
  ])("of %s", async (_, make) => {
    await startAll();
    const compute = make();
    const {results, most} = await bitsOf(() => tf.tidy(compute));
    expect(most).toBe(4);
    for (const result of results) expect(result).toEqual(results[0]);
  });

  test.each(["cnn reference", "gan reference", "u-net", "transformer"])(
    "of steps of the %s",
    async (name) => {
      await startAll();
      const {results, most} = await bitsOf(async () => {
        const step = (steps[name] as Maker)(24, "ours");
        const losses: number[] = [];
        for (let i = 0; i < 3; i++) losses.push(...(await step()));
        return losses;
      });
      expect(most).toBe(4);
      for (const result of results) expect(result).toEqual(results[0]);
    },
  );
});

describe("a thread that is of no use", () => {
  const [a, b] = [() => normal([64, 200], 1), () => normal([200, 64], 2)];
  const product = () => tf.tidy(() => [...tf.matMul(a(), b()).dataSync()]);
  const small = () => tf.tidy(() => tf.matMul(normal([8, 9], 1), normal([9, 8], 2)));

  /** A pool of one thread that does with its slot what `act` does, whenever it is woken. */
  function startOne(act: (words: Int32Array) => void): ThreadWorker {
    const worker = {
      postMessage({words, word}: ThreadStart) {
        const own = words.subarray(word);
        own[0] = states.idle;
        const {notify} = Atomics;
        vi.spyOn(Atomics, "notify").mockImplementation((array, index, count) => {
          act(own);
          return notify(array, index, count);
        });
      },
      terminate: vi.fn(),
    };
    pool = heap.startThreads(1, () => worker, 1)!;
    return worker;
  }
  afterEach(() => vi.restoreAllMocks());

  test("because it has not come leaves all to the caller", async () => {
    const expected = product();
    pool = (await startThreads(2, () => ({postMessage() {}, terminate() {}}))) as ThreadPool;
    expect([pool.ready, pool.size]).toEqual([0, 2]);
    expect(product()).toEqual(expected);
  });

  test("because it does not begin is not waited for", () => {
    const expected = product();
    startOne(() => {});
    for (let i = 0; i < 2; i++) expect(product()).toEqual(expected);
    expect(pool.ready).toBe(1);
  });

  test("because it fails has its part done by the caller", () => {
    const expected = product();
    startOne((words) => {
      if (words[0] === states.posted) words[0] = states.failed;
    });
    expect(product()).toEqual(expected);
  });

  test("because it was ended at work is given up, with all others, and the run goes on", () => {
    const expected = product();
    const {terminate} = startOne((words) => {
      if (words[0] === states.posted) words[0] = states.running;
    });
    expect(product()).toEqual(expected);
    expect(terminate).toHaveBeenCalledOnce();
    expect([pool.ready, pool.size]).toEqual([0, 0]);
    expect(product()).toEqual(expected);
  });

  test("because it was ended from outside leaves its parts to the caller", async () => {
    const expected = product();
    const workers: ThreadWorker[] = [];
    pool = (await startThreads(1, (script) => {
      workers.push(nodeWorker(script));
      return workers[0]!;
    })) as ThreadPool;
    await expect.poll(() => pool.ready).toBe(1);
    expect(product()).toEqual(expected);
    await workers[0]!.terminate();
    expect(product()).toEqual(expected);
  });

  test("because it has no scratch is lent some, and finds a block of it the next time", () => {
    const expected = product();
    const lent: number[][] = [];
    startOne((words) => {
      if (words[0] === states.posted && words[4]! < 100_000) {
        words[5] = 100_000;
        words[0] = states.wants;
      } else if (words[0] === states.posted || words[0] === states.running) {
        lent.push([words[3]!, words[4]!, words[5]!]);
        words[6] = 100_000;
        words[0] = states.failed;
      }
    });
    for (let i = 0; i < 3; i++) expect(product()).toEqual(expected);
    const [first, second, third] = lent;
    expect(first![2]).toBeGreaterThan(0);
    expect(second![1]).toBeGreaterThanOrEqual(100_000);
    expect(third).toEqual(second);
  });

  test("because memory has ended leaves its part to the caller", () => {
    const expected = product();
    const {wasm} = tf.backend() as unknown as {wasm: {_malloc(bytes: number): number}};
    const {_malloc} = wasm;
    wasm._malloc = (bytes) => (bytes > 2 ** 30 ? 0 : _malloc(bytes));
    const given: number[] = [];
    startOne((words) => {
      if (words[0] === states.running) {
        given.push(words[5]!);
        words[0] = states.failed;
      } else if (words[0] === states.posted) {
        words[5] = 2 ** 30;
        words[0] = states.wants;
      }
    });
    expect(product()).toEqual(expected);
    expect(given).toEqual([0]);
    wasm._malloc = _malloc;
  });

  test("gets nothing of a small kernel", () => {
    startOne(() => {});
    const given = vi.spyOn(pool, "compute");
    small().dispose();
    expect(given).not.toHaveBeenCalled();
    product();
    expect(given).toHaveBeenCalledOnce();
  });
});

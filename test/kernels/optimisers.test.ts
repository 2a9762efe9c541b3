import "@tensorflow/tfjs-backend-cpu";
import {afterEach, beforeAll, describe, expect, test, vi} from "vitest";
import {adam, momentum, rmsprop, sgd} from "../../lib/kernels/index.js";
import {optimisers} from "../../lib/kernels/wasm/optimisers.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {startWasm} from "../wasm.js";
import {expectClose, normal} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

type Arguments = readonly (number | boolean | null | undefined)[];
type Make = (...args: never[]) => tf.Optimizer;

const makers = {
  adam: [adam, tf.train.adam],
  sgd: [sgd, tf.train.sgd],
  momentum: [momentum, tf.train.momentum],
  rmsprop: [rmsprop, tf.train.rmsprop],
} as const satisfies Record<string, readonly [Make, Make]>;

interface Case {
  readonly name: keyof typeof makers;
  readonly args: Arguments;
}

const random = new Random(7);
const uniform = (low: number, high: number) => random.uniform(low, high);
/** Mostly drawn, at times left to the default. */
const perhaps = <T>(value: T): T | undefined => (random.integer(4) === 0 ? undefined : value);
const rate = () => 10 ** uniform(-3, -1);

function drawCase(): Case {
  const draws: Record<Case["name"], () => Arguments> = {
    adam: () => [
      perhaps(rate()),
      perhaps(uniform(0, 0.99)),
      perhaps(uniform(0.5, 0.9999)),
      perhaps(10 ** uniform(-8, -3)),
    ],
    sgd: () => [rate()],
    momentum: () => [rate(), uniform(0, 0.95), perhaps(random.integer(2) === 1)],
    rmsprop: () => [
      rate(),
      perhaps(uniform(0.5, 0.99)),
      perhaps(uniform(0, 0.9)),
      perhaps(10 ** uniform(-8, -3)),
      false,
    ],
  };
  const names = Object.keys(makers) as Case["name"][];
  const name = names[random.integer(names.length)]!;
  return {name, args: draws[name]()};
}

/** Those that chance might miss. A root of less than nothing makes a centred average NaN; a negative epsilon avoids it. */
const corners: Case[] = [
  {name: "adam", args: []},
  {name: "adam", args: [0.01, 0, 0]},
  {name: "adam", args: [0.01, 0.9, 0.999, 0]},
  {name: "momentum", args: [0.01, 0, true]},
  {name: "momentum", args: [0.01, 0.9, true]},
  {name: "rmsprop", args: [0.01]},
  {name: "rmsprop", args: [0.001, 0.9, 0.5, -1e-2, true]},
];
const cases = [...corners, ...Array.from({length: 24}, drawCase)];

function make({name, args}: Case, isOurs: boolean): tf.Optimizer {
  const [ours, stock] = makers[name];
  return (isOurs ? ours : stock)(...(args as [never, never]));
}

/** One value, tails of one to three behind whole vectors, several axes, none at all. */
const shapes = [[3, 5], [7], [1], [2, 3, 1, 5], [], [0, 4], [16], [9, 2]];

function variables(seed = 1): tf.Variable[] {
  const random = new Random(seed);
  return tf.tidy(() => shapes.map((shape) => tf.variable(normal(shape, random))));
}

function gradients(weights: readonly tf.Variable[], step: number) {
  const random = new Random(100 + step);
  return weights.map(({name, shape}) => ({name, tensor: normal(shape, random)}));
}

function steps(optimiser: tf.Optimizer, weights: readonly tf.Variable[], from: number, to: number) {
  for (let step = from; step < to; step++) {
    const named = gradients(weights, step);
    optimiser.applyGradients(named);
    tf.dispose(named.map(({tensor}) => tensor));
  }
}

async function valuesOf(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  return Promise.all(tensors.map(async (each) => Float32Array.from(await each.data())));
}

/** The weights after 20 steps on random gradients, and the optimiser's state. */
async function run(one: Case, backend: string, isOurs: boolean): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const weights = variables();
  const optimiser = make(one, isOurs);
  steps(optimiser, weights, 0, 20);
  const state = await optimiser.getWeights();
  const values = await valuesOf([...weights, ...state.map(({tensor}) => tensor)]);
  tf.dispose(weights);
  optimiser.dispose();
  await tf.setBackend("wasm");
  return values;
}

describe.each(cases)("$name $args", (one) => {
  test("20 steps have the bits of tf.train on cpu, by the kernel and by the composition", async () => {
    const reference = await run(one, "cpu", false);
    for (const values of reference)
      expect(values.every((value) => Number.isFinite(value))).toBe(true);
    expect(await run(one, "wasm", true)).toEqual(reference);
    expect(await run(one, "cpu", true)).toEqual(reference);
  });

  test("its config and name are tf.train's", () => {
    const [ours, stock] = [make(one, true), make(one, false)];
    expect(ours.getConfig()).toEqual(stock.getConfig());
    expect(ours.getClassName()).toBe(stock.getClassName());
    expect(ours).toBeInstanceOf(tf.Optimizer);
    const Class = ours.constructor as unknown as typeof tf.SGDOptimizer;
    const again = Class.fromConfig(Class as never, ours.getConfig()) as unknown as tf.Optimizer;
    expect(again.getConfig()).toEqual(stock.getConfig());
  });
});

/** One of each rule. */
const rules: Case[] = [
  {name: "adam", args: [0.01, 0.8, 0.99]},
  {name: "sgd", args: [0.01]},
  {name: "momentum", args: [0.01, 0.9]},
  {name: "momentum", args: [0.01, 0.9, true]},
  {name: "rmsprop", args: [0.01, 0.9, 0.5]},
  {name: "rmsprop", args: [0.001, 0.9, 0.5, -1e-2, true]},
];

describe.each(rules)("$name $args", (one) => {
  test("fits a model as tf.train does", async () => {
    const train = async (isOurs: boolean) => {
      const units = (n: number, seed: number) => ({
        units: n,
        kernelInitializer: tf.initializers.randomNormal({stddev: 0.5, seed}),
      });
      const model = tf.sequential({
        layers: [
          tf.layers.dense({...units(9, 1), inputShape: [5], activation: "tanh"}),
          tf.layers.dense({...units(3, 2), useBias: false}),
        ],
      });
      model.compile({optimizer: make(one, isOurs), loss: "meanSquaredError"});
      const [x, y] = [normal([40, 5], new Random(3)), normal([40, 3], new Random(4))];
      const {history} = await model.fit(x, y, {
        batchSize: 10,
        epochs: 5,
        shuffle: false,
        verbose: 0,
      });
      const values = await valuesOf(model.getWeights());
      tf.dispose([x, y]);
      model.dispose();
      return [...values, history.loss as number[]];
    };
    const [ours, reference] = [await train(true), await train(false)];
    for (const [i, values] of reference.entries()) expectClose(ours[i]!, values, tolerances.cpu);
    const losses = ours.at(-1)!;
    expect(losses.at(-1)!).toBeLessThan(losses[0]!);
  });

  test("after its first step it allocates nothing", async () => {
    const {wasm} = tf.backend() as unknown as {wasm: {_malloc(bytes: number): number}};
    const weights = variables();
    const optimiser = make(one, true);
    const [first, second] = [gradients(weights, 0), gradients(weights, 1)];
    optimiser.applyGradients(first);
    const malloc = vi.spyOn(wasm, "_malloc");
    const before = tf.memory();
    for (let i = 0; i < 3; i++) optimiser.applyGradients(second);
    expect(tf.memory()).toEqual(before);
    expect(malloc).not.toHaveBeenCalled();
    malloc.mockRestore();
    tf.dispose([...first, ...second].map(({tensor}) => tensor));
  });

  test("dispose frees what it made", async () => {
    const before = tf.memory().numTensors;
    const weights = variables();
    const optimiser = make(one, true);
    steps(optimiser, weights, 0, 2);
    const saved = await optimiser.getWeights();
    expect(await optimiser.getWeights()).toHaveLength(saved.length);
    // The number of steps is the caller's, as in TF.js.
    tf.dispose([saved[0]!.tensor, ...weights]);
    optimiser.dispose();
    expect(tf.memory().numTensors - before).toBe(1);
  });

  test("whoever shares a variable's values keeps the old ones", async () => {
    const made = normal([3, 5], new Random(1));
    const [a, b] = [tf.variable(made), tf.variable(made)];
    const optimiser = make(one, true);
    const shared = [made, tf.clone(a), tf.reshape(b, [15])];
    const old = await valuesOf(shared);
    steps(optimiser, [a, b], 0, 3);
    const later = tf.clone(a);
    const middle = await valuesOf([later]);
    steps(optimiser, [a, b], 3, 6);
    expect(await valuesOf(shared)).toEqual(old);
    expect(await valuesOf([later])).toEqual(middle);

    const [c, d] = [tf.variable(made), tf.variable(made)];
    steps(make(one, false), [c, d], 0, 6);
    expect(await valuesOf([a, b])).toEqual(await valuesOf([c, d]));
  });

  test("a state goes from tf.train's and back, bit-equal", async () => {
    const ways = [
      [false, true],
      [true, false],
      [true, true],
    ] as const;
    for (const [before, after] of ways) {
      const [straight, weights] = [variables(), variables()];
      steps(make(one, before), straight, 0, 8);
      const first = make(one, before);
      steps(first, weights, 0, 5);
      const second = make(one, after);
      const saved = await first.getWeights();
      await second.setWeights(saved);
      expect(second.iterations).toBe(5);
      const again = await second.getWeights();
      expect(again.map(({name}) => name)).toEqual(saved.map(({name}) => name));
      expect(again.map(({tensor}) => tensor.shape)).toEqual(saved.map((each) => each.tensor.shape));
      steps(second, weights, 5, 8);
      const [ours, reference] = [await valuesOf(weights), await valuesOf(straight)];
      for (const [i, values] of reference.entries())
        expectClose(ours[i]!, values, tolerances.restart);
    }
  });

  test("weights without a gradient stay, others may come later", async () => {
    const apply = async (isOurs: boolean) => {
      const weights = variables();
      const optimiser = make(one, isOurs);
      for (const [step, present] of [[0], [0, 1, 2], [2], [0, 1, 2, 3]].entries()) {
        const named = gradients(weights, step).slice(0, Math.max(...present) + 1);
        for (const [i, each] of named.entries())
          if (!present.includes(i)) Object.assign(each, {tensor: null});
        optimiser.applyGradients(named);
      }
      const state = await optimiser.getWeights();
      return valuesOf([...weights, ...state.map(({tensor}) => tensor)]);
    };
    expect(await apply(true)).toEqual(await apply(false));
  });

  test("gradients by name, of one value, of whole numbers, and the weights themselves", async () => {
    const apply = async (isOurs: boolean) => {
      const [a, b, c] = [1, 2, 3].map((seed) => tf.variable(normal([2, 3], new Random(seed))));
      const optimiser = make(one, isOurs);
      const named = {[a!.name]: tf.scalar(0.5), [b!.name]: tf.tensor1d([1, 2, 3], "int32")};
      for (let i = 0; i < 3; i++) optimiser.applyGradients({...named, [c!.name]: c!});
      const values = await valuesOf([a!, b!, c!]);
      tf.dispose([a, b, c]);
      return values;
    };
    expect(await apply(true)).toEqual(await apply(false));
  });

  test("minimize moves the variables that the loss depends on", async () => {
    const apply = async (isOurs: boolean) => {
      const [a, b] = [tf.variable(tf.scalar(1)), tf.variable(tf.tensor1d([2, 3]))];
      const optimiser = make(one, isOurs);
      const loss = () => tf.sum(tf.square(tf.mul(a, b))) as tf.Scalar;
      const costs = [0, 1, 2].map(() => optimiser.minimize(loss, true, [a, b])!);
      const values = await valuesOf([...costs, a, b]);
      tf.dispose([a, b]);
      return values;
    };
    expect(await apply(true)).toEqual(await apply(false));
  });

  test("what does not fit is refused, and the weights stay", async () => {
    const weights = tf.variable(normal([2, 3], new Random(1)));
    const whole = tf.variable(tf.tensor1d([1, 2], "int32"), true, undefined, "int32");
    const old = await valuesOf([weights]);
    const apply = (tensor: tf.Tensor, ...names: string[]) =>
      make(one, true).applyGradients(names.map((name) => ({name, tensor})));
    const g = tf.ones([2, 3]);
    expect(() => apply(g, weights.name, "nobody")).toThrow("unknown variable: nobody");
    expect(() => apply(g, weights.name, whole.name)).toThrow("dtype of the new value (float32)");
    expect(() => apply(tf.ones([4]), weights.name)).toThrow("broadcast");
    expect(() => apply(tf.ones([2, 2, 3]), weights.name)).toThrow(/broadcast|rank/i);
    expect(await valuesOf([weights])).toEqual(old);
  });
});

test("a learning rate can be changed where tf.train's can", async () => {
  for (const isOurs of [true, false]) {
    const weights = tf.variable(tf.tensor1d([1]));
    const [a, b, c, d] = rules.map((one) => make(one, isOurs));
    Object.assign(a!, {learningRate: 0});
    (b as tf.SGDOptimizer).setLearningRate(0);
    (c as tf.MomentumOptimizer).setLearningRate(0);
    const e = make({name: "rmsprop", args: [1]}, isOurs);
    Object.assign(e, {learningRate: 0});
    for (const optimiser of [a!, b!, c!, e])
      optimiser.applyGradients([{name: weights.name, tensor: tf.tensor1d([1])}]);
    expect((await weights.data())[0]).toBe(1);
    d!.applyGradients([{name: weights.name, tensor: tf.tensor1d([1])}]);
    expect((await weights.data())[0]).not.toBe(1);
  }
});

test("a momentum can be changed", async () => {
  const weights = tf.variable(tf.tensor1d([0]));
  const optimiser = momentum(1, 0.5);
  const gradient = [{name: weights.name, tensor: tf.tensor1d([1])}];
  optimiser.applyGradients(gradient);
  optimiser.setMomentum(0);
  optimiser.applyGradients(gradient);
  expect((await weights.data())[0]).toBe(-2);
  expect(optimiser.getConfig()).toMatchObject({momentum: 0});
});

test("a state that does not fit is refused", async () => {
  const weights = tf.variable(tf.zeros([2, 3]));
  const iterations = {name: "iter", tensor: tf.scalar(1, "int32")};
  const slot = (shape: number[]) => ({name: "x/m", tensor: tf.zeros(shape)});
  await expect(sgd(1).setWeights([iterations, slot([1])])).rejects.toThrow(
    "SGD optimizer does not have settable weights.",
  );
  await expect(adam().setWeights([iterations, slot([1])])).rejects.toThrow(
    "invalid number of slots: 1 (a multiple of 2)",
  );
  await expect(adam().setWeights([iterations, slot([1]), slot([2])])).rejects.toThrow(
    "invalid shape of x/m: [2] ([1])",
  );
  const optimiser = adam();
  await optimiser.setWeights([iterations, slot([4]), slot([4])]);
  expect(() => optimiser.applyGradients([{name: weights.name, tensor: tf.zeros([2, 3])}])).toThrow(
    `invalid shape of ${weights.name}: [2,3] ([4], as x/m has it)`,
  );
  expect(() => rmsprop(undefined as unknown as number)).toThrow(
    "learningRate for RMSPropOptimizer must be defined.",
  );
});

test.each(rules)("a saved model goes on with tf.train's $name $args", async (one) => {
  const model = tf.sequential({layers: [tf.layers.dense({units: 3, inputShape: [2]})]});
  model.compile({optimizer: make(one, true), loss: "meanSquaredError"});
  const [x, y] = [normal([8, 2], new Random(1)), normal([8, 3], new Random(2))];
  const fit = (each: tf.LayersModel) => each.fit(x, y, {epochs: 3, shuffle: false, verbose: 0});
  await fit(model);
  const files: tf.io.ModelArtifacts[] = [];
  const handler = tf.io.withSaveHandler(async (artifacts) => {
    files.push(artifacts);
    return {modelArtifactsInfo: {dateSaved: new Date(0), modelTopologyType: "JSON"}};
  });
  await model.save(handler, {includeOptimizer: true});
  const loaded = await tf.loadLayersModel(tf.io.fromMemory(files[0]!));
  expect(loaded.optimizer.getClassName()).toBe(model.optimizer.getClassName());
  expect(loaded.optimizer.iterations).toBe(3);
  await Promise.all([model, loaded].map(fit));
  const [ours, theirs] = [await valuesOf(model.getWeights()), await valuesOf(loaded.getWeights())];
  for (const [i, values] of theirs.entries()) expectClose(ours[i]!, values, tolerances.restart);
});

test("weights and slots follow to another back end", async () => {
  const [ours, stock] = [variables(), variables()];
  const [a, b] = rules.slice(0, 1).flatMap((one) => [make(one, true), make(one, false)]);
  for (const [i, backend] of ["wasm", "cpu", "wasm"].entries()) {
    await tf.setBackend(backend);
    steps(a!, ours, 2 * i, 2 * i + 2);
    steps(b!, stock, 2 * i, 2 * i + 2);
  }
  expect(await valuesOf(ours)).toEqual(await valuesOf(stock));
});

test("where the compiled code can't run, the composition takes over", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const w = tf.variable(tf.tensor1d([1, 2]));
  const averageKernel = optimisers.find(({name}) => name === "AverageWeights")!;
  averageKernel.make(undefined)({
    inputs: [w, tf.tensor1d([3, 6])] as unknown as tf.NamedTensorInfoMap,
    attrs: {starts: [0], params: [0.5]},
    backend: {},
  });
  expect([...(await w.data())]).toEqual([2, 4]);
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});

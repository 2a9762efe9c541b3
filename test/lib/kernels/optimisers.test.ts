import "@tensorflow/tfjs-backend-cpu";
import {afterEach, beforeAll, describe, expect, test} from "vitest";
import {momentum} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, normal} from "./checks.js";
import {
  type Arguments,
  type Case,
  gradients,
  make,
  makers,
  rules,
  steps,
  valuesOf,
  variables,
} from "./optimiser-cases.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

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

describe("the numbers of an optimiser", () => {
  const publics = {
    sgd: ["learningRate"],
    momentum: ["learningRate", "momentum", "useNesterov"],
    rmsprop: ["learningRate", "decay", "momentum", "epsilon", "centered"],
    adam: ["learningRate", "beta1", "beta2", "epsilon"],
  };

  test.each(rules)("$name($args) are read as those of TF.js's", (one) => {
    const [ours, theirs] = [make(one, true), make(one, false)].map((each) => Object(each));
    for (const name of publics[one.name]) {
      expect(ours[name], name).toBeDefined();
      expect(ours[name], name).toBe(theirs[name]);
    }
  });

  test.each(["sgd", "momentum", "adam", "rmsprop"] as const)(
    "the learning rate of %s holds from the next step",
    async (name) => {
      const one = rules.find((rule) => rule.name === name)!;
      const weights = variables();
      const [stays, changes] = [weights, variables()];
      const [first, second] = [make(one, true), make(one, true)];
      steps(first, stays, 0, 1);
      Object(second).learningRate = 0;
      steps(second, changes, 0, 1);
      expect(await valuesOf(changes)).toEqual(await valuesOf(variables()));
      expect(await valuesOf(stays)).not.toEqual(await valuesOf(changes));
      expect(Object(second).getConfig().learningRate).toBe(0);
    },
  );

  test("the momentum, too", async () => {
    const [plain, still] = [momentum(0.1, 0.9), momentum(0.1, 0)];
    const [a, b] = [variables(), variables()];
    plain.momentum = 0;
    steps(plain, a, 0, 3);
    steps(still, b, 0, 3);
    expect(await valuesOf(a)).toEqual(await valuesOf(b));
  });
});

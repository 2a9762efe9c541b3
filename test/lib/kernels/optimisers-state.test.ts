import {afterEach, beforeAll, expect, test} from "vitest";
import {adam, rmsprop, sgd} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, normal} from "./checks.js";
import {make, rules, steps, valuesOf, variables} from "./optimiser-cases.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

test.each(rules)("$name $args: a state goes from tf.train's and back", async (one) => {
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

test.each(rules)("a saved model goes on with tf.train's $name $args", async (one) => {
  const model = tf.sequential({layers: [tf.layers.dense({units: 3, inputShape: [2]})]});
  model.compile({optimizer: make(one, true), loss: "meanSquaredError"});
  const [x, y] = [normal([8, 2], new Random(1)), normal([8, 3], new Random(2))];
  const train = (each: tf.LayersModel) => each.fit(x, y, {epochs: 3, shuffle: false, verbose: 0});
  await train(model);
  const files: tf.io.ModelArtifacts[] = [];
  const handler = tf.io.withSaveHandler(async (artifacts) => {
    files.push(artifacts);
    return {modelArtifactsInfo: {dateSaved: new Date(0), modelTopologyType: "JSON"}};
  });
  await model.save(handler, {includeOptimizer: true});
  const loaded = await tf.loadLayersModel(tf.io.fromMemory(files[0]!));
  expect(loaded.optimizer.getClassName()).toBe(model.optimizer.getClassName());
  expect(loaded.optimizer.iterations).toBe(3);
  await Promise.all([model, loaded].map(train));
  const [ours, theirs] = [await valuesOf(model.getWeights()), await valuesOf(loaded.getWeights())];
  for (const [i, values] of theirs.entries()) expectClose(ours[i]!, values, tolerances.restart);
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

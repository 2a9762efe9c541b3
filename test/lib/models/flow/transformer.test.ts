import {afterEach, beforeAll, expect, test} from "vitest";
import {Adam} from "../../../../lib/models/adam.js";
import {descend, trainableWeights} from "../../../../lib/models/descent.js";
import {
  emptyTransformer,
  lookNames,
  type TransformerShape,
  transformer,
} from "../../../../lib/models/flow/transformer.js";
import {transformerPass} from "../../../../lib/models/flow/transformer-pass.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import reference from "../../../reference/transformer.json" with {type: "json"};
import {wave} from "../../../reference/wave.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const sizes = {side: 4, channels: 1, patch: 2, width: 4, blocks: 2, heads: 2};
const tiny: TransformerShape = {...sizes, timeSize: 3, classes: 2};
const batch = 2;

/** With the weights of transformer.py. */
function withWaves(): tf.LayersModel {
  const network = emptyTransformer(tiny);
  const values = network.weights.map(({originalName, shape}) => {
    const k = reference.order.indexOf(originalName);
    expect(k, originalName).toBeGreaterThanOrEqual(0);
    return wave(k, 0.3, shape as number[], originalName.endsWith("-scale/bias") ? 1 : 0);
  });
  network.setWeights(values);
  return network;
}

const inputs = () => [
  wave(100, 1, [batch, 4, 4, 1]),
  wave(101, 1, [batch, 3]),
  wave(102, 1, [batch, 2]),
];

function expectAlike(values: ArrayLike<number>, expected: readonly number[], name: string): void {
  expect(values.length, name).toBe(expected.length);
  const scale = Math.max(...expected.map(Math.abs), 1e-3);
  for (const [i, value] of expected.entries())
    expect(Math.abs(values[i]! - value) / scale, `${name} ${i}`).toBeLessThan(2e-5);
}

test("says what PyTorch's layers say, with their gradients", async () => {
  const network = withWaves();
  const [picture, time, told] = inputs();
  expectAlike(await transformerPass(network, inputs()).data(), reference.output, "output");
  const push = wave(103, 1, [batch, 4, 4, 1]);
  const loss = () =>
    tf.sum(tf.mul(transformerPass(network, [picture!, time!, told!]), push)) as tf.Scalar;
  const {grads} = tf.variableGrads(loss, trainableWeights(network));
  expect(Object.keys(grads).length).toBe(reference.order.length);
  for (const weight of network.trainableWeights) {
    const {originalName} = weight;
    const expected = reference.weights[originalName as keyof typeof reference.weights];
    expectAlike(await grads[weight.name]!.data(), expected, originalName);
  }
  const ofPicture = (x: tf.Tensor) => tf.mul(transformerPass(network, [x, time!, told!]), push);
  expectAlike(await tf.grad(ofPicture)(picture!).data(), reference.picture, "picture");
});

test("its stock layers by themselves say the same, and who looks at whom", async () => {
  const network = withWaves();
  const names = lookNames(tiny).flat();
  const outputs = [
    network.outputs[0]!,
    ...names.map((name) => network.getLayer(name).output as tf.SymbolicTensor),
  ];
  const opened = tf.model({inputs: network.inputs, outputs});
  const [said, ...looks] = opened.predictOnBatch(inputs()) as tf.Tensor[];
  expectAlike(await said!.data(), reference.output, "output");
  for (const [i, look] of looks.entries()) {
    expect(look.shape).toEqual([batch, 4, 5]);
    const name = names[i] as keyof typeof reference.looks & string;
    expectAlike(await look.data(), reference.looks[name], name);
  }
});

test("says 0 at first, its blocks are not there yet, and then it hears time and class", async () => {
  const network = transformer(tiny, new Random(1));
  const say = async () => [...(await transformerPass(network, inputs()).data())];
  expect(await say()).toEqual(new Array(batch * 16).fill(0));
  const open = (name: string) => {
    const layer = network.getLayer(name);
    layer.setWeights(layer.getWeights().map((w) => tf.fill(w.shape, 0.3)));
  };
  open("last");
  const [picture, time] = inputs();
  const withTold = async (told: tf.Tensor) => [
    ...(await transformerPass(network, [picture!, time!, told]).data()),
  ];
  const [one, other] = [tf.tensor2d([1, 0, 1, 0], [2, 2]), tf.tensor2d([0, 1, 0, 1], [2, 2])];
  expect(await withTold(one)).toEqual(await withTold(other));
  open("block1-see-gate");
  expect(await withTold(one)).not.toEqual(await withTold(other));
});

test.each([{patch: 3}, {heads: 3}])("sizes that do not fit are refused: %j", (changes) => {
  expect(() => emptyTransformer({...tiny, ...changes})).toThrow(/invalid transformer/);
});

test("learns a batch by heart", async () => {
  const network = transformer({...tiny, width: 8}, new Random(1));
  const adam = new Adam(trainableWeights(network), {learningRate: 0.01});
  const [picture, time, told] = inputs();
  const target = wave(5, 1, [batch, 4, 4, 1]);
  const forward = () => {
    const said = transformerPass(network, [picture!, time!, told!]);
    return {loss: tf.mean(tf.squaredDifference(said, target)) as tf.Scalar};
  };
  const step = () => tf.tidy(() => descend(adam, forward).loss.dataSync()[0]!);
  const first = step();
  for (let i = 0; i < 30; i++) step();
  const tensors = tf.memory().numTensors;
  expect(step()).toBeLessThan(0.2 * first);
  expect(tf.memory().numTensors).toBe(tensors);
  adam.dispose();
});

import {afterEach, beforeAll, describe, expect, test} from "vitest";
import {Adam} from "../../../../lib/models/adam.js";
import {descend, trainableWeights} from "../../../../lib/models/descent.js";
import {kernelPass} from "../../../../lib/models/flow/kernel-pass.js";
import {emptyUNet, type UNetShape, uNet} from "../../../../lib/models/flow/unet.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import references from "../../../reference/unet.json" with {type: "json"};
import {wave} from "../../../reference/wave.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const tiny: UNetShape = {side: 4, channels: 1, width: 4, blocks: 1, timeSize: 3, classes: 2};
const batch = 2;

/** As in unet.py, in groups of 4 channels, and each by itself, where at half the side four numbers are normalised and rounding weighs more. */
const forms = [
  ["before norm", {told: "before norm", groupWidth: 4}, 2e-5],
  ["after norm", {told: "after norm", groupWidth: 1}, 5e-5],
  ["with attention", {told: "before norm", groupWidth: 4, attention: true}, 2e-5],
] as const;

/** With the weights of unet.py. */
function withWaves(shape: UNetShape, order: readonly string[]): tf.LayersModel {
  const network = emptyUNet(shape);
  const values = network.weights.map(({originalName, shape}) => {
    if (originalName.endsWith("moving_mean")) return tf.zeros(shape as number[]);
    if (originalName.endsWith("moving_variance")) return tf.ones(shape as number[]);
    const k = order.indexOf(originalName);
    expect(k, originalName).toBeGreaterThanOrEqual(0);
    return wave(k, 0.3, shape as number[], originalName.endsWith("gamma") ? 1 : 0);
  });
  network.setWeights(values);
  return network;
}

const inputs = () => [
  wave(100, 1, [batch, 4, 4, 1]),
  wave(101, 1, [batch, 3]),
  wave(102, 1, [batch, 2]),
];

describe.each(forms)("%s", (name, form, most) => {
  const reference = references[name];
  const make = () => withWaves({...tiny, ...form}, reference.order);
  const expectAlike = (values: ArrayLike<number>, expected: readonly number[], name: string) => {
    expect(values.length, name).toBe(expected.length);
    // What a norm takes away again, such as a bias before that of single channels, has a gradient of 0.
    const largest = Math.max(...expected.map(Math.abs));
    const scale = largest < 1e-9 ? 0.1 : largest;
    for (const [i, value] of expected.entries())
      expect(Math.abs(values[i]! - value) / scale, `${name} ${i}`).toBeLessThan(most);
  };

  test("says what PyTorch's layers say, with their gradients", async () => {
    const network = make();
    const [picture, time, told] = inputs();
    expectAlike(await kernelPass(network, inputs()).data(), reference.output, "output");
    const push = wave(103, 1, [batch, 4, 4, 1]);
    const loss = () =>
      tf.sum(tf.mul(kernelPass(network, [picture!, time!, told!]), push)) as tf.Scalar;
    const {grads} = tf.variableGrads(loss, trainableWeights(network));
    expect(Object.keys(grads).length).toBe(reference.order.length);
    for (const weight of network.trainableWeights) {
      const {originalName} = weight;
      const expected = reference.weights[originalName as keyof typeof reference.weights];
      expectAlike(await grads[weight.name]!.data(), expected, originalName);
    }
    const ofPicture = (x: tf.Tensor) => tf.mul(kernelPass(network, [x, time!, told!]), push);
    expectAlike(await tf.grad(ofPicture)(picture!).data(), reference.picture, "picture");
  });

  test("its stock layers by themselves say the same", async () => {
    const network = make();
    const stock = network.predictOnBatch(inputs()) as tf.Tensor;
    expectAlike(await stock.data(), reference.output, "output");
  });
});

test("takes what stands together in one kernel, and its gradient in another", async () => {
  const network = uNet({...tiny, width: 8}, new Random(1));
  const weights = trainableWeights(network);
  const loss = () => tf.mean(tf.square(kernelPass(network, inputs()))) as tf.Scalar;
  const {kernels} = await tf.profile(() => tf.tidy(() => void tf.variableGrads(loss, weights)));
  const count = (name: string) => kernels.filter((each) => each.name === name).length;
  for (const gradient of ["", "Grad"]) {
    expect(count(`GroupNormSilu${gradient}`)).toBe(7);
    expect(count(`Convolution3x3${gradient}`)).toBe(6);
    expect(count(`Dense${gradient}`)).toBe(6);
  }
  const apart = ["GroupNorm", "FusedBatchNorm", "BatchMatMul", "_FusedMatMul"];
  expect(kernels.filter(({name}) => apart.includes(name))).toEqual([]);
  // Of sums there is the one of the ways up and across, and those of gradients: none with rest or row.
  expect(count("Add")).toBeLessThanOrEqual(13);
});

test("is as large as it should be, says 0 at first, and is told time and class", async () => {
  const shape = {...tiny, side: 14, width: 16, blocks: 2, timeSize: 16, classes: 10};
  const network = uNet(shape, new Random(1));
  expect(network.countParams()).toBeGreaterThan(70_000);
  expect(network.countParams()).toBeLessThan(130_000);
  const picture = tf.tensor(new Random(2).normals(196), [1, 14, 14, 1]);
  const say = async (time: tf.Tensor, told: tf.Tensor) => [
    ...(await kernelPass(network, [picture, time, told]).data()),
  ];
  const [time, told] = [tf.zeros([1, 16]), tf.zeros([1, 10])];
  expect(await say(time, told)).toEqual(new Array(196).fill(0));
  network.getLayer("last").setWeights([tf.ones([3, 3, 16, 1]), tf.zeros([1])]);
  const plain = await say(time, told);
  expect(await say(tf.ones([1, 16]), told)).not.toEqual(plain);
  expect(await say(time, tf.ones([1, 10]))).not.toEqual(plain);
});

test("attention adds nothing at first, and looks are shares", () => {
  const make = (attention: boolean) => {
    const network = uNet({...tiny, attention}, new Random(3));
    network.getLayer("last").setWeights([tf.ones([3, 3, 4, 1]), tf.zeros([1])]);
    return network;
  };
  const [plain, attending] = [make(false), make(true)];
  const said = (network: tf.LayersModel) => [...kernelPass(network, inputs()).dataSync()];
  for (const weight of plain.weights) {
    const same = attending.weights.find(({originalName}) => originalName === weight.originalName)!;
    same.write(weight.read());
  }
  expect(said(attending)).toEqual(said(plain));
  const look = attending.getLayer("attention-look").output as tf.SymbolicTensor;
  const looks = tf.model({inputs: attending.inputs, outputs: look}).predict(inputs()) as tf.Tensor;
  expect(looks.shape).toEqual([batch, 4, 4]);
  for (const sum of tf.sum(looks, 2).dataSync()) expect(sum).toBeCloseTo(1, 5);
});

test("a network that is told no class has two inputs", () => {
  const network = uNet({...tiny, classes: 0}, new Random(1));
  expect(network.inputs.map(({sourceLayer}) => sourceLayer.name)).toEqual(["picture", "time"]);
});

test("learns a batch by heart", async () => {
  const network = uNet({...tiny, width: 8}, new Random(1));
  const adam = new Adam(trainableWeights(network), {learningRate: 0.01});
  const [picture, time, told] = inputs();
  const target = wave(5, 1, [batch, 4, 4, 1]);
  const forward = () => {
    const said = kernelPass(network, [picture!, time!, told!]);
    return {loss: tf.mean(tf.squaredDifference(said, target)) as tf.Scalar};
  };
  const step = () => tf.tidy(() => descend(adam, forward).loss.dataSync()[0]!);
  const first = step();
  for (let i = 0; i < 60; i++) step();
  const tensors = tf.memory().numTensors;
  expect(step()).toBeLessThan(0.02 * first);
  expect(tf.memory().numTensors).toBe(tensors);
  adam.dispose();
});

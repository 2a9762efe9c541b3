/** How many dispatches single kernels take, and losses with their gradients; counted in a page. */
import {
  attention,
  randomNormal,
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
} from "../../lib/kernels/index.js";
import * as tf from "../../lib/tf.js";
import {watch} from "./webgpu-watch.js";

export function kernelCounts(): Record<string, number> {
  return tf.tidy(() => ({...normalisations(), ...losses(), ...others()}));
}

function dispatchesOf(f: () => unknown): number {
  let count = 0;
  const stop = watch(GPUComputePassEncoder.prototype, "dispatchWorkgroups", () => count++);
  f();
  stop();
  return count;
}

/** On the device: TF.js computes what it can of small tensors on the host. */
function ones(shape: number[]): tf.Tensor {
  return tf.tanh(tf.ones(shape));
}

function normalisations(): Record<string, number> {
  const [x, gamma] = [ones([2, 3, 4, 8]), ones([8])];
  const batch = {dy: x, x, gamma, beta: gamma, mean: gamma, variance: gamma, scale: gamma};
  const group = {...batch, mean: ones([2, 2]), variance: ones([2, 2])};
  const modulation = {scale: ones([2, 8]), shift: ones([2, 8])};
  const attrs = {epsilon: 1e-3, varianceEpsilon: 1e-3, groups: 2};
  const kernels: [name: string, inputs: tf.NamedTensorMap][] = [
    ["BatchNormTraining", batch],
    ["BatchNormTrainingGrad", batch],
    ["FusedBatchNormGrad", batch],
    ["GroupNorm", group],
    ["GroupNormGrad", group],
    ["ModulatedNorm", {x, ...modulation}],
    ["ModulatedNormGrad", {dy: x, x, ...modulation}],
  ];
  return Object.fromEntries(
    kernels.map(([name, inputs]) => [
      name,
      dispatchesOf(() => tf.engine().runKernel(name, inputs, attrs)),
    ]),
  );
}

function losses(): Record<string, number> {
  const [labels, logits] = [ones([4, 5]), ones([4, 5])];
  const cost = (loss: (labels: tf.Tensor, logits: tf.Tensor) => tf.Scalar) =>
    dispatchesOf(() => tf.valueAndGrad((x) => loss(labels, x))(logits));
  return {
    softmaxCrossEntropy: cost(softmaxCrossEntropy),
    "stock softmaxCrossEntropy": cost(tf.losses.softmaxCrossEntropy),
    sigmoidCrossEntropy: cost(sigmoidCrossEntropy),
    "tf.losses.sigmoidCrossEntropy": cost(tf.losses.sigmoidCrossEntropy),
  };
}

function others(): Record<string, number> {
  const [x, bias] = [ones([3, 8]), ones([8])];
  const picture = ones([2, 5, 8]) as tf.Tensor3D;
  const query = ones([2, 5, 8]);
  const look = (x: tf.Tensor) => attention(x as tf.Tensor3D, picture, picture, 2);
  const layer = (x: tf.Tensor, bias: tf.Tensor) => tf.relu(tf.add(x, bias));
  return {
    randomNormal: dispatchesOf(() => randomNormal([1000], 0, 1, 5)),
    attention: dispatchesOf(() => look(query)),
    "attention with its gradient": dispatchesOf(() => tf.grad(look)(query, picture)),
    "relu after a bias, forward and back": dispatchesOf(() => tf.grads(layer)([x, bias], x)),
  };
}

import type {Stroke} from "../figures/paint/drawn-digit.js";
import type {NamedArrays, NdArray} from "../lib/array.js";
import type {LayerOutputs} from "../lib/models/plain-classifier.js";
import type {InspectedLayer, Inspection} from "../lib/training/protocol.js";

/** The layers with kernels, and what each of them sees. */
export const convolutions = [
  {name: "conv1", words: "1: 16 maps of 28 by 28", before: "the picture", channels: 1},
  {name: "conv2", words: "2: 32 maps of 14 by 14", before: "the 16 maps before", channels: 16},
  {name: "conv3", words: "3: 32 maps of 5 by 5", before: "the 32 maps before", channels: 32},
] as const;

/** A 2, so that there is something to see at first. */
export const firstStrokes: readonly Stroke[] = [
  [
    [8, 9],
    [10, 6],
    [14, 5],
    [18, 7],
    [18, 11],
    [15, 15],
    [11, 19],
    [8, 22],
    [13, 22],
    [20, 22],
  ].map(([x, y]) => ({x: x!, y: y!})),
];

/** A pass in the form in which the insides of networks are shown. */
export function asInspection(
  picture: Float32Array,
  outputs: LayerOutputs,
  weights: NamedArrays,
): Inspection {
  const activations: Record<string, NdArray> = {};
  for (const [name, {data, shape}] of Object.entries(outputs))
    activations[name] = {data, shape: [1, ...shape]};
  return {
    step: 0,
    layers: [
      convolution("conv1", undefined, outputs, "same"),
      convolution("conv2", "pool1", outputs, "same"),
      convolution("conv3", "pool2", outputs, "valid"),
    ],
    input: {data: picture, shape: [1, 28, 28, 1]},
    ...{weights, activations, otherInputs: {}},
  };
}

function convolution(
  name: keyof LayerOutputs,
  input: string | undefined,
  outputs: LayerOutputs,
  padding: "same" | "valid",
): InspectedLayer {
  return {
    ...{name, type: "Conv2D", outputShape: [null, ...outputs[name].shape], parameters: 0},
    ...(input && {input}),
    activation: "relu",
    convolution: {strides: [1, 1], padding, isTransposed: false},
  };
}

/** Softmax of the logits. */
export function shares(logits: Float32Array): Float32Array {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

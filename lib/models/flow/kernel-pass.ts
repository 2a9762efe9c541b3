/**
 * A pass through a network of stock layers, with its gradients, by the course's kernels: what `network.apply` gives, several times as fast.
 *
 * What unet.ts makes of several layers is one kernel each, as is a dense layer:
 *
 *   SiLU of the group normalisation of x, or of x plus a row [1, 1, C]      layer and batch normalisation with "swish" behind
 *   group normalisation of x                                                the same without "swish"
 *   x + convolution by 3 x 3 windows                                        the convolution and the sum that alone it goes into
 */
import {convolve3x3, dense, groupNorm, groupNormSilu, silu} from "../../kernels/index.js";
import type * as tf from "../../tf.js";
import {variableOf} from "../model-state.js";

type Layer = tf.layers.Layer;

/** What a layer gives. */
type OutputOf = (layer: Layer) => tf.Tensor;

/** What a layer computes. */
type Computation = (outputOf: OutputOf) => tf.Tensor;

/** `inputs` in the order of the network's. Its output [B, ...]. */
export function kernelPass(network: tf.LayersModel, inputs: readonly tf.Tensor[]): tf.Tensor {
  const made = new Map<Layer, tf.Tensor>();
  network.inputs.forEach(({sourceLayer}, i) => {
    made.set(sourceLayer, inputs[i]!);
  });
  const outputOf: OutputOf = (layer) => {
    const value = made.get(layer) ?? computationOf(layer)(outputOf);
    made.set(layer, value);
    return value;
  };
  return outputOf(network.outputs[0]!.sourceLayer);
}

/** A layer's form is looked at once, not in each pass. */
const computations = new WeakMap<Layer, Computation>();

function computationOf(layer: Layer): Computation {
  const known = computations.get(layer) ?? planned(layer);
  computations.set(layer, known);
  return known;
}

function planned(layer: Layer): Computation {
  const sources = sourcesOf(layer);
  const [first, last] = sources;
  if (layer.getClassName() === "Activation") return activated(first!);
  if (layer.getClassName() === "BatchNormalization") return normalised(layer);
  if (isWindow3x3(layer)) return convolved(layer);
  if (layer.getClassName() === "Add" && isWindow3x3(last!) && goesOnce(last!))
    return convolved(last!, first);
  if (isPlainDense(layer)) return densely(layer);
  return (outputOf) => {
    const inputs = sources.map(outputOf);
    return layer.apply(inputs.length > 1 ? inputs : inputs[0]!, {training: true}) as tf.Tensor;
  };
}

/** SiLU of what `source` gives; in one with its normalisation, if it is one. */
function activated(source: Layer): Computation {
  if (source.getClassName() !== "BatchNormalization") return (outputOf) => silu(outputOf(source));
  const {of, ...options} = normalisation(source);
  const {x, row} = withRow(of);
  return (outputOf) => groupNormSilu(outputOf(x), {...options, ...(row && {shift: outputOf(row)})});
}

function normalised(scale: Layer): Computation {
  const {of, groups, gamma, beta, epsilon} = normalisation(scale);
  return (outputOf) => groupNorm(outputOf(of), groups, gamma, beta, epsilon);
}

/** What is normalised, by the groups of the layer normalisation that stands two layers before `scale`, and how. */
function normalisation(scale: Layer) {
  const [gamma, beta] = scale.weights.map(variableOf);
  const [normal] = sourcesOf(sourcesOf(scale)[0]!);
  const groups = (normal!.outputShape as number[])[2]!;
  const epsilon = normal!.getConfig().epsilon as number;
  return {of: sourcesOf(sourcesOf(normal!)[0]!)[0]!, groups, gamma: gamma!, beta: beta!, epsilon};
}

/** What a row [C] is added to in `layer`, if in nothing else, and the layer that gives the row. */
function withRow(layer: Layer): {readonly x: Layer; readonly row?: Layer} {
  const [x, last] = sourcesOf(layer);
  const isSum = layer.getClassName() === "Add" && goesOnce(layer);
  const [height, width] = (last?.outputShape ?? []).slice(1) as number[];
  if (!isSum || last!.getClassName() !== "Reshape" || height !== 1 || width !== 1)
    return {x: layer};
  return {x: x!, row: sourcesOf(last!)[0]!};
}

function convolved(layer: Layer, rest?: Layer): Computation {
  const [source] = sourcesOf(layer);
  const [filter, bias] = layer.weights.map(variableOf);
  const weights = {
    filter: filter as tf.Variable<tf.Rank.R4>,
    bias: bias as tf.Variable<tf.Rank.R1>,
  };
  return (outputOf) =>
    convolve3x3(outputOf(source!) as tf.Tensor4D, {
      ...weights,
      ...(rest && {rest: outputOf(rest) as tf.Tensor4D}),
    });
}

function densely(layer: Layer): Computation {
  const [source] = sourcesOf(layer);
  const [weights, bias] = layer.weights.map(variableOf);
  return (outputOf) =>
    dense(
      outputOf(source!) as tf.Tensor2D,
      weights as tf.Variable<tf.Rank.R2>,
      bias as tf.Variable<tf.Rank.R1>,
    );
}

function isWindow3x3(layer: Layer): boolean {
  if (layer.getClassName() !== "Conv2D") return false;
  const {kernelSize, strides, padding, activation, useBias} = layer.getConfig();
  const isPlain = padding === "same" && activation === "linear" && useBias === true;
  return isPlain && `${kernelSize} ${strides}` === "3,3 1,1";
}

function isPlainDense(layer: Layer): boolean {
  const {activation, useBias} = layer.getConfig();
  return layer.getClassName() === "Dense" && activation === "linear" && useBias === true;
}

function goesOnce({outboundNodes}: Layer): boolean {
  return outboundNodes.length === 1;
}

function sourcesOf(layer: Layer): Layer[] {
  return [layer.input].flat().map(({sourceLayer}) => sourceLayer);
}

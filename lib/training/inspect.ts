import type {NamedArrays, NdArray} from "../array.js";
import * as tf from "../tf.js";
import type {Convolution, InspectedLayer, Inspection} from "./protocol.js";
import type {Probe} from "./setup.js";

/** Layers, weights and activations of `network` for `probe` ([n, ...], one for each of its inputs, which stay the caller's). Leaves no
 * tensor. */
export async function inspect(
  network: tf.LayersModel,
  probe: Probe,
): Promise<Omit<Inspection, "step">> {
  const layers = network.layers.filter((layer) => layer.getClassName() !== "InputLayer");
  const [first, ...others] = [probe].flat();
  const [, ...names] = network.inputs.map(({sourceLayer}) => sourceLayer.name);
  const told = await Promise.all(others.map(copy));
  return {
    layers: layers.map((layer) => describe(layer, network)),
    input: await copy(first!),
    weights: await readWeights(layers),
    otherInputs: Object.fromEntries(names.map((name, i) => [name, told[i]!])),
    activations: await readActivations(network, layers, probe),
  };
}

function describe(layer: tf.layers.Layer, {inputs}: tf.LayersModel): InspectedLayer {
  const shape = layer.outputShape;
  // A layer that adds several up has several; none of them says more than the first.
  const {sourceLayer} = [layer.input].flat()[0]!;
  const isFirst = sourceLayer === inputs[0]!.sourceLayer;
  const convolution = convolutionOf(layer);
  return {
    name: layer.name,
    type: layer.getClassName(),
    outputShape: (Array.isArray(shape[0]) ? shape[0] : shape) as (number | null)[],
    parameters: layer.countParams(),
    activation: String(layer.getConfig().activation ?? "linear"),
    ...(isFirst ? {} : {input: sourceLayer.name}),
    ...(convolution && {convolution}),
  };
}

function convolutionOf(layer: tf.layers.Layer): Convolution | undefined {
  const type = layer.getClassName();
  if (type !== "Conv2D" && type !== "Conv2DTranspose") return undefined;
  const {strides, padding} = layer.getConfig();
  return {
    strides: strides as [number, number],
    padding: padding as Convolution["padding"],
    isTransposed: type === "Conv2DTranspose",
  };
}

async function readWeights(layers: readonly tf.layers.Layer[]): Promise<NamedArrays> {
  const entries: [string, NdArray][] = [];
  for (const layer of layers)
    for (const [i, weight] of layer.getWeights().entries())
      entries.push([
        `${layer.name}/${ownName(layer.weights[i]!.originalName)}`,
        await copy(weight),
      ]);
  return Object.fromEntries(entries);
}

async function readActivations(
  {inputs}: tf.LayersModel,
  layers: readonly tf.layers.Layer[],
  probe: Probe,
): Promise<NamedArrays> {
  // A second model over the same layers owns no weights, so there is nothing of it to dispose.
  const outputs = layers.map((layer) => layer.getOutputAt(0) as tf.SymbolicTensor);
  const all = tf.model({inputs, outputs});
  const tensors = tf.tidy(() => [all.apply(probe, {training: false})].flat() as tf.Tensor[]);
  try {
    const arrays = await Promise.all(tensors.map(copy));
    return Object.fromEntries(layers.map(({name}, i) => [name, arrays[i]!]));
  } finally {
    tf.dispose(tensors);
  }
}

/** "dense_1/kernel" is the layer's "kernel". */
function ownName(weight: string): string {
  return weight.slice(weight.lastIndexOf("/") + 1);
}

async function copy(tensor: tf.Tensor): Promise<NdArray> {
  // The cpu back end hands out its own array, which must not be given away.
  return {data: Float32Array.from(await tensor.data()), shape: tensor.shape};
}

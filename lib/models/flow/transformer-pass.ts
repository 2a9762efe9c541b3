/** A pass through a transformer of stock layers (transformer.ts), with its gradients, by the course's kernels where there are some. */
import {groupNorm, silu} from "../../kernels/index.js";
import * as tf from "../../tf.js";

type Layer = tf.layers.Layer;

/** `inputs` in the order of the network's. Its output [B, ...]. */
export function transformerPass(network: tf.LayersModel, inputs: readonly tf.Tensor[]): tf.Tensor {
  const made = new Map<Layer, tf.Tensor>();
  network.inputs.forEach(({sourceLayer}, i) => {
    made.set(sourceLayer, inputs[i]!);
  });
  for (const layer of network.layers) {
    if (made.has(layer)) continue;
    const sources = [layer.input].flat().map(({sourceLayer}) => made.get(sourceLayer)!);
    made.set(layer, applied(layer, sources));
  }
  return made.get(network.outputs[0]!.sourceLayer)!;
}

function applied(layer: Layer, inputs: tf.Tensor[]): tf.Tensor {
  const {activation, epsilon} = layer.getConfig();
  if (layer.getClassName() === "LayerNormalization") return normalised(inputs[0]!, Number(epsilon));
  if (layer.getClassName() === "Activation" && activation === "swish") return silu(inputs[0]!);
  return layer.apply(inputs.length > 1 ? inputs : inputs[0]!, {training: true}) as tf.Tensor;
}

/** Each token by itself: one group of a group normalisation whose rows are the tokens. */
function normalised(x: tf.Tensor, epsilon: number): tf.Tensor {
  const width = x.shape.at(-1)!;
  const rows = tf.reshape(x, [x.size / width, width]);
  const normal = groupNorm(rows, 1, tf.ones([width]), tf.zeros([width]), epsilon);
  return tf.reshape(normal, x.shape);
}

/** How well a network knows pictures with labels. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {toFloats} from "../../lib/image.js";
import {type Accuracy, accuracy, topClasses} from "../../lib/metrics/accuracy.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {meanInterval} from "../../lib/metrics/mean-interval.js";
import {inChunks} from "../../lib/models/in-chunks.js";
import type * as tf from "../../lib/tf.js";

export interface Fit extends Accuracy {
  /** Mean cross-entropy, NaN where the network is lost. */
  readonly loss: number;
  /** Of 95 %; above 0, for a logarithmic axis. */
  readonly lossInterval: Floor;
}

/** Mean cross-entropy with its interval of 95 %, and the share that is right with its own. */
export async function fitOf(
  network: tf.LayersModel,
  {images, labels, classNames}: ImageDataset,
): Promise<Fit> {
  const classes = classNames.length;
  const [logits] = await inChunks(toFloats(images), {widths: [classes], chunk: 500}, (batch) => [
    network.predictOnBatch(batch) as tf.Tensor,
  ]);
  const losses = Array.from(labels, (label, i) =>
    surprise(logits!.subarray(i * classes, (i + 1) * classes), label),
  );
  const {mean: loss, low, high} = meanInterval(losses);
  return {
    ...{loss, lossInterval: {low: Math.max(low, 1e-6), high}},
    ...accuracy(labels, topClasses(logits!, classes)),
  };
}

/** -ln of the softmax's share of `label`. */
function surprise(logits: Float32Array, label: number): number {
  const top = Math.max(...logits);
  const sum = logits.reduce((all, each) => all + Math.exp(each - top), 0);
  return Math.log(sum) + top - logits[label]!;
}

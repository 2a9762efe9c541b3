/** The course's network that draws digits, with room for one class more. */
import {unpackBundle} from "../../lib/bundle.js";
import type {ByteImages} from "../../lib/image.js";
import {timeSize} from "../../lib/models/flow/picture-flow.js";
import {timeFeatures} from "../../lib/models/flow/time-features.js";
import {emptyUNet} from "../../lib/models/flow/unet.js";
import {dequantise} from "../../lib/models/quantised.js";
import * as tf from "../../lib/tf.js";
import {digitNetwork} from "../shared/digit-flow/digit-network.setup.js";
import {pictureProbe, probeCount} from "../shared/probe.setup.js";
import {classes} from "./sign-batches.setup.js";

/** Channels of the network at the full size of a picture, as it was trained. */
const width = 16;

/** Makes networks with the weights in `bytes` (unzipped). The row of the new class is the mean of the digits' rows: it begins as none of them. */
export function toldNetworks(bytes: Uint8Array): () => tf.LayersModel {
  const trained = dequantise(unpackBundle(bytes).arrays);
  const weightOf = ({originalName}: tf.LayerVariable): tf.Tensor => {
    const {data, shape} = trained[originalName]!;
    const weight = tf.tensor(data, [...shape], "float32");
    return originalName === "told/kernel"
      ? tf.concat([weight, tf.mean(weight, 0, true)], 0)
      : weight;
  };
  return () => {
    const network = emptyUNet({...digitNetwork, width, timeSize, classes});
    tf.tidy(() => network.setWeights(network.weights.map(weightOf)));
    return network;
  };
}

/** Pictures halfway through the time, of nothing that is told. */
export function toldProbe(images: ByteImages): tf.Tensor[] {
  const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
  return [
    pictureProbe(images),
    tf.tensor2d(times, [probeCount, timeSize]),
    tf.zeros([probeCount, classes]),
  ];
}

import type {ByteImages} from "../../../lib/image.js";
import {classCount} from "../../../lib/models/classifier.js";
import {timeSize} from "../../../lib/models/flow/picture-flow.js";
import {timeFeatures} from "../../../lib/models/flow/time-features.js";
import * as tf from "../../../lib/tf.js";
import {pictureProbe, probeCount} from "../probe.setup.js";

/** Pictures halfway through the time, of no digit. */
export function flowProbe(images: ByteImages): tf.Tensor[] {
  const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
  return [
    pictureProbe(images),
    tf.tensor2d(times, [probeCount, timeSize]),
    tf.zeros([probeCount, classCount]),
  ];
}

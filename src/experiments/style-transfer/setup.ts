import {type ByteImages, type Images, toBytes, toFloats} from "../../lib/image.js";
import {gramMatrix} from "../../lib/models/gram-matrix.js";
import {looksAt} from "../../lib/models/picture-looks.js";
import {StyleTransfer} from "../../lib/models/style-transfer.js";
import {sampleBatches} from "../../lib/pipeline/batches.js";
import * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {probeCount} from "../shared/probe.setup.js";
import type {styleTransfer} from "./experiment.js";
import {eyes} from "./eyes.setup.js";
import {givenPictures} from "./given-pictures.setup.js";
import {recoloured} from "./recoloured.setup.js";
import {styleScores} from "./style-scores.setup.js";

/** The worker's side of `style-transfer`. What a snapshot holds, its description says. */
export const makeStyleTransfer: MakeSetup<typeof styleTransfer> = async ({
  params,
  random,
  files,
  inputs,
}) => {
  const given = givenPictures(params, {files, inputs}, random.fork("noise"));
  const seen = eyes(params.network, files, random.fork("untrained"));
  const model = new StyleTransfer({...params, ...given, network: seen.followed});
  const rival = recoloured(given.content, given.style);
  const scored = styleScores({...params, ...seen, ...given, recoloured: rival});
  /** As it is shown. */
  const made = async () => toBytes(await model.picture());
  return {
    ...trainedOn(
      model,
      sampleBatches(() => Float32Array.of(1), [1, 1], random.fork("batches")),
    ),
    async snapshot() {
      const picture = await made();
      const {content, style} = given;
      const grams = await gramsOf(seen.followed, [content, style, toFloats(picture)]);
      return {
        pictures: together([...[content, style, rival].map(toBytes), picture]),
        ...{gram1: grams[0]!, gram2: grams[1]!, gram3: grams[2]!},
      };
    },
    measure: async () => scored(toFloats(await made())),
    answers: {},
    probe: () => tf.ones([probeCount, 1]),
    cadence: {measureSteps: 20, checkpointSteps: 50},
    dispose() {
      model.dispose();
      seen.followed.dispose();
      seen.witness.dispose();
    },
  };
};

/** Of each convolution of `network` on the whole pictures: their Gram matrices, [n, c, c]. */
async function gramsOf(network: tf.LayersModel, pictures: readonly Images[]) {
  const byLayer = tf.tidy(() => {
    const grams = pictures.map(({data, shape}) =>
      looksAt(network, tf.tensor4d(data, [...shape]), 1)[0]!.map(gramMatrix),
    );
    return grams[0]!.map((_, layer) => tf.stack(grams.map((each) => each[layer]!)));
  });
  const read = byLayer.map(async (tensor) => {
    const data = (await tensor.data()).slice() as Float32Array;
    return {data, shape: tensor.shape};
  });
  const arrays = await Promise.all(read);
  tf.dispose(byLayer);
  return arrays;
}

function together(pictures: readonly ByteImages[]): ByteImages {
  const [, h, w, c] = pictures[0]!.shape;
  const data = new Uint8Array(pictures.length * h * w * c);
  for (const [i, picture] of pictures.entries()) data.set(picture.data, i * h * w * c);
  return {data, shape: [pictures.length, h, w, c]};
}

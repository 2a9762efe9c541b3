import type {NdArray} from "../../lib/array.js";
import {type Images, joinedPictures, toBytes, toFloats} from "../../lib/image.js";
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
  /** Of content and style, which stay as they are. */
  let still: Promise<readonly Grams[]> | undefined;
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
      still ??= Promise.all([content, style].map((each) => gramsOf(seen.followed, each)));
      const grams = [...(await still), await gramsOf(seen.followed, toFloats(picture))];
      return {
        pictures: joinedPictures([...[content, style, rival].map(toBytes), picture]),
        ...{gram1: stacked(grams, 0), gram2: stacked(grams, 1), gram3: stacked(grams, 2)},
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

/** A Gram matrix [c, c] for each convolution. */
type Grams = readonly NdArray<Float32Array>[];

/** Of each convolution of `network` on the whole picture. */
async function gramsOf(network: tf.LayersModel, {data, shape}: Images): Promise<Grams> {
  const byLayer = tf.tidy(() =>
    looksAt(network, tf.tensor4d(data, [...shape]), 1)[0]!.map(gramMatrix),
  );
  const read = byLayer.map(async (tensor) => {
    const data = (await tensor.data()).slice() as Float32Array;
    return {data, shape: tensor.shape};
  });
  const grams = await Promise.all(read);
  tf.dispose(byLayer);
  return grams;
}

/** The matrices of one convolution for each picture, [pictures, c, c]. */
function stacked(pictures: readonly Grams[], layer: number): NdArray<Float32Array> {
  const {data, shape} = pictures[0]![layer]!;
  const all = new Float32Array(pictures.length * data.length);
  for (const [i, grams] of pictures.entries()) all.set(grams[layer]!.data, i * data.length);
  return {data: all, shape: [pictures.length, ...shape]};
}

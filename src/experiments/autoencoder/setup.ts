import {type Images, imageSize} from "../../lib/image.js";
import {sigmoidCrossEntropy} from "../../lib/kernels/losses/sigmoid-cross-entropy.js";
import {meanInterval} from "../../lib/metrics/mean-interval.js";
import {Autoencoder} from "../../lib/models/autoencoder.js";
import {encode, logitsOf} from "../../lib/models/autoencoder-networks.js";
import {generateImages} from "../../lib/models/generate.js";
import {modelWith} from "../../lib/models/model-with.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures, enoughFor, judgeIn, probed} from "../shared/any-pictures.setup.js";
import {type Coder, LatentPlane} from "../shared/plane/latent-plane.setup.js";
import {meanPictureNats} from "../shared/plane/mean-picture.setup.js";
import {pictureNats} from "../shared/plane/picture-nats.js";
import {variancesOf} from "../shared/plane/plane-axes.setup.js";
import {drawnCount, heldOutCount} from "../shared/plane/plane-params.js";
import {planeQuality} from "../shared/plane/plane-quality.setup.js";
import {coderProbe} from "../shared/probe.setup.js";
import type {autoencoder as description} from "./experiment.js";

/** Pixels of a picture. */
const pixels = 784;

/**
 * The worker's side of `autoencoder`: the networks of `vae-digits`, whose codes are places instead of clouds, and that nothing keeps
 * like N(0, 1). A picture and the answers are those of latent-plane.setup.ts.
 */
export const makeAutoencoder: MakeSetup<typeof description> = async ({params, random, files}) => {
  const sets = anyPictures(files, {...params, testCount: heldOutCount, leastLabels: 1});
  const classifier = judgeIn(files, params.dataset);
  const learned = enoughFor(params.batchSize, sets.train);
  const autoencoder = new Autoencoder({...params, normalised: false}, random.fork("weights"));
  const coder = coderOf(autoencoder, params.latentSize);
  const plane = new LatentPlane(coder, sets, params.straighten);
  const {latentSize} = params;
  const codes = random.fork("measure").normals(drawnCount * latentSize);
  const quality = planeQuality(coder.decode, classifier, sets.test.images);
  const bare = meanPictureNats(plane.images);
  return {
    ...trainedOn(
      inNats(autoencoder),
      imageBatches(learned, params.batchSize, random.fork("batches")),
    ),
    snapshot: () => plane.snapshot(),
    async measure() {
      const {means} = await plane.codes();
      const heldOut = await natsOf(autoencoder, plane.images, means);
      const {scalars: fitted, floors: alike} = await quality(likeCodes(codes, means, latentSize));
      const {scalars, floors, intervals, arrays} = await quality(codes);
      const gaps = await plane.gaps();
      return {
        scalars: {heldOut, ...fittedOf(fitted), ...scalars, ...gaps.scalars},
        floors: {heldOut: bare, ...fittedOf(alike), ...floors, ...gaps.floors},
        intervals: {
          ...reconstructionInterval(plane.images, await coder.decode(means), heldOut),
          ...intervals,
        },
        arrays,
      };
    },
    answers: plane.answers,
    probe: (network) => coderProbe(network, probed(sets.test), latentSize, random),
    cadence: {measureSteps: 100, checkpointSteps: 50},
    dispose() {
      autoencoder.dispose();
      classifier?.dispose();
    },
  };
};

/** Of a reader's own pictures one may be all: a mean of one has none. */
function reconstructionInterval(images: Images, drawn: Images, told: number) {
  const [n] = images.shape;
  if (n < 2) return {};
  const {low, high} = meanInterval(pictureNats(images, drawn), told);
  return {heldOut: {low, high, n}};
}

/** What is measured of fitted codes, if anything is. */
function fittedOf<Value>({holes}: {readonly holes?: Value}): {readonly fittedHoles?: Value} {
  return holes === undefined ? {} : {fittedHoles: holes};
}

function coderOf(autoencoder: Autoencoder, latentSize: number): Coder {
  const {networks} = autoencoder;
  return {
    latentSize,
    get version() {
      return autoencoder.version;
    },
    async encode(images) {
      const means = await encode(networks.encoder, images);
      return {means, spreads: new Float32Array(means.length)};
    },
    decode: (codes) => generateImages(networks.decoder, codes, 256),
  };
}

/** Normal numbers `normals` [n, width] with the mean and the variance that `means` [m, width] have in each latent number. */
function likeCodes(normals: Float32Array, means: Float32Array, width: number): Float32Array {
  const middles = Array.from({length: width}, (_, axis) =>
    meanOf(means.filter((_, i) => i % width === axis)),
  );
  const spreads = variancesOf(means, width).map(Math.sqrt);
  return normals.map((value, i) => middles[i % width]! + spreads[i % width]! * value);
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The autoencoder as the run's model: its loss is a mean over pixels, the run's a sum. */
function inNats(autoencoder: Autoencoder) {
  return modelWith(autoencoder, {
    async step(batch) {
      const {loss} = await autoencoder.step(batch);
      return {reconstruction: pixels * loss};
    },
  });
}

/** The reconstruction of `images` from their codes [n, 2], in nats per picture. */
async function natsOf({networks}: Autoencoder, images: Images, codes: Float32Array) {
  const [count] = images.shape;
  const loss = tf.tidy(() => {
    const logits = logitsOf(networks.decoder, tf.tensor2d(codes, [count, codes.length / count]));
    const whites = tf.tensor2d(
      images.data.map((value) => (value + 1) / 2),
      [count, imageSize(images.shape)],
    );
    return sigmoidCrossEntropy(whites, logits);
  });
  const [mean] = await loss.data();
  loss.dispose();
  return pixels * mean!;
}

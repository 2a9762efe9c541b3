/**
 * `npx tsx data/train-decoder.ts clothes|faces`: trains a variational autoencoder of lib/models/vae-networks.ts on wasm under Node, and writes its
 * decoder, which draws a picture from a code of N(0, 1), to `data/decoder-<set>.bin.gz`: the averaged weights as bytes. Half a minute
 * of one processor for clothes, a minute for faces. On wasm it is the same to the last bit everywhere.
 */
import {attributeDataset} from "../lib/datasets/attribute-dataset.js";
import {clothes} from "../lib/datasets/clothes.js";
import {faces} from "../lib/datasets/faces.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {type ByteImages, imageSize} from "../lib/image.js";
import {namedWeights} from "../lib/models/classifier.js";
import {tensorBatches} from "../lib/models/tensor-batches.js";
import {type PictureVaeOptions, pictureVae} from "../lib/models/vae-networks.js";
import {imageBatches} from "../lib/pipeline/batches.js";
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";
import {useWasm} from "../tools/runs/start-run.js";
import {dataFile} from "./data-file.js";
import {readManifest} from "./write-manifest.js";
import {writeWeights} from "./write-weights.js";

interface Recipe {
  readonly images: () => ByteImages;
  readonly title: string;
  readonly steps: number;
  readonly batchSize: number;
  readonly vae: Pick<
    PictureVaeOptions,
    "kind" | "latentSize" | "width" | "narrow" | "likelihood" | "beta" | "learningRate"
  >;
}

const recipes: Readonly<Record<string, Recipe>> = {
  clothes: {
    images: () => imageDataset(clothes, dataFile("clothes-train")).images,
    title: "clothes",
    ...{steps: 4000, batchSize: 64},
    vae: {
      ...{kind: "dense", latentSize: 10, width: 128, narrow: 96},
      ...{likelihood: "bernoulli", beta: 1, learningRate: 0.004},
    },
  },
  faces: {
    images: () => attributeDataset(faces, dataFile("faces-train")).images,
    title: "drawn faces",
    ...{steps: 2500, batchSize: 32},
    vae: {
      ...{kind: "convolutional", latentSize: 16, width: 12},
      ...{likelihood: "gaussian", beta: 4, learningRate: 0.004},
    },
  },
};

const [name = "", stepsAsked] = process.argv.slice(2);
const recipe = recipes[name];
if (!recipe)
  throw new RangeError(`unknown set: ${name} (one of ${Object.keys(recipes).join(", ")})`);
await useWasm();
const random = new Random(1);
const images = recipe.images();
const steps = Number(stepsAsked ?? recipe.steps);
const [, height, width, channels] = images.shape;
const vae = pictureVae(
  {
    ...recipe.vae,
    picture: [height, width, channels],
    ...{sigma: 0.2, warmUpSteps: 0, freeBits: 0, decaySteps: steps, averaging: 0.99},
  },
  random.fork("weights"),
);
const elbo = await train();
const {latentSize} = recipe.vae;
await writeWeights(`decoder-${name}`, {
  title: `weights of a decoder that draws ${recipe.title} from codes`,
  header: {network: `decoder-${name}`, latentSize},
  weights: await namedWeights(vae.networks.decoder),
  learnedFrom: readManifest().files[`${name}-train`]!,
  script: `npx tsx data/train-decoder.ts ${name}`,
  details: {steps, batchSize: recipe.batchSize, latentSize, pixels: imageSize(images.shape), elbo},
});

/** The ELBO, in nats per picture: a mean over the last hundred steps. */
async function train(): Promise<number> {
  const batches = tensorBatches(imageBatches({images}, recipe!.batchSize, random.fork("batches")));
  const chance = random.fork("steps");
  const last: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const batch = batches.next();
    const {elbo} = await vae.step(batch, chance);
    tf.dispose(Object.values(batch));
    last.push(elbo);
    if (step % 250 === 0) console.log(step, meanOf(last.slice(-100)).toFixed(1));
  }
  return Math.round(10 * meanOf(last.slice(-100))) / 10;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

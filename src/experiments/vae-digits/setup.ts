import {drivenDraw} from "../../lib/driving/driven-draw.js";
import type {Images} from "../../lib/image.js";
import {meanInterval} from "../../lib/metrics/mean-interval.js";
import type {Vae} from "../../lib/models/vae.js";
import {pictureVae} from "../../lib/models/vae-networks.js";
import {decodeCodes, elboTerms, encodePictures} from "../../lib/models/vae-pictures.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import {Random, type RandomState} from "../../lib/random.js";
import {drivenBy, type MakeSetup, type SetupContext} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures, enoughFor, judgeIn, probed} from "../shared/any-pictures.setup.js";
import {type Clouds, type Coder, LatentPlane} from "../shared/plane/latent-plane.setup.js";
import {meanPictureNats} from "../shared/plane/mean-picture.setup.js";
import {pictureNats} from "../shared/plane/picture-nats.js";
import {variancesOf} from "../shared/plane/plane-axes.setup.js";
import {drawnCount, heldOutCount} from "../shared/plane/plane-params.js";
import {planeQuality} from "../shared/plane/plane-quality.setup.js";
import {coderProbe} from "../shared/probe.setup.js";
import type {vaeDigits} from "./experiment.js";

/** A latent number is active when its mean varies over the pictures by more than this (Burda et al., 2016, section 5.2). */
const activeFrom = 0.01;
const channelsPerWidth = 16;

type Context = SetupContext<typeof vaeDigits.params>;

/**
 * The worker's side of `vae-digits`. A picture and the answers `at` and `code` are those of latent-plane.setup.ts. A measurement
 * brings `klOf` [latentSize] too, the nats of each latent number.
 */
export const makeVaeDigits: MakeSetup<typeof vaeDigits> = async (context) => {
  const {params, random, files} = context;
  const sets = anyPictures(files, {...params, testCount: heldOutCount, leastLabels: 1});
  const classifier = judgeIn(files, params.dataset);
  const learned = enoughFor(params.batchSize, sets.train);
  const vae = vaeOf(context);
  const plane = new LatentPlane(coderOf(vae), sets, params.straighten);
  const codes = random.fork("measure").normals(drawnCount * vae.latentSize);
  const quality = planeQuality(
    (latents) => decodeCodes(vae, latents),
    classifier,
    sets.test.images,
  );
  const noise = random.fork("held out").state();
  const bare = meanPictureNats(plane.images);
  return {
    ...trainedOn(vae, imageBatches(learned, params.batchSize, random.fork("batches"))),
    snapshot: () => plane.snapshot(),
    async measure() {
      const {elbo, kl, klOf} = await elboTerms(vae, plane.images, Random.from(noise));
      const {scalars, floors, intervals, arrays} = await quality(codes);
      const gaps = await plane.gaps();
      const clouds = await plane.codes();
      const active = variancesOf(clouds.means, vae.latentSize).filter((v) => v > activeFrom).length;
      return {
        scalars: {heldOutElbo: elbo, heldOutKl: kl, active, ...scalars, ...gaps.scalars},
        floors: {
          heldOutElbo: {low: -bare.high, high: -bare.low},
          heldOutKl: {low: 0, high: 0},
          active: {low: vae.latentSize, high: vae.latentSize},
          ...floors,
          ...gaps.floors,
        },
        intervals: {
          ...(await termIntervals(vae, plane.images, {...clouds, elbo, kl, noise})),
          ...intervals,
        },
        arrays: {...arrays, klOf: {data: Float32Array.from(klOf), shape: [vae.latentSize]}},
      };
    },
    answers: plane.answers,
    probe: (network) => coderProbe(network, probed(sets.test), vae.latentSize, random),
    cadence: {measureSteps: 100, checkpointSteps: 50},
    dispose() {
      vae.dispose();
      classifier?.dispose();
    },
  };
};

function vaeOf(context: Context): Vae {
  const {params, random} = context;
  const {network, width} = params;
  const draw = drivenBy(context, "reparameterise", drivenDraw);
  return pictureVae(
    {
      ...params,
      ...(draw && {draw}),
      kind: network,
      picture: [28, 28, 1],
      width: network === "dense" ? width : Math.max(1, Math.round(width / channelsPerWidth)),
      narrow: Math.round(width / 4), // as in autoencoder-networks.ts
      likelihood: "bernoulli",
      sigma: 1,
    },
    random.fork("weights"),
  );
}

function coderOf(vae: Vae): Coder {
  return {
    latentSize: vae.latentSize,
    get version() {
      return vae.version;
    },
    async encode(images) {
      const {means, logVariances} = await encodePictures(vae, images);
      return {means, spreads: logVariances.map((value) => Math.exp(value / 2))};
    },
    decode: (codes) => decodeCodes(vae, codes),
  };
}

interface Told extends Clouds {
  readonly elbo: number;
  readonly kl: number;
  readonly noise: RandomState;
}

/** Around the held-out terms, by the same draws; of a reader's own pictures one may be all, and a mean of one has none. */
async function termIntervals(vae: Vae, images: Images, {elbo, kl, noise, ...clouds}: Told) {
  const [n] = images.shape;
  if (n < 2) return {};
  const kls = klsOf(clouds, vae.latentSize);
  const drawn = Random.from(noise).normals(clouds.means.length);
  const codes = clouds.means.map((mean, i) => mean + clouds.spreads[i]! * drawn[i]!);
  const nats = pictureNats(images, await decodeCodes(vae, codes));
  const bound = meanInterval(
    nats.map((each, i) => -each - kls[i]!),
    elbo,
  );
  const {low, high} = meanInterval(kls, kl);
  return {
    heldOutElbo: {low: bound.low, high: bound.high, n},
    heldOutKl: {low: Math.max(0, low), high, n},
  };
}

/** KL of each cloud, in `width` numbers, from N(0, 1). */
function klsOf({means, spreads}: Clouds, width: number): Float64Array {
  const kls = new Float64Array(means.length / width);
  for (const [i, mean] of means.entries()) {
    const variance = spreads[i]! ** 2;
    kls[Math.floor(i / width)]! += (mean ** 2 + variance - 1 - Math.log(variance)) / 2;
  }
  return kls;
}

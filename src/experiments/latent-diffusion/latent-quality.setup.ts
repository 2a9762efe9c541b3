/** How good pictures are whose codes a flow made, beside those of codes drawn without it, and of the codes of real pictures. */
import {type ByteImages, type Images, toBytes, toFloats} from "../../lib/image.js";
import {accuracy} from "../../lib/metrics/accuracy.js";
import {classCoverage} from "../../lib/metrics/class-coverage.js";
import {coverageInterval} from "../../lib/metrics/coverage-interval.js";
import {frechetWithInterval, type MeasuredDistance} from "../../lib/metrics/frechet-interval.js";
import {type Classifier, classCount} from "../../lib/models/classifier.js";
import type {LatentFlow} from "../../lib/models/flow/latent-flow.js";
import type {Random} from "../../lib/random.js";
import {Remembered} from "../../lib/remembered.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measured} from "../../lib/training/setup.js";
import {type Asking, codesFrom} from "./code-sampling.setup.js";
import {type latentDiffusion, measuredCount, sureFrom} from "./experiment.js";

/** What is measured is always drawn like this, whatever the reader sees. */
const measuredAsking: Asking = {sampler: "heun", steps: 10};

interface Judged {
  readonly model: LatentFlow;
  readonly classifier: Classifier;
  /** Held-out pictures, as many as a measurement has. */
  readonly real: ByteImages;
  readonly latentSize: number;
  /** Whether the autoencoder is a VAE, which draws codes from N(0, 1). */
  readonly isVae: boolean;
}

/** Measures always the same noise. What the flow has no part in is measured again only when the autoencoder has changed. */
export function latentQuality(judged: Judged, random: Random) {
  const {model, classifier, real, latentSize, isVae} = judged;
  const noise = random.normals(measuredCount * latentSize);
  const score = (images: Images) => scored(classifier, images, random);
  const resting = new Remembered<Readonly<Record<"blind" | "coded", Score>>>();
  const blindly = () => (isVae ? model.decodeUnscaled(noise) : model.decode(noise));
  const restingScores = async () => ({
    blind: await score(await blindly()),
    coded: await score(await model.decode(await model.encode(toFloats(real)))),
  });
  let floor: Promise<Score> | undefined;
  return async (): Promise<Measured<ExchangeOf<typeof latentDiffusion>>> => {
    floor ??= score(toFloats(real));
    const {blind, coded} = await resting.of(model.coderVersion, restingScores);
    const flow = await score(await model.decode(await codesFrom(model, noise, measuredAsking)));
    const frechet = classifier.reference.floorAt(measuredCount);
    const holes = unsureInterval((await floor).unsure);
    return {
      scalars: {
        frechet: flow.distance,
        blindFrechet: blind.distance,
        codedFrechet: coded.distance,
        holes: (100 * flow.unsure) / measuredCount,
        blindHoles: (100 * blind.unsure) / measuredCount,
        coverage: flow.covered,
        samples: measuredCount,
      },
      floors: {
        frechet,
        blindFrechet: frechet,
        codedFrechet: frechet,
        holes,
        blindHoles: holes,
        coverage: {low: classCount, high: classCount},
      },
      intervals: {
        frechet: flow.interval,
        blindFrechet: blind.interval,
        codedFrechet: coded.interval,
        coverage: coverageInterval(flow.counts, measuredCount),
      },
      arrays: {},
    };
  };
}

interface Score extends MeasuredDistance {
  readonly unsure: number;
  readonly covered: number;
  readonly counts: Uint32Array;
}

/** Of pictures [n, 28, 28, 1], rounded to bytes first as real ones are. */
async function scored(classifier: Classifier, images: Images, random: Random): Promise<Score> {
  const {probabilities, features} = await classifier.classify(toFloats(toBytes(images)));
  const {covered, counts, unsure} = classCoverage(probabilities, classCount, {
    confidence: sureFrom,
  });
  const far = frechetWithInterval(features, classifier.reference, random);
  return {...far, unsure, covered, counts};
}

/** The 95 % interval of a share of real pictures, in per cent. */
function unsureInterval(unsure: number) {
  const marks = Uint8Array.from({length: measuredCount}, (_, i) => (i < unsure ? 1 : 0));
  const {low, high} = accuracy(marks, new Uint8Array(measuredCount).fill(1));
  return {low: 100 * low, high: 100 * high};
}

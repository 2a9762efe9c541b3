/** How well a VAE of faces reconstructs and invents, by pixels and by the classifier of faces, each number with its floor. */
import type {AttributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {type Images, toBytes, toFloats} from "../../lib/image.js";
import {attributeAgreement} from "../../lib/metrics/attribute-agreement.js";
import {errorInterval} from "../../lib/metrics/error-interval.js";
import {inPerCent} from "../../lib/metrics/floor.js";
import {frechetWithInterval} from "../../lib/metrics/frechet-interval.js";
import {meanInterval} from "../../lib/metrics/mean-interval.js";
import {meanPictureError, meanSquaredError} from "../../lib/metrics/mean-squared-error.js";
import type {AttributeClassifier} from "../../lib/models/attribute-classifier.js";
import {decodeCodes} from "../../lib/models/vae-pictures.js";
import type {Random} from "../../lib/random.js";
import {inventedCount} from "./experiment.js";
import type {FaceCodes} from "./face-codes.setup.js";

/**
 * Measures on all test faces, and on new faces of always the same codes. Scalars: `agreement` in per cent, `frechet`, `error`. Arrays: by
 * attribute, how often the classifier says the same of face and reconstruction, `kept` [attributes, 3] (share, 95 % interval), and how
 * often it is right about the face itself, `right` [attributes, 3].
 */
export function facesQuality(
  codes: FaceCodes,
  test: AttributeDataset,
  classifier: AttributeClassifier,
  random: Random,
) {
  const {vae} = codes;
  const originals = toFloats(test.images);
  const width = test.attributes.length;
  const latents = random.normals(inventedCount * vae.latentSize);
  let known: ReturnType<typeof originalsJudged> | undefined;
  return async () => {
    known ??= originalsJudged(originals, test, classifier);
    const {choices, own, meanError} = await known;
    const {means} = await codes.ofTest();
    const drawn = toFloats(toBytes(await decodeCodes(vae, means)));
    const {choices: seen} = await classifier.classify(drawn);
    const kept = attributeAgreement(choices, seen, width);
    const invented = toFloats(toBytes(await decodeCodes(vae, latents)));
    const {features} = await classifier.classify(invented);
    const {distance, interval} = frechetWithInterval(features, classifier.reference, random);
    return {
      scalars: {
        agreement: 100 * kept.mean,
        frechet: distance,
        error: meanSquaredError(originals, drawn),
      },
      floors: {
        agreement: {low: 100 * own.mean, high: 100 * own.mean},
        frechet: classifier.reference.floorAt(inventedCount),
        error: {low: meanError, high: meanError},
      },
      intervals: {
        agreement: keptInterval(choices, seen, width),
        frechet: interval,
        error: errorInterval(originals, drawn),
      },
      arrays: {
        kept: {data: rowsOf(kept), shape: [width, 3]},
        right: {data: rowsOf(own), shape: [width, 3]},
      },
    };
  };
}

/** In per cent, of the mean over faces: of each the share of its attributes that are kept. */
function keptInterval(choices: ArrayLike<number>, seen: ArrayLike<number>, width: number) {
  const n = choices.length / width;
  const shares = Array.from({length: n}, (_, face) => {
    const places = Array.from({length: width}, (_, a) => face * width + a);
    return places.filter((place) => choices[place] === seen[place]).length / width;
  });
  const {low, high} = meanInterval(shares);
  return {...inPerCent({low: Math.max(0, low), high: Math.min(1, high)}), n};
}

/** Everything that no weight of the VAE changes: the classifier's answers on the originals, how often they are right, and the error of always
 * drawing the mean face. */
async function originalsJudged(
  originals: Images,
  {labels, attributes}: AttributeDataset,
  classifier: AttributeClassifier,
) {
  const {choices} = await classifier.classify(originals);
  return {
    choices,
    own: attributeAgreement(labels, choices, attributes.length),
    meanError: meanPictureError(originals),
  };
}

function rowsOf({byAttribute}: ReturnType<typeof attributeAgreement>): Float32Array {
  return Float32Array.from(byAttribute.flatMap(({share, low, high}) => [share, low, high]));
}

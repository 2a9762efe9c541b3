/** Whether codes from N(0, 1) give pictures that the course's classifier recognises, and of which classes, with the floors. */
import {type ByteImages, type Images, toBytes, toFloats} from "../../../lib/image.js";
import {accuracy} from "../../../lib/metrics/accuracy.js";
import {classCoverage} from "../../../lib/metrics/class-coverage.js";
import {coverageInterval} from "../../../lib/metrics/coverage-interval.js";
import type {Floor} from "../../../lib/metrics/floor.js";
import {type Classifier, classCount} from "../../../lib/models/classifier.js";
import {unjudged} from "../any-pictures.setup.js";
import type {PlaneMeasured} from "./plane-exchange.js";
import {sureFrom} from "./plane-params.js";

/**
 * Measures what `decode` makes of codes [n, latentSize], where there is a classifier that knows such pictures; nothing otherwise. Scalars: `holes` (per cent), `coverage` (classes), `samples`. The floor
 * of the holes is the share of `real` pictures that the classifier is as unsure of, with the interval of accuracy.ts.
 */
export function planeQuality(
  decode: (codes: Float32Array) => Promise<Images>,
  classifier: Classifier | undefined,
  real: ByteImages,
): (codes: Float32Array) => Promise<Quality> {
  if (!classifier) return unjudged;
  let floor: Promise<Floor> | undefined;
  const recognise = async (images: ByteImages) => {
    const {probabilities} = await classifier.classify(toFloats(images));
    return classCoverage(probabilities, classCount, {confidence: sureFrom});
  };
  return async (codes: Float32Array) => {
    floor ??= recognise(real).then(({unsure}) => unsureInterval(unsure, real.shape[0]));
    const images = toBytes(await decode(codes));
    const [samples] = images.shape;
    const {covered, counts, unsure} = await recognise(images);
    return {
      scalars: {holes: (100 * unsure) / samples, coverage: covered, samples},
      floors: {holes: await floor, coverage: {low: classCount, high: classCount}},
      intervals: {coverage: coverageInterval(counts, samples)},
      arrays: {coverage: {data: counts, shape: [classCount]}},
    };
  };
}

/** Of a plane that a classifier can judge. */
interface Quality {
  readonly scalars: {
    readonly holes?: number;
    readonly coverage?: number;
    readonly samples?: number;
  };
  readonly floors: {readonly holes?: Floor; readonly coverage?: Floor};
  readonly intervals?: {readonly coverage?: Floor};
  readonly arrays: PlaneMeasured;
}

/** The 95 % interval of a share, in per cent. */
function unsureInterval(unsure: number, count: number) {
  const marks = Uint8Array.from({length: count}, (_, i) => (i < unsure ? 1 : 0));
  const {low, high} = accuracy(marks, new Uint8Array(count).fill(1));
  return {low: 100 * low, high: 100 * high};
}

/** How good and how varied a generator's pictures are, by the course's classifier, each number with its floor. */
import {toBytes, toFloats} from "../../lib/image.js";
import {classCoverage} from "../../lib/metrics/class-coverage.js";
import {coverageInterval} from "../../lib/metrics/coverage-interval.js";
import {frechetWithInterval} from "../../lib/metrics/frechet-interval.js";
import {type Classifier, classCount} from "../../lib/models/classifier.js";
import {generateImages} from "../../lib/models/generate.js";
import type {Random} from "../../lib/random.js";
import type * as tf from "../../lib/tf.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Setup} from "../../lib/training/setup.js";
import {unjudged} from "../shared/any-pictures.setup.js";
import type {ganDigits} from "./experiment.js";

/**
 * Measures the pictures that `generator` makes of `latents` [n, latentSize], always the same ones, so that a change of the
 * numbers is one of the generator. Scalars: `frechet`, `coverage` (classes), `samples` (n). Arrays: `coverage` [10],
 * pictures surely recognised by class. The pictures are rounded to bytes first, like the real ones. Without a classifier nothing is measured.
 */
export function pictureQuality(
  generator: tf.LayersModel,
  classifier: Classifier | undefined,
  latents: Float32Array,
  random: Random,
): Setup<ExchangeOf<typeof ganDigits>>["measure"] {
  if (!classifier) return unjudged;
  return async () => {
    const images = toFloats(toBytes(await generateImages(generator, latents)));
    const {probabilities, features} = await classifier.classify(images);
    const [samples] = images.shape;
    const {covered, counts} = classCoverage(probabilities, classCount);
    const {distance, interval} = frechetWithInterval(features, classifier.reference, random);
    return {
      scalars: {frechet: distance, coverage: covered, samples},
      floors: {
        frechet: classifier.reference.floorAt(samples),
        coverage: {low: classCount, high: classCount},
      },
      intervals: {frechet: interval, coverage: coverageInterval(counts, samples)},
      arrays: {coverage: {data: counts, shape: [classCount]}},
    };
  };
}

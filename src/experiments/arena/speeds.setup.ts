/** How many steps a second each of the four would take on this machine, by some that nobody keeps. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {tensorBatches} from "../../lib/models/tensor-batches.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {
  type Contender,
  contenders,
  mostTimes,
  type PerContender,
  perContender,
  turnsPerSecond,
  usualRates,
} from "./contenders.js";
import {batchSize, makeEntrants} from "./entrants.setup.js";

/** Rounds that are not timed: the first steps are slower. */
const warmUp = 4;

/** By the clock `now`, in `rounds` of a step each, so that whatever disturbs one disturbs all; the tokens change from code to guesses halfway.
 * In the contenders' order. */
export async function speeds(
  {images}: Pick<ImageDataset, "images">,
  now: () => number,
  rounds = 40,
): Promise<number[]> {
  const random = new Random(1);
  const entrants = await makeEntrants(
    images,
    perContender(() => turnsPerSecond),
    rounds,
    random,
  );
  const batches = tensorBatches(imageBatches({images}, batchSize, random));
  const ms: PerContender<{sum: number}> = perContender(() => ({sum: 0}));
  for (let round = 0; round < rounds; round++)
    for (const name of contenders) {
      const batch = batches.next();
      const start = now();
      await entrants[name].model.step(batch, random);
      if (round >= warmUp) ms[name].sum += now() - start;
      tf.dispose(batch);
    }
  for (const name of contenders) entrants[name].model.dispose();
  return contenders.map((name) => inRange(name, (1000 * (rounds - warmUp)) / ms[name].sum));
}

function inRange(name: Contender, rate: number): number {
  return Math.max(turnsPerSecond, Math.min(mostTimes * usualRates[name], Math.round(rate)));
}

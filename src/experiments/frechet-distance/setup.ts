import {firstPictures} from "../../lib/image.js";
import {type SetMetricName, setMetrics} from "../../lib/metrics/all-metrics.js";
import {scoresByCount} from "../../lib/metrics/bias-line.js";
import {featureStatistics} from "../../lib/metrics/frechet-distance.js";
import {frechetOfRows, frechetTerms} from "../../lib/metrics/frechet-metric.js";
import {Pool, type Rows} from "../../lib/metrics/pool.js";
import {rowsAt} from "../../lib/metrics/sample.js";
import {featureCount} from "../../lib/models/classifier.js";
import {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {MakeSetup, Measured} from "../../lib/training/setup.js";
import {judgedPictures} from "../shared/judging/judge.setup.js";
import {biasShares, type frechetDistance, shownCount} from "./experiment.js";
import {mainDirections, placesAlong} from "./main-directions.js";
import {manyJudged} from "./many.setup.js";

/** Random parts of the pictures for each number of the bias. */
const biasDraws = 8;

const names = Object.keys(setMetrics) as SetMetricName[];

/** The worker's side of `frechet-distance`. */
export const makeFrechetDistance: MakeSetup<typeof frechetDistance> = async (context) => {
  const {source, spoiled, pictures, made, setupWith} = judgedPictures(context);
  const many = manyJudged(source, context.random.fork("many"));
  const bias = context.random.fork("bias").state();
  const distance = async () => {
    const [mine, real] = [await made(), await pictures.real()];
    const [a, b] = [mine, real].map(({features}) => featureStatistics(features, featureCount));
    const {centres, shapes} = frechetTerms(a!, b!);
    return centres + shapes;
  };
  return {
    ...setupWith(async () => ({distance: await distance()})),
    async snapshot() {
      const [mine, real] = [await made(), await pictures.real()];
      const directions = mainDirections(featureStatistics(real.features, featureCount));
      const points = (features: Float32Array) => {
        return {
          data: placesAlong(directions, features),
          shape: [features.length / featureCount, 2],
        };
      };
      return {
        made: firstPictures(mine.pictures, shownCount),
        real: firstPictures(real.pictures, shownCount),
        madePoints: points(mine.features),
        realPoints: points(real.features),
      };
    },
    measure: async () => {
      const pool = new Pool(await pictures.real(), await made(), await pictures.space());
      return judged(pool, Random.from(bias));
    },
    answers: {many: (inputs) => many(inputs, spoiled())},
  };
};

/** All metrics on the pool; the terms of the distance, and how it falls with the number of pictures. */
function judged(pool: Pool, random: Random): Measured<ExchangeOf<typeof frechetDistance>> {
  const judgements = names.map((name) => [name, setMetrics[name].of(pool)] as const);
  const entries = <T>(of: (judgement: (typeof judgements)[number][1]) => T) =>
    Object.fromEntries(judgements.map(([name, each]) => [name, of(each)])) as Record<
      SetMetricName,
      T
    >;
  const intervals = judgements.flatMap(([, {interval}]) => [interval.low, interval.high]);
  const counts = biasShares.map((share) => Math.round(share * pool.made.length));
  const scores = scoresByCount(pool, frechetOfRows, counts, biasDraws, random);
  return {
    scalars: {...entries(({value}) => value), samples: pool.made.length},
    floors: entries(({floor}) => floor),
    arrays: {
      intervals: {data: Float32Array.from(intervals), shape: [names.length, 2]},
      terms: {data: Float32Array.from(termsOf(pool)), shape: [2]},
      bias: {
        data: Float32Array.from(scores.flatMap(({n, value}) => [n, value])),
        shape: [scores.length, 2],
      },
    },
  };
}

function termsOf({all, real, made}: Pool): [centres: number, shapes: number] {
  const of = (rows: Rows) =>
    featureStatistics(rowsAt(all.features, rows, featureCount), featureCount);
  const {centres, shapes} = frechetTerms(of(real), of(made));
  return [centres, shapes];
}

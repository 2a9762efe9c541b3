/** What the pictures of the four are worth, all by the same eyes: the course's classifier. */
import type {NamedArrays} from "../../lib/array.js";
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, firstPictures, toBytes} from "../../lib/image.js";
import {type SetMetricName, setMetrics} from "../../lib/metrics/all-metrics.js";
import {featureStatistics} from "../../lib/metrics/frechet-distance.js";
import {frechetFloor} from "../../lib/metrics/frechet-floor.js";
import {frechetWithInterval} from "../../lib/metrics/frechet-interval.js";
import type {FeatureSpace, MetricValue, Sample} from "../../lib/metrics/metric.js";
import {judgeAll} from "../../lib/metrics/set-metric.js";
import {type Classifier, classCount, featureCount} from "../../lib/models/classifier.js";
import type {Random} from "../../lib/random.js";
import {textArray} from "../../lib/text-array.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measured} from "../../lib/training/setup.js";
import {classified} from "../shared/digit-flow/small-pictures.setup.js";
import {type Contender, contenderNames, contenders, type PerContender} from "./contenders.js";
import type {Entrant} from "./entrant.setup.js";
import {type arena, measuredCount, mostJudged} from "./experiment.js";
import {comparedCount, givenSets, subjectIn} from "./given-sets.js";
import {scoreNames} from "./scores-rows.js";

/** Real pictures whose features are the reference of the distance over turns, and held-out ones that make its floor. */
const realCount = 2000;
/** Draws for each interval and each floor of the table. */
const draws = 20;

interface Judging {
  readonly classifier: Classifier;
  readonly train: ImageDataset;
  readonly test: ImageDataset;
  readonly entrants: PerContender<Entrant>;
  /** Milliseconds of some clock, for what drawing costs. */
  readonly now: () => number;
}

export function arenaJudge({classifier, train, test, entrants, now}: Judging, random: Random) {
  const seen = async (pictures: ByteImages): Promise<Sample> => {
    const {features, probabilities} = await classified(classifier, pictures);
    return {pictures, features, probabilities};
  };
  const drawn = async (name: Contender, count: number) =>
    toBytes(await entrants[name].draw(count, random.fork(`pictures of ${name}`)));
  /** Real pictures that are compared with, and the space with others that draw the floors. */
  const comparison = async (learned: number, heldOut: number) => {
    const real = await seen(firstPictures(train.images, learned));
    const held = await seen(firstPictures(test.images, heldOut));
    return {real, space: {size: featureCount, classes: classCount, held, draws, random}};
  };
  const distances = distancesTo(
    () => seen(firstPictures(train.images, realCount)),
    async () => seen(firstPictures(test.images, realCount)),
    random,
  );
  return {
    /** The distance of some pictures of each. They are always drawn with the same chance. */
    async measure(): Promise<Measured<ExchangeOf<typeof arena>>> {
      const {of, floor} = await distances();
      const found = new Map<Contender, ReturnType<typeof of>>();
      for (const name of contenders)
        found.set(name, of(await seen(await drawn(name, measuredCount))));
      return {
        scalars: {...named((name) => found.get(name)!.distance), samples: measuredCount},
        floors: named(() => floor),
        intervals: named((name) => found.get(name)!.interval),
        arrays: {},
      };
    },
    /** Every score of pictures that were made elsewhere, by whoever knows what they are of. */
    async given(inputs: NamedArrays) {
      const subject = subjectIn(inputs);
      const {count, sets} = givenSets(inputs, subject);
      if (subject === "digits") {
        const compared = await comparison(comparedCount, Math.max(count, comparedCount));
        return judgedSets(sets, {...compared, seen});
      }
      const {eyesIn} = await import("./eyes.setup.js"); // most readers have no such pictures
      const eyes = eyesIn(subject, inputs, comparedCount, random.fork(subject));
      try {
        const {size, classes, real} = eyes;
        const held = await eyes.seen(eyes.held);
        const space = {size, classes, held, draws, random};
        return await judgedSets(sets, {real: await eyes.seen(real), space, seen: eyes.seen});
      } finally {
        eyes.dispose();
      }
    },
    /** Every score of as many pictures of each as are asked for. */
    async judged(inputs: NamedArrays) {
      const count = countIn(inputs);
      const {real, space} = await comparison(count, count);
      const found = new Map<Contender, Readonly<Record<string, MetricValue>>>();
      const ms: number[] = [];
      for (const name of contenders) {
        const start = now();
        const pictures = await drawn(name, count);
        ms.push(now() - start);
        found.set(name, judgeAll(setMetrics, real, await seen(pictures), space));
      }
      const rows = scoreNames.flatMap((score) =>
        contenders.flatMap((name) => rowOf(found.get(name)![score]!)),
      );
      return {
        scores: {data: Float32Array.from(rows), shape: [scoreNames.length, contenders.length, 5]},
        drawMs: {data: Float32Array.from(ms), shape: [contenders.length]},
        remarks: textArray(
          contenders
            .flatMap((name) => remarksOn(contenderNames[name], found.get(name)!))
            .join("\n"),
        ),
      };
    },
  };
}

interface Compared {
  readonly real: Sample;
  readonly space: FeatureSpace;
  readonly seen: (pictures: ByteImages) => Promise<Sample>;
}

/** Scores by set, and remarks, each after the place of whose pictures it is. Pictures without classes have no score that counts these: NaN. */
async function judgedSets(sets: readonly ByteImages[], {real, space, seen}: Compared) {
  const names = scoreNames.filter((name) => space.classes > 0 || !countsClasses.has(name));
  const metrics = Object.fromEntries(names.map((name) => [name, setMetrics[name]]));
  const found: Readonly<Record<string, MetricValue>>[] = [];
  for (const pictures of sets) found.push(judgeAll(metrics, real, await seen(pictures), space));
  const rows = scoreNames.flatMap((score) => found.flatMap((each) => rowOf(each[score])));
  return {
    scores: {data: Float32Array.from(rows), shape: [scoreNames.length, sets.length, 5]},
    remarks: textArray(found.flatMap((each, i) => remarksOn(String(i), each)).join("\n")),
  };
}

const countsClasses: ReadonlySet<SetMetricName> = new Set(["inceptionScore", "coveredClasses"]);

/** Distances to real pictures, looked at once, with the floor of as many as are measured. */
function distancesTo(
  learned: () => Promise<Sample>,
  heldOut: () => Promise<Sample>,
  random: Random,
) {
  const look = async () => {
    const reference = featureStatistics((await learned()).features, featureCount);
    const {features} = await heldOut();
    return {
      of: ({features: made}: Sample) => frechetWithInterval(made, reference, random),
      floor: frechetFloor(features, reference, measuredCount, 3, random.fork("floor")),
    };
  };
  let looked: ReturnType<typeof look> | undefined;
  return () => {
    looked ??= look();
    return looked;
  };
}

function rowOf(judged: MetricValue | undefined): readonly number[] {
  if (!judged) return new Array<number>(5).fill(Number.NaN);
  const {value, interval, floor} = judged;
  return [value, interval.low, interval.high, floor.low, floor.high];
}

/** Each said once, of whom. */
function remarksOn(name: string, judged: Readonly<Record<string, MetricValue>>): string[] {
  const all = Object.values(judged).flatMap(({remarks}) => remarks);
  return [...new Set(all)].map((remark) => `${name}: ${remark}`);
}

function named<T>(of: (name: Contender) => T): {
  readonly [Name in Contender as `${Name}Frechet`]: T;
} {
  const entries = contenders.map((name) => [`${name}Frechet`, of(name)]);
  return Object.fromEntries(entries) as {readonly [Name in Contender as `${Name}Frechet`]: T};
}

function countIn(inputs: NamedArrays): number {
  const count = inputs.count?.data[0];
  if (count === undefined || !Number.isInteger(count) || count < 20 || count > mostJudged)
    throw new RangeError(`invalid count: ${count} (a whole number from 20 to ${mostJudged})`);
  return count;
}

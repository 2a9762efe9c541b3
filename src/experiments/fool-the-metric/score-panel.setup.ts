/**
 * All numbers of the panel: what the judge, who is attacked, makes of the pictures, and what a witness does, who isn't. Each with the band of
 * real pictures.
 */
import {type ByteImages, firstPictures, toFloats} from "../../lib/image.js";
import {coverage} from "../../lib/metrics/density-coverage.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {frechetWithInterval} from "../../lib/metrics/frechet-interval.js";
import type {FeatureSpace, Sample} from "../../lib/metrics/metric.js";
import {precision} from "../../lib/metrics/precision-recall.js";
import {judgeAll} from "../../lib/metrics/set-metric.js";
import {
  type Classification,
  type Classifier,
  classCount,
  featureCount,
} from "../../lib/models/classifier.js";
import {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measured} from "../../lib/training/setup.js";
import {type foolTheMetric, type PanelMeasure, panelMeasures} from "./experiment.js";
import {fooledCount} from "./fooled-params.js";
import {
  type ItemScore,
  type Items,
  itemBands,
  itemIntervals,
  itemScores,
  itemsOf,
} from "./item-scores.setup.js";

export interface PanelSource {
  readonly judge: Classifier;
  readonly witness: Classifier;
  /** Pictures that were learned from; the first of them are compared with. */
  readonly real: ByteImages;
  /** Others, at least 256, of which the bands are made. */
  readonly held: ByteImages;
}

/** What belongs to the real pictures. */
interface References {
  readonly space: FeatureSpace;
  readonly real: Sample;
  readonly bands: Readonly<Record<ItemScore, Floor>>;
}

type Panel = Measured<ExchangeOf<typeof foolTheMetric>>;
type Numbers<Value> = Readonly<Record<PanelMeasure, Value>>;

/** Real pictures of either kind, learned from and held out, whose neighbourhoods are compared. */
const comparedCount = 256;
/** The bands are the same whatever the run's seed. */
const bandSeed = 1;
/** Sets of pictures that a band is made of; fewer where neighbours are looked for and for intervals, which take time at each measurement. */
const draws = {items: 200, neighbours: 20, halves: 40};

/** Measures pictures [128, 28, 28, 1]. What belongs to the real ones is computed with the first. */
export function scorePanel(source: PanelSource): (made: ByteImages) => Promise<Panel> {
  let references: Promise<References> | undefined;
  return async (made) => {
    references ??= referencesOf(source);
    return panelOf(source, await references, made);
  };
}

async function referencesOf(source: PanelSource): Promise<References> {
  const {witness, real, held} = source;
  const items = await itemsOf(held, source);
  const random = new Random(bandSeed);
  const compared = firstPictures(real, comparedCount);
  return {
    space: {
      size: featureCount,
      classes: classCount,
      held: firstOf(sampleOf(held, items.witnessed), comparedCount),
      random: random.fork("metrics"),
      draws: draws.neighbours,
    },
    real: sampleOf(compared, await witness.classify(toFloats(compared))),
    bands: itemBands(items, draws.items, random.fork("items")),
  };
}

async function panelOf(
  source: PanelSource,
  {space, real, bands}: References,
  made: ByteImages,
): Promise<Panel> {
  const {judge, witness} = source;
  const items = await itemsOf(made, source);
  const among = judgeAll({precision, coverage}, real, sampleOf(made, items.witnessed), space);
  const far = distances(source, items, space.random);
  // Of what both agree about, a share, the page knows the interval.
  const {agreement: _, ...within} = itemIntervals(items, draws.halves, space.random.fork("halves"));
  const floors: Numbers<Floor> = {
    ...bands,
    frechet: judge.reference.floorAt(fooledCount),
    witnessFrechet: witness.reference.floorAt(fooledCount),
    precision: inPerCent(among.precision.floor),
    coverage: inPerCent(among.coverage.floor),
  };
  const scalars: Numbers<number> = {
    ...itemScores(items),
    frechet: far.judged.distance,
    witnessFrechet: far.witnessed.distance,
    precision: 100 * among.precision.value,
    coverage: 100 * among.coverage.value,
  };
  return {
    scalars: {...scalars, samples: fooledCount},
    floors,
    intervals: {
      ...within,
      frechet: far.judged.interval,
      witnessFrechet: far.witnessed.interval,
      precision: inPerCent(among.precision.interval),
      coverage: inPerCent(among.coverage.interval),
    },
    arrays: {bands: bandRows(floors)},
  };
}

function distances({judge, witness}: PanelSource, {judged, witnessed}: Items, random: Random) {
  const of = ({reference}: Classifier, {features}: Classification) =>
    frechetWithInterval(features, reference, random);
  return {judged: of(judge, judged), witnessed: of(witness, witnessed)};
}

function sampleOf(pictures: ByteImages, {features, probabilities}: Classification): Sample {
  return {pictures, features, probabilities};
}

function firstOf({pictures, features, probabilities}: Sample, count: number): Sample {
  return {
    pictures: firstPictures(pictures, count),
    features: features.subarray(0, count * featureCount),
    probabilities: probabilities.subarray(0, count * classCount),
  };
}

function bandRows(floors: Numbers<Floor>) {
  const rows = panelMeasures.flatMap((name) => [floors[name].low, floors[name].high]);
  return {data: Float32Array.from(rows), shape: [panelMeasures.length, 2]};
}

function inPerCent({low, high}: Floor): Floor {
  return {low: 100 * low, high: 100 * high};
}

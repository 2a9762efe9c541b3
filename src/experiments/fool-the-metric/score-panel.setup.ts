/**
 * All numbers of the panel: what the judge, who is attacked, makes of the pictures, and what a witness does, who isn't. Each with the band of
 * real pictures.
 */
import {type ByteImages, firstPictures, toFloats} from "../../lib/image.js";
import {coverage} from "../../lib/metrics/density-coverage.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {featureStatistics, frechetDistance} from "../../lib/metrics/frechet-distance.js";
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
import {type ItemScore, type Items, itemBands, itemScores, itemsOf} from "./item-scores.setup.js";

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
/** Sets of real pictures that a band is made of; fewer where neighbours are looked for, which takes time at each measurement. */
const draws = {items: 200, neighbours: 20};

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
  const floors: Numbers<Floor> = {
    ...bands,
    frechet: judge.reference.floorAt(fooledCount),
    witnessFrechet: witness.reference.floorAt(fooledCount),
    precision: inPerCent(among.precision.floor),
    coverage: inPerCent(among.coverage.floor),
  };
  const scalars: Numbers<number> = {
    ...itemScores(items),
    ...distances(source, items),
    precision: 100 * among.precision.value,
    coverage: 100 * among.coverage.value,
  };
  return {
    scalars: {...scalars, samples: fooledCount},
    floors,
    arrays: {bands: bandRows(floors)},
  };
}

function distances({judge, witness}: PanelSource, {judged, witnessed}: Items) {
  const of = ({reference}: Classifier, {features}: Classification) =>
    frechetDistance(featureStatistics(features, featureCount), reference);
  return {frechet: of(judge, judged), witnessFrechet: of(witness, witnessed)};
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

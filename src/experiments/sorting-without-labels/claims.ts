import type {NdArray} from "../../lib/array.js";
import {clothes} from "../../lib/datasets/clothes.js";
import {type ContingencyTable, contingencyTable} from "../../lib/metrics/contingency-table.js";
import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
} from "../../lib/training/claim.js";
import type {sortingWithoutLabels} from "./experiment.js";

type Run = ClaimRun<typeof sortingWithoutLabels>;

const steps = 1000;
const clusters = 10;

export const recorded: RecordedClaim = {
  says: "The ones have a cluster to themselves, and the zeros nearly so.",
  tells({measurements, snapshots}) {
    const {arrays} = snapshots.at(-1)!;
    const table = tableOf({clusters: arrays.clusters!, labels: arrays.labels!});
    const {count: ones} = fullest(table, 1);
    const {count: zeros, size} = fullest(table, 0);
    return {
      ...numbersOf(measurements.at(-1)!, "adjustedRand", "purity"),
      ones,
      zeros,
      sizeOfZeros: size,
    };
  },
  rule: "more than nine in ten of the ones are in one cluster, and a cluster is to more than nine in ten of zeros",
  holds: ({ones, zeros, sizeOfZeros}) =>
    Number(ones) > 180 && Number(zeros) > 0.9 * Number(sizeOfZeros),
};

export const settings = claim({
  says: "Pixels sort digits better than the plane does, leaning digits are sorted worse, more clusters are purer and agree less, and clothes are sorted as well.",
  seeds: [7],
  runs: {upright: {}, leaning: {straighten: false}, clothes: {dataset: "clothes"}},
  async measure(run: Run) {
    await run.to(steps);
    const plane = await agreement(run);
    const table = tableOf(await run.snapshot());
    const [boots, bags] = ["ankle boot", "bag"].map(
      (
        kind, // of digits they are 9 and 8
      ) => fullest(table, clothes.classNames.indexOf(kind)),
    );
    run.set("clusters", 20);
    const twenty = await agreement(run);
    run.set("clusters", clusters);
    run.set("features", "pixels");
    const pixels = await agreement(run);
    return {
      index: plane.adjustedRand,
      purity: plane.purity,
      twentyIndex: twenty.adjustedRand,
      twentyPurity: twenty.purity,
      pixelsIndex: pixels.adjustedRand,
      pixelsPurity: pixels.purity,
      boots: boots!.count,
      sizeOfBoots: boots!.size,
      bags: bags!.count,
      sizeOfBags: bags!.size,
    };
  },
  rule: "so it is by the index, by more than 0.02; twenty clusters are purer; boots and bags are more than four in five of a cluster",
  holds: everySeed(
    ({upright, leaning, clothes: dressed}) =>
      upright.pixelsIndex > upright.index + 0.02 &&
      leaning.index < upright.index - 0.02 &&
      leaning.pixelsIndex < upright.pixelsIndex - 0.02 &&
      upright.twentyIndex < upright.index - 0.02 &&
      upright.twentyPurity > upright.purity &&
      dressed.index > dressed.pixelsIndex &&
      dressed.boots > 0.8 * dressed.sizeOfBoots &&
      dressed.bags > 0.8 * dressed.sizeOfBags,
  ),
});

export const untrained = claim({
  says: "Before the first step the plane already agrees with the labels more than chance does.",
  seeds: [7, 1, 2, 3, 4],
  runs: {same: {}},
  async measure(run: Run) {
    await run.to(0);
    const measurement = await run.measure();
    const {adjustedRand} = numbersOf(measurement, "adjustedRand");
    return {index: adjustedRand, chance: measurement.floors.adjustedRand!.high};
  },
  rule: "all five are above 0.02, labels dealt out by chance below 0.01",
  holds: everySeed(({same}) => same.index > 0.02 && same.chance < 0.01),
  tells: (trials) => {
    const indices = trials.map(({runs}) => runs.same.index);
    return {least: Math.min(...indices), most: Math.max(...indices)};
  },
});

export const otherSeeds = claim({
  says: "Other seeds end at nearly the same index.",
  seeds: [2, 3],
  runs: {same: {}},
  async measure(run: Run) {
    await run.to(steps);
    return {index: (await agreement(run)).adjustedRand};
  },
  rule: "both are between 0.34 and 0.4",
  holds: everySeed(({same}) => same.index > 0.34 && same.index < 0.4),
  tells: (trials) => {
    const indices = trials.map(({runs}) => runs.same.index);
    return {least: Math.min(...indices), most: Math.max(...indices)};
  },
});

async function agreement(run: Run) {
  return numbersOf(await run.measure(), "adjustedRand", "purity");
}

interface Sorted {
  readonly clusters: NdArray;
  readonly labels: NdArray;
}

/** Clusters in rows, labels in columns. */
function tableOf({clusters: sorted, labels}: Sorted): ContingencyTable {
  return contingencyTable(sorted.data, labels.data, clusters, 10);
}

/** How many of the label are in the cluster that has most of them, and how large that is. */
function fullest({counts, columns}: ContingencyTable, label: number) {
  const rows = Array.from({length: clusters}, (_, row) =>
    counts.subarray(columns * row, columns * (row + 1)),
  );
  const row = rows.toSorted((a, b) => b[label]! - a[label]!)[0]!;
  return {count: row[label]!, size: row.reduce((sum, count) => sum + count, 0)};
}

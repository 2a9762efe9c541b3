import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {margins} from "../../lib/metrics/contingency-table.js";
import {unpackRecording} from "../../lib/training/recording.js";
import {sortingWithoutLabels} from "../../src/experiments/sorting-without-labels/experiment.js";
import {sortedTable} from "../../src/figures/cluster-text.js";

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const text = file("lessons/02-machine-learning/index.md").toString().replaceAll(/\s+/g, " ");
const {params, measurements, snapshots} = unpackRecording(
  dataFile("recorded/sorting-without-labels"),
);
const {clusters, labels} = snapshots.at(-1)!.arrays;
const table = sortedTable({clusters: clusters!.data, labels: labels!.data}, 10, 10);

/** What the chapter says of the recorded sorting. */
it("says how the ones and the zeros were sorted, as the recording has it", () => {
  const {rowSums} = margins(table);
  const best = (label: number) => {
    const counts = Array.from({length: 10}, (_, cluster) => table.counts[10 * cluster + label]!);
    const count = Math.max(...counts);
    return {count, size: rowSums[counts.indexOf(count)]!};
  };
  expect(text).toContain(`with ${best(1).count} of their 200`);
  expect(text).toContain(`with ${best(0).count} of a cluster's ${best(0).size}`);
});

it("says the index and the purity that the recording has", () => {
  const {adjustedRand, purity} = measurements.at(-1)!.scalars;
  expect(text).toContain(`instead of ${adjustedRand!.toFixed(2)}`);
  expect(text).toContain(`purity instead of ${purity!.toFixed(0)} %`);
});

it("was recorded with the settings that the experiment starts with", () => {
  for (const [name, {default: value}] of Object.entries(sortingWithoutLabels.params))
    expect(params[name], name).toBe(value);
});

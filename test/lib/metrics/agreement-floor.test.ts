import {expect, test} from "vitest";
import {adjustedRandIndex} from "../../../lib/metrics/adjusted-rand-index.js";
import {agreementFloors} from "../../../lib/metrics/agreement-floor.js";
import {clusterPurity} from "../../../lib/metrics/cluster-purity.js";
import {contingencyTable, margins} from "../../../lib/metrics/contingency-table.js";
import {Random} from "../../../lib/random.js";

const labels = Array.from({length: 500}, (_, i) => i % 10);
const table = contingencyTable(labels, labels, 10, 10);
const measures = {rand: adjustedRandIndex, purity: clusterPurity};

test("is around 0 for the adjusted Rand index, and above a tenth for the purity of ten labels", () => {
  const {rand, purity} = agreementFloors(table, measures, 100, new Random(1));
  expect(rand.low).toBeLessThan(0);
  expect(rand.high).toBeGreaterThan(0);
  expect(rand.high).toBeLessThan(0.02);
  expect(purity.low).toBeGreaterThan(0.15);
  expect(purity.high).toBeLessThan(0.3);
});

test("keeps the sizes of clusters and of labels, and follows from the seed", () => {
  const uneven = contingencyTable([0, 0, 0, 1, 2], [1, 0, 0, 1, 1], 3, 2);
  const sizes: string[] = [];
  const watch = {
    sizes: (dealt: typeof uneven) => {
      const {rowSums, columnSums} = margins(dealt);
      sizes.push(`${rowSums} ${columnSums}`);
      return adjustedRandIndex(dealt);
    },
  };
  const floors = agreementFloors(uneven, watch, 30, new Random(5));
  expect(new Set(sizes)).toEqual(new Set(["3,1,1 2,3"]));
  expect(agreementFloors(uneven, watch, 30, new Random(5))).toEqual(floors);
});

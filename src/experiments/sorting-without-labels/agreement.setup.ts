/** How well clusters agree with labels that had no part in making them, each measure with what chance would give. */
import {adjustedRandIndex} from "../../lib/metrics/adjusted-rand-index.js";
import {agreementFloors} from "../../lib/metrics/agreement-floor.js";
import {clusterPurity} from "../../lib/metrics/cluster-purity.js";
import {type ContingencyTable, contingencyTable} from "../../lib/metrics/contingency-table.js";
import {normalisedMutualInformation} from "../../lib/metrics/normalised-mutual-information.js";
import {Random} from "../../lib/random.js";

const measures = {
  adjustedRand: adjustedRandIndex,
  mutualInformation: normalisedMutualInformation,
  purity: (table: ContingencyTable) => 100 * clusterPurity(table), // in per cent
} as const;

/** Times that the labels are dealt out anew for a floor. */
const deals = 100;

/** Compares clusters with `labels` [n]; `random` deals them out, in the same way each time. */
export function agreementWith(labels: Uint8Array, classes: number, random: Random) {
  const chance = random.state();
  return (assignments: Uint8Array, clusters: number) => {
    const table = contingencyTable(assignments, labels, clusters, classes);
    const entries = Object.entries(measures).map(([name, measure]) => [name, measure(table)]);
    return {
      scalars: Object.fromEntries(entries) as Record<keyof typeof measures, number>,
      floors: agreementFloors(table, measures, deals, Random.from(chance)),
    };
  };
}

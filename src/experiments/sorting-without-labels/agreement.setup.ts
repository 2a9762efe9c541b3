/** How well clusters agree with labels that had no part in making them, each measure with what chance would give. */
import {adjustedRandIndex} from "../../lib/metrics/adjusted-rand-index.js";
import {agreementFloors} from "../../lib/metrics/agreement-floor.js";
import {halvesOf, intervalAround} from "../../lib/metrics/bootstrap-interval.js";
import {clusterPurity} from "../../lib/metrics/cluster-purity.js";
import {type ContingencyTable, contingencyTable} from "../../lib/metrics/contingency-table.js";
import {normalisedMutualInformation} from "../../lib/metrics/normalised-mutual-information.js";
import {Random} from "../../lib/random.js";

const measures = {
  adjustedRand: adjustedRandIndex,
  mutualInformation: normalisedMutualInformation,
  purity: (table: ContingencyTable) => 100 * clusterPurity(table), // in per cent
} as const;

type Name = keyof typeof measures;

/** Halves of the pictures that an interval is made of, and pictures that it needs at least. */
const [halfCount, leastForHalves] = [40, 100] as const;

/** Times that the labels are dealt out anew for a floor. */
const deals = 100;

/** Compares clusters with `labels` [n]; `random` deals them out, and draws halves, in the same way each time. */
export function agreementWith(labels: Uint8Array, classes: number, random: Random) {
  const chance = random.state();
  const {length: n} = labels;
  return (assignments: Uint8Array, clusters: number) => {
    const tableOf = (rows?: Uint32Array) =>
      contingencyTable(at(assignments, rows), at(labels, rows), clusters, classes);
    const table = tableOf();
    const scalars = ofEach((measure) => measure(table));
    const halves = n < leastForHalves ? [] : halvesOf(n, halfCount, Random.from(chance));
    const tables = halves.map(tableOf);
    return {
      scalars,
      floors: agreementFloors(table, measures, deals, Random.from(chance)),
      intervals:
        tables.length === 0
          ? {}
          : ofEach((measure, name) => ({
              ...intervalAround(scalars[name], tables.map(measure)),
              n,
            })),
    };
  };
}

function at(values: Uint8Array, rows: Uint32Array | undefined): Uint8Array {
  return rows ? Uint8Array.from(rows, (row) => values[row]!) : values;
}

function ofEach<Value>(
  of: (measure: (table: ContingencyTable) => number, name: Name) => Value,
): Readonly<Record<Name, Value>> {
  const names = Object.keys(measures) as Name[];
  return Object.fromEntries(names.map((name) => [name, of(measures[name], name)])) as Record<
    Name,
    Value
  >;
}

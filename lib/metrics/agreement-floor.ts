/**
 * The chance floor of a measure of agreement: what it gives for the same groups when the labels are dealt out anew at random.
 *
 *     floor = the middle 95 % of { measure(clusters, π(labels)) : π a random permutation }
 *
 * (a permutation test: Fisher, 1935; for clusterings: Hubert & Arabie, 1985, section 2). Sizes of clusters and of labels are kept.
 */
import type {Random} from "../random.js";
import {type ContingencyTable, contingencyTable, margins} from "./contingency-table.js";
import {type Floor, floorOf} from "./floor.js";

export type Agreement = (table: ContingencyTable) => number;

/** The floor of each of `measures` on `table`, from `deals` permutations. */
export function agreementFloors<Name extends string>(
  table: ContingencyTable,
  measures: Readonly<Record<Name, Agreement>>,
  deals: number,
  random: Random,
): Readonly<Record<Name, Floor>> {
  const {rowSums, columnSums} = margins(table);
  const [clusters, labels] = [groupsOf(rowSums), groupsOf(columnSums)];
  const dealt = Array.from({length: deals}, () =>
    contingencyTable(clusters, shuffled(labels, random), table.rows, table.columns),
  );
  const names = Object.keys(measures) as Name[];
  return Object.fromEntries(
    names.map((name) => [name, floorOf(dealt.map((each) => measures[name](each)))]),
  ) as Record<Name, Floor>;
}

/** Any groups of these sizes: [3, 1] gives 0, 0, 0, 1. */
function groupsOf(sizes: Uint32Array): Uint8Array {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const groups = new Uint8Array(total);
  let first = 0;
  for (const [group, size] of sizes.entries()) {
    groups.fill(group, first, first + size);
    first += size;
  }
  return groups;
}

function shuffled(groups: Uint8Array, random: Random): Uint8Array {
  return Uint8Array.from(random.permutation(groups.length), (i) => groups[i]!);
}

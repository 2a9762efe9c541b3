/**
 * Purity: the share of things that would be right if every cluster were named after the label that is commonest in it.
 *
 *     purity = 1/n Σ_u max_v n_uv
 *
 * (Manning, Raghavan & Schütze, 2008, section 16.3). From 1/labels, if those are equally frequent, to 1. It rises with the
 * number of clusters, and is 1 when every thing has a cluster of its own: compare it at the same number only.
 */
import {type ContingencyTable, margins} from "./contingency-table.js";

/** Purity of a table with clusters in rows and labels in columns, of at least one thing. */
export function clusterPurity(table: ContingencyTable): number {
  const {total} = margins(table);
  if (total < 1) throw new RangeError(`too few things: ${total} (at least 1)`);
  return commonestLabels(table).reduce((sum, {count}) => sum + count, 0) / total;
}

export interface CommonestLabel {
  readonly label: number;
  readonly count: number;
}

/** The commonest label of every row, the first one of equals; 0 of label 0 in an empty row. */
export function commonestLabels({counts, rows, columns}: ContingencyTable): CommonestLabel[] {
  return Array.from({length: rows}, (_, row) => {
    const own = counts.subarray(row * columns, (row + 1) * columns);
    const count = Math.max(...own);
    return {label: own.indexOf(count), count};
  });
}

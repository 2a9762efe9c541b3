/**
 * Adjusted Rand index: do two ways of sorting put the same pairs together, beyond what chance would do?
 *
 *     ARI = (S - E) / (½ (A + B) - E),   S = Σ_uv C(n_uv, 2),  A = Σ_u C(a_u, 2),  B = Σ_v C(b_v, 2),  E = A B / C(n, 2)
 *
 * with the contingency table n_uv, its margins a and b, and C(m, 2) = m (m - 1) / 2 pairs (Hubert & Arabie, 1985, eq. 5). 1 for
 * the same groups whatever they are called, 0 on average for groups drawn by chance, and below it for worse than chance.
 */
import {type ContingencyTable, margins} from "./contingency-table.js";

/** ARI of a table of at least two things. Two ways that both make one group, or both as many as things, agree: 1. */
export function adjustedRandIndex(table: ContingencyTable): number {
  const {rowSums, columnSums, total} = margins(table);
  if (total < 2) throw new RangeError(`too few things: ${total} (at least 2)`);
  const [together, inRows, inColumns] = [table.counts, rowSums, columnSums].map(pairs) as [
    number,
    number,
    number,
  ];
  const expected = (inRows * inColumns) / pairsOf(total);
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function pairs(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + pairsOf(count), 0);
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

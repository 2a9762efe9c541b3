/**
 * Normalised mutual information: how much of what one way of sorting says is said by the other.
 *
 *     NMI = I(U; V) / ½ (H(U) + H(V)),   I = Σ_uv p_uv ln(p_uv / (p_u p_v)),   H(U) = -Σ_u p_u ln p_u
 *
 * with the shares p of a contingency table (Strehl & Ghosh, 2002, section 2, with the arithmetic mean: Vinh et al., 2010, table 2).
 * From 0 (one says nothing of the other) to 1 (the same groups). Chance is above 0, and the more so the more groups there are:
 * show its floor. The logarithm is made of exact operations, so that every engine gives the same bits.
 */
import {naturalLog} from "../random.js";
import {type ContingencyTable, margins} from "./contingency-table.js";

/** NMI of a table of at least one thing. Two ways that both make one group agree: 1. */
export function normalisedMutualInformation(table: ContingencyTable): number {
  const {rowSums, columnSums, total} = margins(table);
  if (total < 1) throw new RangeError(`too few things: ${total} (at least 1)`);
  const [h, hRows, hColumns] = [table.counts, rowSums, columnSums].map((counts) =>
    entropy(counts, total),
  ) as [number, number, number];
  const mean = (hRows + hColumns) / 2;
  if (mean === 0) return 1;
  // I(U; V) = H(U) + H(V) - H(U, V)
  return Math.min(1, Math.max(0, (hRows + hColumns - h) / mean));
}

function entropy(counts: Uint32Array, total: number): number {
  return counts.reduce((sum, count) => {
    const share = count / total;
    return count === 0 ? sum : sum - share * naturalLog(share);
  }, 0);
}

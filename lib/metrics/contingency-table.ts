/**
 * Contingency table: how two ways of sorting the same things agree.
 *
 *     N[u, v] = #{i : a_i = u and b_i = v}
 *
 * Its rows sum to the sizes of the groups of a, its columns to those of b. What is computed from it does not depend on what
 * the groups are called: that is how clusters, which have no names, are compared with labels (Hubert & Arabie, 1985, table 1).
 */
export interface ContingencyTable {
  /** [rows, columns] */
  readonly counts: Uint32Array;
  readonly rows: number;
  readonly columns: number;
}

/** Counts `a` [n] (0 … rows-1) against `b` [n] (0 … columns-1). */
export function contingencyTable(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  rows: number,
  columns: number,
): ContingencyTable {
  if (a.length !== b.length)
    throw new RangeError(`lengths differ: ${a.length} and ${b.length} groups`);
  const counts = new Uint32Array(rows * columns);
  for (let i = 0; i < a.length; i++)
    counts[checked(a[i]!, rows) * columns + checked(b[i]!, columns)]!++;
  return {counts, rows, columns};
}

/** Things in each row, in each column and in all. */
export function margins({counts, rows, columns}: ContingencyTable) {
  const rowSums = new Uint32Array(rows);
  const columnSums = new Uint32Array(columns);
  for (const [at, count] of counts.entries()) {
    rowSums[Math.floor(at / columns)]! += count;
    columnSums[at % columns]! += count;
  }
  return {rowSums, columnSums, total: rowSums.reduce((sum, count) => sum + count, 0)};
}

function checked(group: number, groups: number): number {
  if (!Number.isInteger(group) || group < 0 || group >= groups)
    throw new RangeError(`invalid group: ${group} (an integer from 0 to ${groups - 1})`);
  return group;
}

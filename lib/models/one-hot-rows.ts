/** Labels as rows that a network is told: 1 at the class, 0 elsewhere; all 0 where there is no label. [n, classes] flat. */
export function oneHotRows(labels: readonly (number | undefined)[], classes: number): Float32Array {
  const rows = new Float32Array(labels.length * classes);
  for (const [i, label] of labels.entries()) {
    if (label === undefined) continue;
    if (!Number.isInteger(label) || label < 0 || label >= classes)
      throw new RangeError(`invalid label: ${label} (a whole number from 0 to ${classes - 1})`);
    rows[i * classes + label] = 1;
  }
  return rows;
}

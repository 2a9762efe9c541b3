/** The Gram matrix of a layer: `rows` has the features of each place. */
export function gram(rows: number[][]): number[][] {
  return rows[0]!.map((_, i) =>
    rows[0]!.map((_, j) => {
      const total = rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
      return total / rows.length;
    }),
  );
}

/** How far the Gram matrix of `rows` is from that of `styleRows`: 0 is equal, 1 as far as nothing. */
export function styleDistance(rows: number[][], styleRows: number[][]): number {
  const [now, style] = [gram(rows), gram(styleRows)];
  let apart = 0;
  let all = 0;
  for (let i = 0; i < style.length; i++)
    for (let j = 0; j < style.length; j++) {
      apart += (now[i]![j]! - style[i]![j]!) ** 2;
      all += style[i]![j]! ** 2;
    }
  return apart / all;
}

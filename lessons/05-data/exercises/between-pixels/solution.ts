/** The row with `count` pixels, on straight lines between the old ones. */
export function bilinear(row: number[], count: number): number[] {
  const last = row.length - 1;
  return Array.from({length: count}, (_, j) => {
    const x = ((j + 0.5) * row.length) / count - 0.5;
    const inside = Math.max(0, Math.min(last, x));
    const below = Math.floor(inside);
    const above = Math.min(last, below + 1);
    const part = inside - below;
    return (1 - part) * row[below]! + part * row[above]!;
  });
}

/** The middle value around each pixel. */
export function median(row: number[], radius: number): number[] {
  const last = row.length - 1;
  return row.map((_, i) => {
    const seen: number[] = [];
    for (let k = i - radius; k <= i + radius; k++) seen.push(row[Math.max(0, Math.min(last, k))]!);
    seen.sort((a, b) => a - b);
    return seen[radius]!;
  });
}

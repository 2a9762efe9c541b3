/** Places of the pictures that stay when copies go. */
export function withoutCopies(pictures: number[][], limit: number): number[] {
  const kept: number[] = [];
  for (const [i, picture] of pictures.entries()) {
    const isCopy = kept.some((k) => distance(picture, pictures[k]!) <= limit);
    if (!isCopy) kept.push(i);
  }
  return kept;
}

/** Places of the pictures to test on: of each class the same share. */
export function testPart(labels: number[], share: number): number[] {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const taken = new Map<number, number>();
  const places: number[] = [];
  for (const [i, label] of labels.entries()) {
    const already = taken.get(label) ?? 0;
    if (already >= Math.round(share * counts.get(label)!)) continue;
    taken.set(label, already + 1);
    places.push(i);
  }
  return places;
}

function distance(a: number[], b: number[]): number {
  const squares = a.reduce((sum, value, k) => sum + (value - b[k]!) ** 2, 0);
  return Math.sqrt(squares / a.length);
}

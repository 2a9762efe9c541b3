/** Chance from 0 up to 1 at each place of an area, in rows from `top` on. */
export function noise(
  seed: number,
  left: number,
  top: number,
  width: number,
  height: number,
): number[][] {
  return Array.from({length: height}, (_, i) =>
    Array.from({length: width}, (_, j) => chanceAt(seed, left + j, top + i)),
  );
}

function chanceAt(seed: number, x: number, y: number): number {
  const hash = stirred(stirred(stirred(seed) ^ x) ^ y);
  return (hash >>> 0) / 2 ** 32;
}

/** A whole number with its 32 bits stirred. */
function stirred(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The heights of a tile: at each place the mean of nine. */
export function tile(seed: number, column: number, row: number, side: number): number[][] {
  const around = noise(seed, column * side - 1, row * side - 1, side + 2, side + 2);
  return Array.from({length: side}, (_, i) =>
    Array.from({length: side}, (_, j) => meanOfNine(around, i, j)),
  );
}

function meanOfNine(around: number[][], top: number, left: number): number {
  let sum = 0;
  for (let i = top; i < top + 3; i++) for (let j = left; j < left + 3; j++) sum += around[i]![j]!;
  return sum / 9;
}

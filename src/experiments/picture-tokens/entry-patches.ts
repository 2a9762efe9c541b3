/** The entries of a codebook as pictures: the mean of what the decoder draws where an entry stands. */
import type {Images} from "../../lib/image.js";
import {gridSide, placeCount} from "../../lib/models/token-grid.js";

/** Pixels of a picture along each edge, of a token, and of a patch, which reaches beyond its token. */
const side = 28;
const tokenSide = side / gridSide;
export const patchSide = 8;
const margin = (patchSide - tokenSide) / 2;

/** Patches of `entries` entries, [K, 8, 8, 1], from `drawings` [n, 28, 28, 1] of `tokens` [n · 49]. One that stands nowhere is black. */
export function entryPatches({data}: Images, tokens: Uint8Array, entries: number): Images {
  const size = patchSide * patchSide;
  const sums = new Float32Array(entries * size);
  const counts = new Float32Array(entries);
  for (const [at, token] of tokens.entries()) {
    const picture = Math.floor(at / placeCount) * side * side;
    const top = Math.floor((at % placeCount) / gridSide) * tokenSide - margin;
    const left = ((at % placeCount) % gridSide) * tokenSide - margin;
    counts[token]!++;
    for (let i = 0; i < size; i++) {
      const [row, column] = [top + Math.floor(i / patchSide), left + (i % patchSide)];
      const isInside = row >= 0 && column >= 0 && row < side && column < side;
      sums[token * size + i]! += isInside ? data[picture + row * side + column]! : -1;
    }
  }
  const means = sums.map((sum, i) => {
    const count = counts[Math.floor(i / size)]!;
    return count > 0 ? sum / count : -1;
  });
  return {data: means, shape: [entries, patchSide, patchSide, 1]};
}

/** Of `tokens` those that are each entry, as a share of all: [entries]. */
export function sharesOf(tokens: Uint8Array, entries: number): Float32Array {
  const shares = new Float32Array(entries);
  for (const token of tokens) shares[token]! += 1 / tokens.length;
  return shares;
}

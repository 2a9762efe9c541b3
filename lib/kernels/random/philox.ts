/**
 * Philox 4x32-10 (Salmon, Moraes, Dror & Shaw, 2011): four random 32-bit words that are a function of a counter and a key, so that any
 * of them can be had without those before. Exact on every machine.
 */
export type Words = readonly [number, number, number, number];

/** All words are unsigned. */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let words = counter;
  let [key0, key1] = key;
  for (let round = 0; round < 10; round++) {
    words = mix(words, key0, key1);
    key0 = (key0 + 0x9e3779b9) >>> 0;
    key1 = (key1 + 0xbb67ae85) >>> 0;
  }
  return words;
}

function mix([a, b, c, d]: Words, key0: number, key1: number): Words {
  const [low0, high0] = product(a, 0xd2511f53);
  const [low1, high1] = product(c, 0xcd9e8d57);
  return [(high1 ^ b ^ key0) >>> 0, low1, (high0 ^ d ^ key1) >>> 0, low0];
}

/** The lower and the upper 32 bits of a · b. */
function product(a: number, b: number): [low: number, high: number] {
  const [a0, a1, b0, b1] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const middle = a1 * b0 + Math.floor((a0 * b0) / 65536);
  const cross = a0 * b1 + (middle % 65536);
  const high = a1 * b1 + Math.floor(middle / 65536) + Math.floor(cross / 65536);
  return [Math.imul(a, b) >>> 0, high >>> 0];
}

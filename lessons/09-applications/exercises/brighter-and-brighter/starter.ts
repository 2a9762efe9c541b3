interface Weights {
  edge: number;
  lift: number;
}

/** One step of learning from a small row and the row, twice as long, that it was made of. */
export function step({edge, lift}: Weights, small: number[], truth: number[]): Weights {
  let slopeEdge = 0;
  let slopeLift = 0;
  for (let k = 0; k < truth.length; k++) {
    const i = Math.floor(k / 2);
    const before = small[Math.max(0, i - 1)]!;
    const after = small[Math.min(small.length - 1, i + 1)]!;
    const tilt = k % 2 === 0 ? before - after : after - before;
    const detail = edge * tilt + lift;
    const error = detail - truth[k]!;
    slopeEdge += (error * tilt) / truth.length;
    slopeLift += error / truth.length;
  }
  return {edge: edge - 0.5 * slopeEdge, lift: lift - 0.5 * slopeLift};
}

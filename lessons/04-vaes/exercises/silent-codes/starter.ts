/** One step of a VAE for points of the plane, whose code is one number. */
export function step(weights: Weights, points: number[][], noise: number[]): Weights {
  const {look, logVar, hand, middle} = weights;
  const n = points.length;
  // How the two terms change with each weight, added up over the points.
  const drawn = {look: [0, 0], logVar: 0, hand: [0, 0], middle: [0, 0]};
  const told = {look: [0, 0], logVar: 0};
  points.forEach((x, i) => {
    const mean = dot(look, x);
    const spread = Math.exp(logVar / 2);
    const z = mean + spread * noise[i]!;
    // The reconstruction, |y - x|² / 0.2 with y = hand z + middle.
    const miss = hand.map((each, k) => (each * z + middle[k]! - x[k]!) / 0.1);
    const toZ = dot(miss, hand);
    for (const k of [0, 1]) {
      drawn.hand[k] = drawn.hand[k]! + miss[k]! * z;
      drawn.middle[k] = drawn.middle[k]! + miss[k]!;
      drawn.look[k] = drawn.look[k]! + toZ * x[k]!;
      // The KL divergence, (mean² + e^logVar - 1 - logVar) / 2.
      told.look[k] = told.look[k]! + mean * x[k]!;
    }
    drawn.logVar += (toZ * spread * noise[i]!) / 2;
    told.logVar += (Math.exp(logVar) - 1) / 2;
  });
  const down = (weight: number, ofDrawn: number, ofTold = 0) =>
    weight - 0.02 * (ofDrawn / n + ofTold);
  return {
    look: look.map((weight, k) => down(weight, drawn.look[k]!, told.look[k]!)),
    logVar: down(logVar, drawn.logVar, told.logVar),
    hand: hand.map((weight, k) => down(weight, drawn.hand[k]!)),
    middle: middle.map((weight, k) => down(weight, drawn.middle[k]!)),
  };
}

interface Weights {
  /** The code of a point x has the mean look · x. */
  look: number[];
  /** The logarithm of its variance, here the same for all points. */
  logVar: number;
  /** The decoder draws hand z + middle. */
  hand: number[];
  middle: number[];
}

function dot(a: number[], b: number[]): number {
  return a[0]! * b[0]! + a[1]! * b[1]!;
}

/** One step of the duel: the judge moves, then the generator. */
export function step(judge: Judge, generator: Generator, real: number[], noise: number[][]) {
  const n = real.length;
  const slopes = {bias: 0, slope: 0, bend: 0, shift: 0, scale: 0};
  /** Adds to the slopes what one number x does, if the loss changes by `by` with its logit. A fake was made of z. */
  const backward = (by: number, x: number, z?: number) => {
    slopes.bias += by;
    slopes.slope += by * x;
    slopes.bend += by * x * x;
    if (z === undefined) return;
    const onward = by * (judge.slope + 2 * judge.bend * x);
    slopes.shift += onward;
    slopes.scale += onward * z;
  };

  // The judge's turn: real numbers should be called real, fakes fake.
  for (const x of real) backward(-sigmoid(-logit(judge, x)) / n, x);
  for (const z of noise[0]!) {
    const x = generator.shift + generator.scale * z;
    backward(sigmoid(logit(judge, x)) / n, x, z);
  }
  judge = {
    bias: judge.bias - 0.3 * (slopes.bias + 0.1 * judge.bias),
    slope: judge.slope - 0.3 * (slopes.slope + 0.1 * judge.slope),
    bend: judge.bend - 0.3 * (slopes.bend + 0.1 * judge.bend),
  };

  // The generator's turn: fakes should be called real.
  for (const z of noise[1]!) {
    const x = generator.shift + generator.scale * z;
    backward(-sigmoid(-logit(judge, x)) / n, x, z);
  }
  generator = {
    shift: generator.shift - 0.1 * slopes.shift,
    scale: generator.scale - 0.1 * slopes.scale,
  };
  return {judge, generator};
}

/** Its logit for x is bias + slope x + bend x². Above 0 it takes x for real. */
interface Judge {
  bias: number;
  slope: number;
  bend: number;
}

/** Makes shift + scale z of a random number z. */
interface Generator {
  shift: number;
  scale: number;
}

function logit({bias, slope, bend}: Judge, x: number): number {
  return bias + slope * x + bend * x * x;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

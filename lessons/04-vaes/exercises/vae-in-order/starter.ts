/** One step of a VAE for points of the plane: what the batch costs before it, and the weights after it. */
export function step(weights: Weights, points: Pair[], noise: number[]) {
  let codes: Code[] = [];
  let z: number[] = [];
  let drawn: Pair[] = [];
  let loss = 0;
  let push: Pair[] = [];
  let onCodes: Code[] = [];
  // The lines, in order:
  weights = moveDown(weights, points, z, push, onCodes);
  drawn = decode(weights, z);
  push = slopeOfMiss(points, drawn);
  codes = encode(weights, points);
  onCodes = plusKl(onCodes, codes);
  z = codes.map(({mean}) => mean);
  push = slopeOfMiss(drawn, points);
  loss = missOf(drawn, points) + klOf(codes);
  onCodes = throughDecoder(weights, push, codes, noise);
  z = drawFrom(codes, noise);
  // Set aside:
  // End of the lines.
  return {weights, loss};
}

type Pair = [number, number];

/** A cloud of codes; the slope of the loss with each of its two numbers has the same form. */
interface Code {
  mean: number;
  logVar: number;
}

interface Weights {
  /** The cloud of a point x has the mean look · x. */
  look: Pair;
  /** Its log-variance, here the same for all points. */
  logVar: number;
  /** The decoder draws hand z + middle. */
  hand: Pair;
  middle: Pair;
}

/** The cloud of each point. */
function encode({look, logVar}: Weights, points: Pair[]): Code[] {
  return points.map((x) => ({mean: dot(look, x), logVar}));
}

/** One code of each cloud: mean + spread times noise. */
function drawFrom(codes: Code[], noise: number[]): number[] {
  if (codes.length === 0)
    throw new Error("a code is drawn before there is a cloud to draw it from");
  return codes.map(({mean, logVar}, i) => mean + Math.exp(logVar / 2) * noise[i]!);
}

/** The point that the decoder draws of each code. */
function decode({hand, middle}: Weights, z: number[]): Pair[] {
  if (z.length === 0) throw new Error("the decoder is to draw before there is a code");
  return z.map((each) => [hand[0] * each + middle[0], hand[1] * each + middle[1]]);
}

/** The reconstruction, |drawn - point|² / 0.2, a mean over the points. */
function missOf(drawn: Pair[], points: Pair[]): number {
  if (drawn.length === 0) throw new Error("the drawing is compared before it is drawn");
  return (
    average(drawn.map((y, i) => (y[0] - points[i]![0]) ** 2 + (y[1] - points[i]![1]) ** 2)) / 0.2
  );
}

/** The KL divergence of the clouds from the prior, a mean over the points. */
function klOf(codes: Code[]): number {
  return average(codes.map(({mean, logVar}) => (mean ** 2 + Math.exp(logVar) - 1 - logVar) / 2));
}

/** How the reconstruction changes with each drawn point. */
function slopeOfMiss(drawn: Pair[], points: Pair[]): Pair[] {
  if (drawn.length === 0 || points.length === 0)
    throw new Error("the slope of the miss is taken before anything is drawn");
  return drawn.map((y, i) => [(y[0] - points[i]![0]) / 0.1, (y[1] - points[i]![1]) / 0.1]);
}

/** The same with each number of the clouds: back through the decoder, and through the draw. */
function throughDecoder({hand}: Weights, push: Pair[], codes: Code[], noise: number[]): Code[] {
  if (push.length === 0)
    throw new Error("nothing has been sent back yet: there is no slope of the miss");
  return push.map((each, i) => {
    const onZ = dot(hand, each);
    return {mean: onZ, logVar: (onZ * Math.exp(codes[i]!.logVar / 2) * noise[i]!) / 2};
  });
}

/** With the slopes of the KL divergence added. */
function plusKl(onCodes: Code[], codes: Code[]): Code[] {
  if (onCodes.length === 0)
    throw new Error("the KL divergence is to be added to slopes that do not exist yet");
  return onCodes.map(({mean, logVar}, i) => ({
    mean: mean + codes[i]!.mean,
    logVar: logVar + (Math.exp(codes[i]!.logVar) - 1) / 2,
  }));
}

/** The weights after a small step down the slopes of all that they have made. */
function moveDown(
  {look, logVar, hand, middle}: Weights,
  points: Pair[],
  z: number[],
  push: Pair[],
  onCodes: Code[],
): Weights {
  if (onCodes.length === 0) throw new Error("the weights are moved before the slopes are known");
  const down = (weight: number, slopes: number[]) => weight - 0.02 * average(slopes);
  const both = (move: (k: 0 | 1) => number): Pair => [move(0), move(1)];
  return {
    look: both((k) =>
      down(
        look[k],
        onCodes.map(({mean}, i) => mean * points[i]![k]),
      ),
    ),
    logVar: down(
      logVar,
      onCodes.map((each) => each.logVar),
    ),
    hand: both((k) =>
      down(
        hand[k],
        push.map((each, i) => each[k] * z[i]!),
      ),
    ),
    middle: both((k) =>
      down(
        middle[k],
        push.map((each) => each[k]),
      ),
    ),
  };
}

function dot(a: Pair, b: Pair): number {
  return a[0] * b[0] + a[1] * b[1];
}

function average(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0) / numbers.length;
}

/** One step of DDIM from the time `t` to `next`: the place after it, and the time. */
export function step(
  weights: number[][],
  x: number[],
  t: number,
  next: number,
  fresh: number[],
  eta: number,
) {
  let v: number[] = [];
  let clean: number[] = [];
  let noise: number[] = [];
  let spread = Number.NaN;
  // The lines, in order:
  v = velocityAt(weights, x, t);
  clean = cleanOf(x, v, t);
  noise = noiseOf(x, v, t);
  spread = freshSpread(eta, t, next);
  noise = exchanged(noise, fresh, spread, next);
  x = mixed(clean, noise, next);
  t = next;
  // Set aside:
  // x = clean;
  // noise = fresh;
  // End of the lines.
  return {x, t};
}

/** What the network says of a place: two rows of 18 weights, times the features of place and time. */
function velocityAt(weights: number[][], x: number[], t: number): number[] {
  const tents = [0, 1, 2, 3, 4, 5].map((k) => Math.max(0, 1 - Math.abs(5 * t - k)));
  const features = tents.flatMap((tent) => [tent, tent * x[0]!, tent * x[1]!]);
  return weights.map((row) => row.reduce((sum, weight, j) => sum + weight * features[j]!, 0));
}

/** The picture, if the point keeps its velocity until t = 1. */
function cleanOf(x: number[], v: number[], t: number): number[] {
  if (v.length === 0) throw new Error("the picture is guessed before the network was asked");
  return x.map((value, k) => value + (1 - t) * v[k]!);
}

/** The noise, if it has had that velocity since t = 0. */
function noiseOf(x: number[], v: number[], t: number): number[] {
  if (v.length === 0) throw new Error("the noise is guessed before the network was asked");
  return x.map((value, k) => value - t * v[k]!);
}

/** The spread of the fresh noise of a step. */
function freshSpread(eta: number, t: number, next: number): number {
  if (next <= t) throw new Error("the fresh noise is measured when the time has already moved on");
  const [now, then] = [(1 - t) ** 2, (1 - next) ** 2];
  const added = now - (t / next) ** 2 * then;
  return eta * Math.sqrt((added * then) / now);
}

/** Noise of the next strength, a part of it fresh. */
function exchanged(noise: number[], fresh: number[], spread: number, next: number): number[] {
  if (noise.length === 0) throw new Error("noise is exchanged before there is a guess of it");
  if (Number.isNaN(spread)) throw new Error("noise is exchanged before it is known how much");
  const kept = Math.sqrt(Math.max(0, (1 - next) ** 2 - spread ** 2));
  return noise.map((value, k) => kept * value + spread * fresh[k]!);
}

/** The picture at the strength of the next time, and the noise on it. */
function mixed(clean: number[], noise: number[], next: number): number[] {
  if (clean.length === 0)
    throw new Error("a mixture is made before there is a guess of the picture");
  if (noise.length === 0) throw new Error("a mixture is made before there is a guess of the noise");
  return clean.map((value, k) => next * value + noise[k]!);
}

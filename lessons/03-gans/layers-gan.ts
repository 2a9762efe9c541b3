/**
 * A GAN for points of the plane whose generator's layers the reader builds. Its judge is always the same, and so are the draws of each
 * seed: what differs is the design. Least squares (Mao et al., 2017), which needs no exponential, so a design gets the same distance
 * everywhere.
 */
import {findPointSet} from "../../lib/datasets/points.js";
import type {LayerShape} from "../../lib/grading/layer-shape.js";
import {denseWeights} from "../../lib/grading/weight-count.js";
import {wassersteinDistance} from "../../lib/metrics/wasserstein-distance.js";
import {Random} from "../../lib/random.js";
import {DenseNetwork} from "./dense-network.js";

export interface DesignRun {
  /** The distance of generated points from real ones, every `every` steps. */
  readonly distances: readonly number[];
  /** Generated points at the end, [n, 2] flat. */
  readonly points: Float32Array;
}

export const latentSize = 2;
export const measured = 128;
export const every = 50;
const batch = 64;

const judgeLayers: readonly LayerShape[] = [
  {width: 24, activation: "leaky"},
  {width: 24, activation: "leaky"},
  {width: 1, activation: "none"},
];

/** Weights of the generator with these hidden layers, biases too. */
export function weightsOf(hidden: readonly LayerShape[]): number {
  return denseWeights(
    hidden.map(({width}) => width),
    {inputs: latentSize, outputs: 2},
  );
}

/** The run of a design from a seed. */
export function trainDesign(
  hidden: readonly LayerShape[],
  seed: number,
  set: string,
  steps: number,
  rate: number,
): DesignRun {
  const random = new Random(seed);
  const draw = findPointSet(set);
  const judge = new DenseNetwork(2, judgeLayers, random.fork("judge"));
  const shapes: LayerShape[] = [...hidden, {width: 2, activation: "none"}];
  const generator = new DenseNetwork(latentSize, shapes, random.fork("generator"));
  const [reals, noises] = [random.fork("real"), random.fork("noise")];
  const look = {
    real: draw(random.fork("measure"), measured),
    noise: random.fork("look").normals(measured * latentSize),
  };
  const wide = (rows: ArrayLike<number>) => Float64Array.from(rows);
  const noise = () => wide(noises.normals(batch * latentSize));
  const distances: number[] = [];
  let points = new Float32Array(0);
  for (let step = 1; step <= steps; step++) {
    const by = rate * Math.min(1, 2 * (1 - step / steps)); // falls in the second half, so that it comes to rest
    judge.forget();
    pushTo(judge, wide(draw(reals, batch)), 1);
    pushTo(judge, generator.forward(noise()), 0);
    judge.move(by);
    generator.forget();
    generator.backward(pushTo(judge, generator.forward(noise()), 1));
    generator.move(by);
    if (step % every === 0) {
      points = Float32Array.from(generator.forward(wide(look.noise)));
      distances.push(wassersteinDistance(points, look.real));
    }
  }
  return {distances, points};
}

/** Slopes of the mean squared miss of the judge's scores for `rows`, passed back to the rows. */
function pushTo(judge: DenseNetwork, rows: Float64Array, score: number): Float64Array {
  const scores = judge.forward(rows);
  return judge.backward(scores.map((each) => (2 * (each - score)) / scores.length));
}

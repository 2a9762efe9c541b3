/**
 * Two estimates of how an expected cost changes with the cloud it is drawn from, z = mu + sigma eps with eps ~ N(0, 1):
 *
 *     score      d/dtheta E[f(z)] = E[(f(z) - b) d ln q(z) / dtheta]     d ln q / dmu = eps / sigma,   d ln q / dln sigma = eps² - 1
 *     pathwise   d/dtheta E[f(z)] = E[f'(z) dz / dtheta]                 dz / dmu = 1,                 dz / dln sigma = sigma eps
 *
 * The first is REINFORCE (Williams, 1992) and asks for f alone; the second is the reparameterised draw (Kingma & Welling, 2014) and asks
 * for its slope. Each is a mean over draws. b is a baseline that knows nothing of the draw. Mohamed and others, 2020, sections 4 and 5.
 */
import type {Random} from "./random.js";

/** A cost of one number. */
export interface Cost {
  readonly f: (z: number) => number;
  readonly slope: (z: number) => number;
}

/** N(mean, spread²); the spread is above 0. */
export interface Cloud {
  readonly mean: number;
  readonly spread: number;
}

/** One number for each of the two parameters of a cloud: its mean and the logarithm of its spread. */
export interface PerParameter<T = number> {
  readonly mean: T;
  readonly logSpread: T;
}

export const estimatorNames = ["score", "pathwise"] as const;
export type EstimatorName = (typeof estimatorNames)[number];

/** What one draw says by either estimator. */
type Estimate = (cost: Cost, cloud: Cloud, eps: number, baseline: number) => PerParameter;

export const estimators: Readonly<Record<EstimatorName, Estimate>> = {
  score({f}, {mean, spread}, eps, baseline) {
    const weight = f(mean + spread * eps) - baseline;
    return {mean: (weight * eps) / spread, logSpread: weight * (eps * eps - 1)};
  },
  pathwise({slope}, {mean, spread}, eps) {
    const at = slope(mean + spread * eps);
    return {mean: at, logSpread: at * spread * eps};
  },
};

/** The mean of `draws` estimates by each of the estimators, by the same draws, and the mean cost of these. */
export function estimateOnce(
  cost: Cost,
  cloud: Cloud,
  {draws, baseline}: {readonly draws: number; readonly baseline: number},
  random: Random,
): Readonly<Record<EstimatorName, PerParameter>> & {readonly cost: number} {
  const sums = {score: [0, 0], pathwise: [0, 0]};
  let total = 0;
  for (let i = 0; i < draws; i++) {
    const eps = random.normal();
    total += cost.f(cloud.mean + cloud.spread * eps);
    for (const name of estimatorNames) {
      const {mean, logSpread} = estimators[name](cost, cloud, eps, baseline);
      sums[name][0]! += mean;
      sums[name][1]! += logSpread;
    }
  }
  const of = ([mean, logSpread]: number[]) => ({
    mean: mean! / draws,
    logSpread: logSpread! / draws,
  });
  return {score: of(sums.score), pathwise: of(sums.pathwise), cost: total / draws};
}

/** Mean and standard deviation of one draw's estimate, by quadrature over eps. */
export function momentsOf(
  name: EstimatorName,
  cost: Cost,
  cloud: Cloud,
  baseline: number,
): PerParameter<{readonly mean: number; readonly spread: number}> {
  const estimate = (eps: number) => estimators[name](cost, cloud, eps, baseline);
  const of = (value: (eps: number) => number) => {
    const mean = expected(value);
    return {
      mean,
      spread: Math.sqrt(
        Math.max(
          0,
          expected((eps) => (value(eps) - mean) ** 2),
        ),
      ),
    };
  };
  return {mean: of((eps) => estimate(eps).mean), logSpread: of((eps) => estimate(eps).logSpread)};
}

/** E[f(z)], by quadrature. */
export function expectedCost({f}: Cost, {mean, spread}: Cloud): number {
  return expected((eps) => f(mean + spread * eps));
}

const farthest = 9;
const steps = 3600;

/** E[value(eps)] by the trapezoidal rule, which is exact to many digits for smooth functions of a normal number. */
function expected(value: (eps: number) => number): number {
  const width = (2 * farthest) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const eps = -farthest + i * width;
    sum += value(eps) * Math.exp((-eps * eps) / 2);
  }
  return (sum * width) / Math.sqrt(2 * Math.PI);
}

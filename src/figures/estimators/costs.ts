/** Costs for the race of the two estimators, each with the true gradient of its mean over a cloud. */
import {
  type Cloud,
  type Cost,
  momentsOf,
  type PerParameter,
} from "../../lib/gradient-estimators.js";
import {decoderCost} from "./decoder-cost.js";

export interface RaceCost extends Cost {
  /** For the list of choices. */
  readonly words: string;
  gradient(cloud: Cloud): PerParameter;
}

/** (z - 1)²: E = (mu - 1)² + sigma². */
const bowl: RaceCost = {
  words: "a bowl",
  f: (z) => (z - 1) ** 2,
  slope: (z) => 2 * (z - 1),
  gradient: ({mean, spread}) => ({mean: 2 * (mean - 1), logSpread: 2 * spread * spread}),
};

const waves = 4;

/** cos(4 (z - 1)): E = cos(4 (mu - 1)) exp(-8 sigma²). */
const ripples: RaceCost = {
  words: "ripples",
  f: (z) => Math.cos(waves * (z - 1)),
  slope: (z) => -waves * Math.sin(waves * (z - 1)),
  gradient({mean, spread}) {
    const left = Math.exp((-waves * waves * spread * spread) / 2);
    const angle = waves * (mean - 1);
    return {
      mean: -waves * Math.sin(angle) * left,
      logSpread: -waves * waves * spread * spread * Math.cos(angle) * left,
    };
  },
};

/** 1 below z = 1, nothing above: E = P(z < 1). Its slope is 0 wherever it has one. */
const step: RaceCost = {
  words: "a step",
  f: (z) => (z < 1 ? 1 : 0),
  slope: () => 0,
  gradient({mean, spread}) {
    const place = (1 - mean) / spread;
    const density = normalDensity(place);
    return {mean: -density / spread, logSpread: -density * place};
  },
};

/** No formula: the true gradient is that of the pathwise estimate's mean. */
const decoder: RaceCost = {
  ...decoderCost,
  words: "a digit, by this chapter’s decoder",
  gradient(cloud) {
    const {mean, logSpread} = momentsOf("pathwise", decoderCost, cloud, 0);
    return {mean: mean.mean, logSpread: logSpread.mean};
  },
};

export const raceCosts = {bowl, ripples, step, decoder} as const satisfies Readonly<
  Record<string, RaceCost>
>;

export type RaceCostName = keyof typeof raceCosts;

/** The same cost, everywhere higher by `added`: its gradient is the same. */
export function raised(cost: RaceCost, added: number): RaceCost {
  return {...cost, f: (z) => cost.f(z) + added};
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** A race of the two estimators: gradients estimated again and again, each by so many draws. */
import {
  type Cloud,
  type EstimatorName,
  estimateOnce,
  estimatorNames,
  expectedCost,
  momentsOf,
  type PerParameter,
} from "../../lib/gradient-estimators.js";
import type {Random} from "../../lib/random.js";
import {type RaceCostName, raceCosts, raised} from "./costs.js";

export interface RaceSettings extends Cloud {
  readonly cost: RaceCostName;
  /** Draws that one estimate is a mean of. */
  readonly draws: number;
  /** What is added to the cost. */
  readonly added: number;
  /** Whether the mean of all costs so far is taken off: what was to be expected. */
  readonly hasBaseline: boolean;
  /** The derivative with respect to this parameter is shown. */
  readonly parameter: keyof PerParameter;
}

/** How one estimator does. */
export interface Lane {
  readonly name: EstimatorName;
  /** Every estimate so far. */
  readonly estimates: readonly number[];
  readonly mean: number;
  /** Standard deviation of the estimates after each of them; NaN after the first. */
  readonly spreads: readonly number[];
  /** Mean and spread in the long run. */
  readonly trueMean: number;
  readonly trueSpread: number;
}

export class RaceRun {
  readonly settings: RaceSettings;
  /** The derivative that both estimate. */
  readonly truth: number;
  readonly #random: Random;
  readonly #lanes: Readonly<Record<EstimatorName, Course>>;
  #costs = 0;

  constructor(settings: RaceSettings, random: Random) {
    this.settings = settings;
    this.#random = random;
    const cost = this.#cost;
    this.truth = cost.gradient(settings)[settings.parameter];
    const expected = settings.hasBaseline ? expectedCost(cost, settings) : 0;
    const course = (name: EstimatorName) =>
      new Course(momentsOf(name, cost, settings, expected)[settings.parameter]);
    this.#lanes = {score: course("score"), pathwise: course("pathwise")};
  }

  get count(): number {
    return this.#lanes.score.estimates.length;
  }

  get lanes(): readonly Lane[] {
    const root = Math.sqrt(this.settings.draws);
    return estimatorNames.map((name) => {
      const {estimates, mean, spreads, single} = this.#lanes[name];
      const trueSpread = single.spread / root;
      return {name, estimates, mean, spreads, trueMean: single.mean, trueSpread};
    });
  }

  /** So many estimates more by each estimator. */
  advance(count: number): void {
    const {draws, hasBaseline, parameter} = this.settings;
    const cost = this.#cost;
    for (let i = 0; i < count; i++) {
      const baseline = hasBaseline && this.count > 0 ? this.#costs / this.count : 0;
      const told = estimateOnce(cost, this.settings, {draws, baseline}, this.#random);
      this.#costs += told.cost;
      for (const name of estimatorNames) this.#lanes[name].add(told[name][parameter]);
    }
  }

  get #cost() {
    return raised(raceCosts[this.settings.cost], this.settings.added);
  }
}

/** Estimates with their running mean and spread (Welford, 1962). */
class Course {
  readonly estimates: number[] = [];
  readonly spreads: number[] = [];
  mean = 0;
  #squares = 0;

  /** `single` are the moments of one draw's estimate. */
  constructor(readonly single: {readonly mean: number; readonly spread: number}) {}

  add(estimate: number): void {
    const count = this.estimates.push(estimate);
    const from = estimate - this.mean;
    this.mean += from / count;
    this.#squares += from * (estimate - this.mean);
    this.spreads.push(count > 1 ? Math.sqrt(this.#squares / (count - 1)) : Number.NaN);
  }
}

/**
 * Strengths from comparisons of two at a time, by maximum likelihood, with the intervals of its curvature.
 *
 *     P(i wins against j) = 1 / (1 + e^(s_j - s_i))        Σ s_i = 0
 *     maximise  Σ_ij w_ij ln P(i wins against j)           a tie is half a win for each
 *     covariance of s = the inverse of the curvature, within Σ s_i = 0
 *
 * (Bradley & Terry, 1952; Zermelo, 1929; when there is a maximum: Ford, 1957.) With ties the intervals are wider than need be. They take the
 * comparisons as independent: those of one judge may not be.
 */
import type {Interval} from "./binomial-interval.js";
import {inverse, type SquareMatrix} from "./inverse.js";
import {comparedGroups, levelGroups, type Wins} from "./win-graph.js";

export type Outcome = "first" | "second" | "tie";

export interface Comparison {
  readonly first: string;
  readonly second: string;
  readonly outcome: Outcome;
}

export interface Strength extends Interval {
  readonly id: string;
  /** s_i, in nats of odds: 0 is the mean of all. */
  readonly strength: number;
}

/** `apart`: groups that were never compared. `levels`: no maximum, because each group has only ever won against those after it. */
export type Ranking =
  | {readonly state: "none"}
  | {readonly state: "apart"; readonly groups: readonly (readonly string[])[]}
  | {readonly state: "levels"; readonly groups: readonly (readonly string[])[]}
  | {
      readonly state: "ranked";
      /** The strongest first. */
      readonly strengths: readonly Strength[];
      /** The interval of s_a - s_b. */
      difference(a: string, b: string): Interval;
    };

/** Half of the width of an interval that holds the truth in 95 of 100 cases, in standard deviations. */
const halfWidth = 1.959963984540054;
const mostSteps = 200;
const smallEnough = 1e-12;

/** The ranking of everyone who was compared. */
export function bradleyTerry(comparisons: readonly Comparison[]): Ranking {
  const ids = [...new Set(comparisons.flatMap(({first, second}) => [first, second]))].sort();
  if (ids.length < 2) return {state: "none"};
  const wins = winsOf(comparisons, ids);
  const named = (groups: readonly number[][]) => groups.map((group) => group.map((i) => ids[i]!));
  const compared = comparedGroups(wins);
  if (compared.length > 1) return {state: "apart", groups: named(compared)};
  const levels = levelGroups(wins);
  if (levels.length > 1) return {state: "levels", groups: named(levels)};
  return rankingOf(ids, wins);
}

/** How likely one of strength `a` wins against one of strength `b`. */
export function winChance(a: number, b = 0): number {
  return 1 / (1 + Math.exp(b - a));
}

function rankingOf(ids: readonly string[], wins: Wins): Ranking {
  const strengths = likeliest(wins);
  const covariance = covarianceOf(wins, strengths);
  const at = (i: number, j: number) => covariance.data[i * ids.length + j]!;
  const around = (value: number, variance: number): Interval => {
    const half = halfWidth * Math.sqrt(variance);
    return {low: value - half, high: value + half};
  };
  const rows = ids.map((id, i) => {
    const strength = strengths[i]!;
    return {id, strength, ...around(strength, at(i, i))};
  });
  return {
    state: "ranked",
    strengths: rows.sort((a, b) => b.strength - a.strength),
    difference(a, b) {
      const [i, j] = [ids.indexOf(a), ids.indexOf(b)];
      return around(strengths[i]! - strengths[j]!, at(i, i) + at(j, j) - 2 * at(i, j));
    },
  };
}

function winsOf(comparisons: readonly Comparison[], ids: readonly string[]): Wins {
  const count = ids.length;
  const wins = new Float64Array(count * count);
  for (const {first, second, outcome} of comparisons) {
    if (first === second) throw new RangeError(`invalid comparison: ${first} with itself`);
    const [i, j] = [ids.indexOf(first), ids.indexOf(second)];
    const share = outcome === "tie" ? 0.5 : outcome === "first" ? 1 : 0;
    wins[i * count + j]! += share;
    wins[j * count + i]! += 1 - share;
  }
  return {count, wins};
}

/** Newton's steps up the likelihood, which has one maximum; a step that would lead down is halved. */
function likeliest(wins: Wins): Float64Array {
  let strengths = new Float64Array(wins.count);
  for (let step = 0; step < mostSteps; step++) {
    const way = newtonStep(wins, strengths);
    const next = upwards(wins, strengths, way);
    const isThere = way.every((value) => Math.abs(value) < smallEnough);
    strengths = next;
    if (isThere) break;
  }
  return strengths;
}

function upwards(wins: Wins, from: Float64Array, way: Float64Array): Float64Array<ArrayBuffer> {
  const before = logLikelihood(wins, from);
  for (let share = 1; share > 1e-9; share /= 2) {
    const next = from.map((value, i) => value + share * way[i]!);
    if (logLikelihood(wins, next) >= before) return new Float64Array(next);
  }
  return new Float64Array(from);
}

function newtonStep(wins: Wins, strengths: Float64Array): Float64Array {
  const {data} = covarianceOf(wins, strengths);
  const slope = slopeOf(wins, strengths);
  return slope.map((_, i) =>
    slope.reduce((sum, value, j) => sum + data[i * wins.count + j]! * value, 0),
  );
}

/** Wins that there were, less those that the strengths lead one to expect. */
function slopeOf({count, wins}: Wins, strengths: Float64Array): Float64Array {
  return strengths.map((own, i) => {
    let sum = 0;
    for (let j = 0; j < count; j++) {
      const met = wins[i * count + j]! + wins[j * count + i]!;
      sum += wins[i * count + j]! - met * winChance(own, strengths[j]!);
    }
    return sum;
  });
}

function logLikelihood({count, wins}: Wins, strengths: Float64Array): number {
  return wins.reduce((sum, won, at) => {
    const apart = strengths[at % count]! - strengths[Math.floor(at / count)]!;
    return won === 0 ? sum : sum - won * softplus(apart);
  }, 0);
}

/** ln(1 + e^x) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** The curvature has no inverse, for all may rise together: 1/n added everywhere holds the sum at 0, and is taken away again. */
function covarianceOf({count, wins}: Wins, strengths: Float64Array): SquareMatrix {
  const data = new Float64Array(count * count).fill(1 / count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      if (i === j) continue;
      const chance = winChance(strengths[i]!, strengths[j]!);
      const weight = (wins[i * count + j]! + wins[j * count + i]!) * chance * (1 - chance);
      data[i * count + j]! -= weight;
      data[i * count + i]! += weight;
    }
  const inverted = inverse({data, size: count});
  return {size: count, data: inverted.data.map((value) => value - 1 / count)};
}

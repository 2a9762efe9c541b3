/**
 * k-means: parts n points into k clusters so that each point is near its cluster's mean. It looks for the smallest
 *
 *     J = Σ_i ‖x_i - μ_c(i)‖²        (the inertia)
 *
 * by two steps in turn, of which neither can raise J (Lloyd, 1982; MacQueen, 1967, section 3):
 *
 *     assign:  c(i) <- argmin_j ‖x_i - μ_j‖²        update:  μ_j <- the mean of {x_i : c(i) = j}
 *
 * It ends where nothing changes, which need not be the smallest J: so it begins several times, and the best end is kept.
 * The first means are points, each drawn with a probability in proportion to D², its squared distance from the nearest mean
 * drawn before (k-means++; Arthur & Vassilvitskii, 2007, section 2.2). Exact operations in a fixed order: the same bits everywhere.
 */
import type {Random} from "../random.js";

export interface KMeansOptions {
  readonly clusters: number;
  /** Beginnings of which the best end is kept, default 4. */
  readonly restarts?: number;
  /** Most rounds of the two steps from one beginning, default 100. */
  readonly mostRounds?: number;
}

export interface Clustering {
  /** c(i), from 0 to clusters - 1. [n] */
  readonly assignments: Uint8Array;
  /** μ_j. [clusters, d] */
  readonly means: Float64Array;
  /** J. */
  readonly inertia: number;
}

/** Most clusters: an assignment is a byte, and so is a picture's pixel. */
const mostClusters = 256;

/** Clusters `points` [n, d] (n >= clusters). */
export function kMeans(
  points: Float32Array,
  d: number,
  {clusters, restarts = 4, mostRounds = 100}: KMeansOptions,
  random: Random,
): Clustering {
  const n = points.length / d;
  if (!Number.isInteger(n))
    throw new RangeError(`invalid points: ${points.length} values (${d} each)`);
  if (!Number.isInteger(clusters) || clusters < 1 || clusters > Math.min(n, mostClusters))
    throw new RangeError(
      `invalid number of clusters: ${clusters} (a whole number from 1 to ${Math.min(n, mostClusters)})`,
    );
  const ends = Array.from({length: restarts}, () =>
    lloyd(points, d, firstMeans(points, d, clusters, random), mostRounds),
  );
  return ends.reduce((best, end) => (end.inertia < best.inertia ? end : best));
}

/** Lloyd's rounds from `means` [k, d], which it leaves as they are. */
export function lloyd(
  points: Float32Array,
  d: number,
  means: Float64Array,
  mostRounds: number,
): Clustering {
  let now = assign(points, d, means);
  for (let round = 0; round < mostRounds; round++) {
    const moved = updateMeans(points, d, now);
    const next = assign(points, d, moved);
    if (!(next.inertia < now.inertia)) break;
    now = next;
  }
  return now;
}

/** The assignment step: each point to the nearest of `means` [k, d], the first one of equals. */
export function assign(points: Float32Array, d: number, means: Float64Array): Clustering {
  const assignments = new Uint8Array(points.length / d);
  let inertia = 0;
  for (let i = 0; i < assignments.length; i++) {
    const {index, distance} = nearestMean(points, i, d, means);
    assignments[i] = index;
    inertia += distance;
  }
  return {assignments, means, inertia};
}

/** The update step: the mean of each cluster. One without points keeps its mean. */
export function updateMeans(
  points: Float32Array,
  d: number,
  {assignments, means}: Pick<Clustering, "assignments" | "means">,
): Float64Array {
  const sums = new Float64Array(means.length);
  const counts = new Uint32Array(means.length / d);
  for (const [i, j] of assignments.entries()) {
    counts[j]!++;
    for (let a = 0; a < d; a++) sums[j * d + a]! += points[i * d + a]!;
  }
  return sums.map((sum, at) => {
    const count = counts[Math.floor(at / d)]!;
    return count === 0 ? means[at]! : sum / count;
  });
}

/** k-means++: `clusters` of the points as first means. [clusters, d] */
export function firstMeans(
  points: Float32Array,
  d: number,
  clusters: number,
  random: Random,
): Float64Array {
  const n = points.length / d;
  const means = new Float64Array(clusters * d);
  const distances = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let chosen = random.integer(n);
  for (let j = 0; ; j++) {
    means.set(points.subarray(chosen * d, (chosen + 1) * d), j * d);
    if (j === clusters - 1) return means;
    for (let i = 0; i < n; i++)
      distances[i] = Math.min(
        distances[i]!,
        squaredDistance(points, i, d, means, j, distances[i]!),
      );
    chosen = drawInProportion(distances, random);
  }
}

/** An index, drawn with a probability in proportion to its weight; any one when all weights are 0. */
function drawInProportion(weights: Float64Array, random: Random): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return random.integer(weights.length);
  let left = random.uniform(0, total);
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return i;
  }
  return weights.findLastIndex((weight) => weight > 0);
}

function nearestMean(points: Float32Array, i: number, d: number, means: Float64Array) {
  let index = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (let j = 0; j * d < means.length; j++) {
    const squared = squaredDistance(points, i, d, means, j, distance);
    if (squared < distance) {
      index = j;
      distance = squared;
    }
  }
  return {index, distance};
}

/** ‖x_i - μ_j‖², given up after a strip of values in which it has passed `limit`. */
function squaredDistance(
  points: Float32Array,
  i: number,
  d: number,
  means: Float64Array,
  j: number,
  limit: number,
): number {
  const strip = 28;
  const [from, to] = [i * d, j * d];
  let sum = 0;
  for (let first = 0; first < d && sum < limit; first += strip) {
    const end = Math.min(d, first + strip);
    for (let a = first; a < end; a++) {
      const difference = points[from + a]! - means[to + a]!;
      sum += difference * difference;
    }
  }
  return sum;
}

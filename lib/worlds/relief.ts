/**
 * A world of heights without end: a coarse relief by chance, to which a network adds detail at twice the resolution, again and again.
 *
 *     h_0(x, y)      chance, smoothed                                       a cell is 2^levels map cells wide
 *     h_l = up(h_{l-1}) + s_l (m + rough · σ · n(seed, l, x, y))            (m, σ) = network(differences to the neighbours / s_l)
 *
 * s_l halves about with each level; n is chance that depends on nothing but seed, level and place. So a height is a function of its place: any
 * piece of the world, made in whatever order, fits any other, and there are no seams. Exact operations only: the same seed gives the same
 * world everywhere. The conditions may differ from place to place, as long as they are functions of the place as well.
 */

/** A piece of the world: `width` by `height` heights from (left, top) on, row by row. */
export interface ReliefPiece {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly data: Float64Array;
}

/** What detail lies in the middle of differences [16] in the scale of the level: its mean and its standard deviation, in that scale. */
export type DetailNetwork = (differences: Float64Array) => {
  readonly mean: number;
  readonly deviation: number;
};

export interface Conditions {
  /** Standard deviation of the coarse relief. */
  readonly base: number;
  /** 0 leaves only what is to be expected; 1 is as rough as what the network learned from. */
  readonly roughness: number;
}

export interface PlaceConditions extends Conditions {
  /** Metres that the coarse relief lies lower. */
  readonly low: number;
}

/** The conditions at each cell of an area of a level. Areas that share a cell must agree on it. */
export type ConditionsByPlace = (
  level: number,
  area: Area,
) => (x: number, y: number) => PlaceConditions;

export interface ReliefOptions extends Conditions {
  readonly seed: number;
  readonly network: DetailNetwork;
  /** s_l of each level, the coarsest detail first; there are as many levels. */
  readonly scales: readonly number[];
  /** Instead of conditions that are the same everywhere. */
  readonly byPlace?: ConditionsByPlace | undefined;
}

export type Area = Omit<ReliefPiece, "data">;

/** Neighbours that the network sees: two rings of eight. */
export const neighbours: readonly (readonly [dx: number, dy: number])[] = [1, 2].flatMap((far) =>
  [
    [-1, -1],
    [0, -1],
    [1, -1],
    [-1, 0],
    [1, 0],
    [-1, 1],
    [0, 1],
    [1, 1],
  ].map(([dx, dy]) => [far * dx!, far * dy!] as const),
);
const reach = 2;
/** Detail is kept to what the network has seen: a cliff by chance must not make a higher one. */
const most = 1.5;

/** The heights of a piece at the finest level. */
export function reliefPiece(options: ReliefOptions, area: Area): ReliefPiece {
  return pieceAt(options, options.scales.length, area);
}

function pieceAt(options: ReliefOptions, level: number, area: Area): ReliefPiece {
  if (level === 0) return basePiece(options, area);
  const wider = {
    left: area.left - reach,
    top: area.top - reach,
    width: area.width + 2 * reach,
    height: area.height + 2 * reach,
  };
  return detailed(options, level, doubled(pieceAt(options, level - 1, below(wider)), wider), area);
}

/** The cells of the level below that `doubled` needs for `area`. */
function below({left, top, width, height}: Area): Area {
  const [first, last] = [Math.floor(left / 2) - 1, Math.floor((left + width - 1) / 2) + 1];
  const [upper, lower] = [Math.floor(top / 2) - 1, Math.floor((top + height - 1) / 2) + 1];
  return {left: first, top: upper, width: last - first + 1, height: lower - upper + 1};
}

/** Of the cell before, the cell itself and the next, in parts of 16: what the first and the second half of a cell are. */
const halves = [
  [5, 10, 1],
  [1, 10, 5],
] as const;

/**
 * Each cell of `coarse` as four: between its neighbours as a spline of the fourth degree would lie. With the two nearest alone, steps between halves of
 * a cell would be smaller than those from cell to cell, and the coarse cells would be seen.
 */
export function doubled(coarse: ReliefPiece, area: Area): ReliefPiece {
  const data = new Float64Array(area.width * area.height);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [area.left + (i % area.width), area.top + Math.floor(i / area.width)];
    const [across, down] = [halves[x & 1]!, halves[y & 1]!];
    const first = (Math.floor(y / 2) - 1 - coarse.top) * coarse.width;
    const corner = first + Math.floor(x / 2) - 1 - coarse.left;
    let sum = 0;
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 3; column++)
        sum += down[row]! * across[column]! * coarse.data[corner + row * coarse.width + column]!;
    data[i] = sum / 256;
  }
  return {...area, data};
}

/** Differences of the cell at (x, y) of `piece` to its neighbours, by `scale`, into `into`. */
export function differencesAt(
  piece: ReliefPiece,
  x: number,
  y: number,
  scale: number,
  into: Float64Array,
): void {
  const middle = (y - piece.top) * piece.width + (x - piece.left);
  for (const [i, [dx, dy]] of neighbours.entries())
    into[i] = (piece.data[middle + dy * piece.width + dx]! - piece.data[middle]!) / scale;
}

function detailed(
  options: ReliefOptions,
  level: number,
  smooth: ReliefPiece,
  area: Area,
): ReliefPiece {
  const {seed, network, scales} = options;
  const scale = scales[level - 1]!;
  const conditions = conditionsOver(options, level, area);
  const data = new Float64Array(area.width * area.height);
  const differences = new Float64Array(neighbours.length);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [area.left + (i % area.width), area.top + Math.floor(i / area.width)];
    differencesAt(smooth, x, y, scale, differences);
    const {mean, deviation} = network(differences);
    const middle = smooth.data[(y - smooth.top) * smooth.width + (x - smooth.left)]!;
    const {roughness} = conditions(x, y);
    const chance = roughness * Math.min(most, deviation) * smoothNormal(seed, level, x, y);
    data[i] = middle + scale * (Math.max(-most, Math.min(most, mean)) + chance);
  }
  return {...area, data};
}

/** Chance at each cell, of the standard deviation `base`, about the height that the land has there. */
function basePiece(options: ReliefOptions, area: Area): ReliefPiece {
  const conditions = conditionsOver(options, 0, area);
  const data = Float64Array.from({length: area.width * area.height}, (_, i) => {
    const [x, y] = [area.left + (i % area.width), area.top + Math.floor(i / area.width)];
    const {base, low} = conditions(x, y);
    return base * smoothNormal(options.seed, 0, x, y) - low;
  });
  return {...area, data};
}

function conditionsOver({base, roughness, byPlace}: ReliefOptions, level: number, area: Area) {
  const everywhere = {base, roughness, low: 0};
  return byPlace?.(level, area) ?? (() => everywhere);
}

/** A mean of chance around a place, weighed 1, 2, 1 in both directions; of variance 1 again. */
function smoothNormal(seed: number, level: number, x: number, y: number): number {
  let sum = 0;
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++)
      sum += (2 - Math.abs(dx)) * (2 - Math.abs(dy)) * normalAt(seed, level, x + dx, y + dy);
  // The squared weights of a direction add up to 1 + 4 + 1.
  return sum / 6;
}

/** Chance of mean 0 and variance 1 that only depends on seed, level and place: four uniform numbers, added up. */
export function normalAt(seed: number, level: number, x: number, y: number): number {
  const first = mixed(seed, mixed(level + 1, mixed(x, y)));
  const second = mixed(first, 0x9e3779b9);
  const sum = (first & 0xffff) + (first >>> 16) + (second & 0xffff) + (second >>> 16);
  return Math.sqrt(3) * (sum / 65536 - 2 + 2 / 65536);
}

/** Two whole numbers as one of 32 bits, well stirred (the finaliser of MurmurHash3, by Austin Appleby). */
function mixed(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x85ebca6b, 0xcc9e2d51) ^ Math.imul(b + 0x7f4a7c15, 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

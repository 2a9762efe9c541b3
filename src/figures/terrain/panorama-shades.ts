/** A view of the ground in colours: those of the map, paler with distance, under a sky; on water the sky is mirrored. */
import {
  between,
  directionOf,
  distancesAround,
  type Ground,
  type Lens,
  type Standpoint,
} from "../../lib/worlds/panorama.js";
import type {Rgb} from "../colour.js";
import {colourAt, lightOnCells} from "./relief-shades.js";

/** Colours of the sky overhead and above the horizon, and of the light on the ground. */
export interface Daylight {
  readonly high: Rgb;
  readonly low: Rgb;
  readonly light: Rgb;
}

/** Ground with the light on each of its cells. */
export interface LitGround extends Ground {
  readonly light: Float64Array;
}

/** Metres from the water whose colours are kept ready. */
const [deepest, highest] = [-250, 1200] as const;
const ready = new Uint8Array(3 * (highest - deepest + 1));
for (let metres = deepest; metres <= highest; metres++)
  ready.set(colourAt(metres), 3 * (metres - deepest));

/** Slope of the view at which the sky is as blue as it gets. */
const blueAt = 0.4;

export function litGround(ground: Omit<Ground, "highest">): LitGround {
  const highest = ground.piece.data.reduce((most, height) => Math.max(most, height));
  return {...ground, highest, light: lightOnCells(ground.piece)};
}

/** Pixels [rows, columns, 4], and how far the farthest ground among them is, in metres. */
export function panoramaPixels(ground: LitGround, from: Standpoint, lens: Lens, day: Daylight) {
  const distances = distancesAround(ground, from, lens);
  const pixels = new Uint8ClampedArray(4 * distances.length).fill(255);
  const directions = Array.from({length: lens.columns}, (_, c) =>
    directionOf(lens, lens.first + c),
  );
  const seen: Seen = {
    ...{ground, from, day, columns: lens.columns, distances},
    east: Float64Array.from(directions, ({east}) => east),
    south: Float64Array.from(directions, ({south}) => south),
  };
  let farthest = 0;
  for (let row = 0; row < lens.rows; row++) {
    const sky = skyAt((2 * Math.PI * (lens.horizon - row)) / lens.circle, day);
    farthest = Math.max(farthest, paintRow(seen, row, sky, pixels));
  }
  return {pixels, farthest};
}

/** The sky where the view rises by so much; below the horizon there is haze. */
function skyAt(slope: number, {high, low}: Daylight): readonly number[] {
  const share = Math.max(0, Math.min(1, slope / blueAt));
  return low.map((part, i) => part + share * (high[i]! - part));
}

interface Seen {
  readonly ground: LitGround;
  readonly from: Standpoint;
  readonly day: Daylight;
  readonly columns: number;
  readonly distances: Float32Array;
  /** Directions of the columns. */
  readonly east: Float64Array;
  readonly south: Float64Array;
}

/** Returns how far the farthest ground in the row is. It is painted in half of a frame's time, hence the plain loop. */
function paintRow(
  seen: Seen,
  row: number,
  sky: readonly number[],
  into: Uint8ClampedArray,
): number {
  const {ground, from, day, columns, distances, east, south} = seen;
  const {piece, light, water, cellMetres, reach} = ground;
  const eye = from.eye - water;
  let farthest = 0;
  for (let column = 0; column < columns; column++) {
    const at = row * columns + column;
    const metres = distances[at]!;
    if (metres === Number.POSITIVE_INFINITY) {
      for (let part = 0; part < 3; part++) into[4 * at + part] = sky[part]!;
      continue;
    }
    if (metres > farthest) farthest = metres;
    const cells = metres / cellMetres;
    const x = from.x + cells * east[column]!;
    const y = from.y + cells * south[column]!;
    const above = between(piece.data, piece, x, y) - water;
    const bright = above < 0 ? 1 : between(light, piece, x, y);
    const colour = 3 * (Math.max(deepest, Math.min(highest, Math.floor(above))) - deepest);
    const steepness = Math.min(1, eye / metres);
    const mirrored = above < 0 ? mirroredShare(steepness) : 0;
    const blue = Math.min(1, steepness / blueAt);
    const near = 1 - (metres * metres) / (reach * reach);
    for (let part = 0; part < 3; part++) {
      const low = day.low[part]!;
      const own = (bright * ready[colour + part]! * day.light[part]!) / 255;
      const there = own + mirrored * (low + blue * (day.high[part]! - low) - own);
      into[4 * at + part] = low + near * near * (there - low);
    }
  }
  return farthest;
}

/** By Schlick's approximation: 2 % from above, everything along the surface. */
function mirroredShare(steepness: number): number {
  const along = 1 - steepness;
  return 0.02 + 0.98 * along * along * along * along * along;
}

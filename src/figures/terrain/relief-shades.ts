/** A relief as a map: colours by height, shaded as by a light from the north-west. */
import type {ReliefPiece} from "../../lib/worlds/relief.js";
import type {Rgb} from "../colour.js";

/** Colours at heights above the water, in metres. */
const land: readonly (readonly [metres: number, colour: Rgb])[] = [
  [0, [201, 190, 140]],
  [25, [120, 150, 84]],
  [250, [88, 122, 70]],
  [450, [132, 114, 86]],
  [650, [158, 150, 142]],
  [850, [244, 246, 248]],
];
const [shallow, deep]: readonly [Rgb, Rgb] = [
  [104, 160, 190],
  [28, 62, 110],
];
/** Metres of water in which the ground is no longer seen. */
const darkness = 250;
/** Metres between two cells. */
export const cellMetres = 90;
const exaggeration = 1.6;

/** Pixels [width - 1, height - 1, 4] of a piece that has one cell more to the west and the north. */
export function shadedRelief(
  {width, height, data}: ReliefPiece,
  water: number,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray((width - 1) * (height - 1) * 4);
  let to = 0;
  for (let y = 1; y < height; y++)
    for (let x = 1; x < width; x++) {
      const at = y * width + x;
      const metres = data[at]! - water;
      const light = metres < 0 ? 1 : lightAt(data, width, at);
      for (const part of colourAt(metres)) pixels[to++] = light * part;
      pixels[to++] = 255;
    }
  return pixels;
}

/** Light on each cell [height, width] of a piece, also below water; in the first row and column that of the next. */
export function lightOnCells({width, data}: ReliefPiece): Float64Array {
  return data.map((_, i) => {
    const [x, y] = [Math.max(1, i % width), Math.max(1, Math.floor(i / width))];
    return lightAt(data, width, y * width + x);
  });
}

function lightAt(data: Float64Array, width: number, at: number): number {
  const steepness = exaggeration / cellMetres;
  return lightOn(
    steepness * (data[at]! - data[at - 1]!),
    steepness * (data[at]! - data[at - width]!),
  );
}

/** The colour of level ground so high above the water, or of water so deep. */
export function colourAt(metres: number): Rgb {
  return metres < 0 ? waterColour(-metres) : landColour(metres);
}

/** 1 on level ground; more on slopes that look north-west. */
function lightOn(east: number, south: number): number {
  return (1 + 0.9 * (east + south)) / Math.sqrt(1 + east * east + south * south);
}

function waterColour(depth: number): Rgb {
  return between(shallow, deep, Math.min(1, depth / darkness));
}

function landColour(metres: number): Rgb {
  const above = land.findIndex(([from]) => from > metres);
  if (above < 0) return land.at(-1)![1];
  const [[low, lower], [high, upper]] = [land[Math.max(0, above - 1)]!, land[above]!];
  return between(lower, upper, high > low ? (metres - low) / (high - low) : 0);
}

function between(a: Rgb, b: Rgb, share: number): Rgb {
  const [red, green, blue] = a.map((value, i) => value + share * (b[i]! - value));
  return [red!, green!, blue!];
}

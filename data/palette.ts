/**
 * A small palette for pictures of few flat colours: k-means on the colours (Lloyd, 1982), each weighted by the root of how often it
 * occurs, so that rare ones count too, and begun at the commonest. Exact operations: the same bytes everywhere.
 */
const rounds = 25;

/** `size` colours [size, 3] for RGB `pixels` [..., 3]. Throws a RangeError when there are not as many. */
export function paletteOf(pixels: Uint8Array, size: number): Uint8Array {
  const counted = colourCounts(pixels);
  if (counted.length < size)
    throw new RangeError(`invalid palette size: ${size} (at most ${counted.length} colours)`);
  let centres = counted.slice(0, size).map(({colour}) => colour);
  for (let round = 0; round < rounds; round++) centres = moved(centres, counted);
  return Uint8Array.from(centres.flat(), Math.round);
}

/** The index of the nearest colour of `palette` for each of RGB `pixels`. */
export function indicesOf(pixels: Uint8Array, palette: Uint8Array): Uint8Array {
  const known = new Map<number, number>();
  const colours = Array.from({length: palette.length / 3}, (_, i) => colourAt(palette, 3 * i));
  return Uint8Array.from({length: pixels.length / 3}, (_, i) => {
    const colour = colourAt(pixels, 3 * i);
    const [red, green, blue] = colour;
    const key = (red << 16) | (green << 8) | blue;
    const index = known.get(key) ?? nearest(colour, colours);
    known.set(key, index);
    return index;
  });
}

type Colour = readonly [red: number, green: number, blue: number];
interface Counted {
  readonly colour: Colour;
  readonly weight: number;
}

/** Every colour with its weight, the commonest first. */
function colourCounts(pixels: Uint8Array): Counted[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; i += 3) {
    const [red, green, blue] = colourAt(pixels, i);
    const key = (red << 16) | (green << 8) | blue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .map(([key, count]) => ({
      colour: [key >> 16, (key >> 8) & 255, key & 255],
      weight: Math.sqrt(count),
    }));
}

/** The centres, each moved to the mean of the colours that are nearest to it. */
function moved(centres: readonly Colour[], counted: readonly Counted[]): Colour[] {
  const sums = centres.map(() => [0, 0, 0, 0]);
  for (const {colour, weight} of counted) {
    const sum = sums[nearest(colour, centres)]!;
    for (let k = 0; k < 3; k++) sum[k]! += weight * colour[k]!;
    sum[3]! += weight;
  }
  return sums.map(([red, green, blue, weight], i) =>
    weight! > 0 ? [red! / weight!, green! / weight!, blue! / weight!] : centres[i]!,
  );
}

function nearest([red, green, blue]: Colour, colours: readonly Colour[]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  colours.forEach(([r, g, b], i) => {
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

function colourAt(pixels: Uint8Array, at: number): Colour {
  return [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
}

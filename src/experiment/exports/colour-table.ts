/**
 * At most 256 colours for the pixels of all frames together: exact where they have no more, otherwise by median cut (Heckbert, 1982): of
 * all boxes of colours, the one that spreads most is cut at its median, until there are 256. A pixel is 0xAABBGGRR, as `Uint32Array` reads
 * RGBA bytes on a little-endian machine.
 */

export interface ColourTable {
  /** Each 0xRRGGBB. */
  readonly table: readonly number[];
  /** The number in the table of a pixel. */
  numberOf(pixel: number): number;
}

const most = 256;
const pixelsPerSlice = 8192;

/** The table for `frames`. Yields the share that is done. */
export function* colourTable(frames: readonly Uint32Array[]): Generator<number, ColourTable> {
  const exact = new Set<number>();
  const bins = new Bins();
  for (const [i, frame] of frames.entries())
    for (let start = 0; start < frame.length; start += pixelsPerSlice) {
      const slice = frame.subarray(start, start + pixelsPerSlice);
      if (exact.size <= most) for (const pixel of slice) exact.add(pixel & 0xffffff);
      bins.add(slice);
      yield (i + start / frame.length) / frames.length;
    }
  return exact.size <= most ? exactTable([...exact]) : yield* medianCut(bins);
}

function exactTable(colours: readonly number[]): ColourTable {
  const numbers = new Map(colours.map((colour, i) => [colour, i]));
  const rgb = (c: number) => ((c & 255) << 16) | (c & 0xff00) | (c >> 16);
  return {table: colours.map(rgb), numberOf: (pixel) => numbers.get(pixel & 0xffffff) ?? 0};
}

/** The shifts of red, green and blue in a bin's number, five bits each. */
const shifts = [0, 5, 10] as const;
const levelOf = (bin: number, shift: number) => (bin >> shift) & 31;
const binOf = (pixel: number) =>
  ((pixel >> 3) & 31) | (((pixel >> 11) & 31) << 5) | (((pixel >> 19) & 31) << 10);

/** Pixels counted by the five highest bits of each channel, with the sums of what was cut off. */
class Bins {
  readonly counts = new Uint32Array(1 << 15);
  readonly #sums = shifts.map(() => new Float64Array(1 << 15));

  add(pixels: Uint32Array): void {
    const [red, green, blue] = this.#sums as [Float64Array, Float64Array, Float64Array];
    for (const pixel of pixels) {
      const bin = binOf(pixel);
      this.counts[bin]!++;
      red[bin]! += pixel & 255;
      green[bin]! += (pixel >> 8) & 255;
      blue[bin]! += (pixel >> 16) & 255;
    }
  }

  used(): readonly number[] {
    return Array.from(this.counts.keys()).filter((bin) => this.counts[bin]! > 0);
  }

  pixels(bins: readonly number[]): number {
    return bins.reduce((sum, bin) => sum + this.counts[bin]!, 0);
  }

  /** The mean colour of the pixels in `bins`. */
  mean(bins: readonly number[]): number {
    const pixels = this.pixels(bins);
    const channels = this.#sums.map((sums) =>
      Math.round(bins.reduce((sum, bin) => sum + sums[bin]!, 0) / pixels),
    );
    return (channels[0]! << 16) | (channels[1]! << 8) | channels[2]!;
  }
}

interface Box {
  readonly bins: readonly number[];
  /** The channel that spreads most. */
  readonly shift: number;
  readonly low: number;
  readonly high: number;
  /** How far it spreads, and the more the more pixels there are. */
  readonly weight: number;
}

function* medianCut(bins: Bins): Generator<number, ColourTable> {
  const boxes = [boxOf(bins, bins.used())];
  while (boxes.length < most) {
    const next = boxes.reduce((best, box, i) => (box.weight > boxes[best]!.weight ? i : best), 0);
    if (boxes[next]!.weight === 0) break;
    boxes.splice(next, 1, ...halves(bins, boxes[next]!));
    yield 1;
  }
  const numbers = new Uint8Array(1 << 15);
  for (const [i, box] of boxes.entries()) for (const bin of box.bins) numbers[bin] = i;
  return {
    table: boxes.map((box) => bins.mean(box.bins)),
    numberOf: (pixel) => numbers[binOf(pixel)]!,
  };
}

function boxOf(bins: Bins, inside: readonly number[]): Box {
  const spreads = shifts.map((shift) => {
    let [low, high] = [31, 0];
    for (const bin of inside) {
      low = Math.min(low, levelOf(bin, shift));
      high = Math.max(high, levelOf(bin, shift));
    }
    return {shift, low, high};
  });
  const widest = spreads.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
  const weight = (widest.high - widest.low) * Math.sqrt(bins.pixels(inside));
  return {bins: inside, ...widest, weight};
}

/** Cut so that both halves have about as many pixels; none is empty. */
function halves(bins: Bins, {bins: inside, shift, low, high}: Box): readonly Box[] {
  const pixels = new Uint32Array(32);
  for (const bin of inside) pixels[levelOf(bin, shift)]! += bins.counts[bin]!;
  const half = bins.pixels(inside) / 2;
  let cut = low;
  for (let below = pixels[cut]!; below < half && cut < high - 1; below += pixels[cut]!) cut++;
  const isBelow = (bin: number) => levelOf(bin, shift) <= cut;
  return [
    boxOf(bins, inside.filter(isBelow)),
    boxOf(
      bins,
      inside.filter((bin) => !isBelow(bin)),
    ),
  ];
}

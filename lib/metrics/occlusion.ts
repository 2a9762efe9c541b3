/**
 * How much a score falls when a patch of a picture is covered, laid out over the pixels.
 *
 *     m_i = mean of s(x) - s(x, patch P covered)  over all patches P that cover pixel i
 *
 * (Zeiler & Fergus, 2014, section 4.2, who show the score itself.) Pictures are square, [side, side], one channel.
 */
export interface Patches {
  /** Pixels of a picture's edge. */
  readonly side: number;
  /** Pixels of a patch's edge. */
  readonly edge: number;
  /** Pixels from one patch to the next, so that the last ends where the picture does. */
  readonly stride: number;
}

/** Yields the picture with each patch covered by `cover`, row by row. It is one array, so look at it before going on. */
export function* covered(
  picture: Float32Array,
  patches: Patches,
  cover: number,
): Generator<Float32Array> {
  checkPicture(picture, patches);
  for (const places of patchPlaces(patches)) {
    const shown = picture.slice();
    for (const place of places) shown[place] = cover;
    yield shown;
  }
}

/** The map [side, side], from the score of the whole picture and one for each that `covered` yields. */
export function occlusionMap(
  whole: number,
  scores: ArrayLike<number>,
  patches: Patches,
): Float32Array {
  const places = patchPlaces(patches);
  if (scores.length !== places.length)
    throw new RangeError(`invalid number of scores: ${scores.length} (${places.length} patches)`);
  const size = patches.side ** 2;
  const [falls, counts] = [new Float64Array(size), new Float64Array(size)];
  for (const [p, covers] of places.entries())
    for (const i of covers) {
      falls[i]! += whole - scores[p]!;
      counts[i]!++;
    }
  return Float32Array.from(falls, (fall, i) => fall / counts[i]!);
}

/** The pixels of each patch. */
function patchPlaces({side, edge, stride}: Patches): number[][] {
  const steps = (side - edge) / stride;
  if (!Number.isInteger(steps) || steps < 0 || stride > edge || stride < 1)
    throw new RangeError(
      `invalid patches: ${edge} wide, every ${stride} of ${side} pixels (no pixel left out, the last at the edge)`,
    );
  const starts = Array.from({length: steps + 1}, (_, i) => i * stride);
  const offsets = [...Array(edge).keys()];
  return starts.flatMap((top) =>
    starts.map((left) => offsets.flatMap((y) => offsets.map((x) => (top + y) * side + left + x))),
  );
}

function checkPicture({length}: Float32Array, {side}: Patches): void {
  if (length !== side ** 2)
    throw new RangeError(`invalid picture: ${length} numbers (${side ** 2})`);
}

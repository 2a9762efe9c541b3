/** Drawings that a reader has kept, as a run is given them: bytes [n, 28, 28, 1]. */
import type {NamedArrays} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {drawnSide, mostDrawings} from "./sign-params.js";

const size = drawnSide ** 2;

/** Those in the inputs of a run; none where there are none. */
export function keptIn({drawings}: NamedArrays): ByteImages {
  const data = drawings?.data instanceof Uint8Array ? drawings.data : new Uint8Array(0);
  return {data, shape: [data.length / size, drawnSide, drawnSide, 1]};
}

/** With `picture` [28 · 28] in [-1, 1] behind them. Throws a RangeError where there is no room. */
export function withDrawing({data, shape}: ByteImages, picture: Float32Array): ByteImages {
  if (shape[0] >= mostDrawings)
    throw new RangeError(`too many drawings: ${shape[0] + 1} (at most ${mostDrawings})`);
  const more = new Uint8Array(data.length + size);
  more.set(data);
  more.set(
    picture.map((value) => Math.round((value + 1) * 127.5)),
    data.length,
  );
  return {data: more, shape: [shape[0] + 1, drawnSide, drawnSide, 1]};
}

/** Without the last one. */
export function withoutLast({data, shape}: ByteImages): ByteImages {
  const count = Math.max(0, shape[0] - 1);
  return {data: data.slice(0, count * size), shape: [count, drawnSide, drawnSide, 1]};
}

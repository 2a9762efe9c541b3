/** The drawings that a sign is learned from: ready ones, or the reader's. */
import type {NamedArrays} from "../../lib/array.js";
import {type DrawnSign, drawSigns} from "../../lib/datasets/drawn-signs.js";
import {halved, type Images, toBytes, toFloats} from "../../lib/image.js";
import type {Random} from "../../lib/random.js";
import {drawnSide, leastDrawings, mostDrawings} from "./sign-params.js";

interface Wanted {
  readonly sign: DrawnSign | "own";
  readonly drawings: number;
}

/** [n, 28, 28, 1]. The reader's come as bytes, `inputs.drawings` [n, 28, 28, 1]; of more than are wanted the first count. */
export function taughtDrawings(
  {sign, drawings}: Wanted,
  inputs: NamedArrays,
  random: Random,
): Images {
  if (sign === "own") return ownDrawings(inputs, drawings);
  const data = drawSigns(sign, mostDrawings, random).subarray(0, drawings * drawnSide ** 2);
  return {data: data.map((ink) => 2 * ink - 1), shape: [drawings, drawnSide, drawnSide, 1]};
}

function ownDrawings({drawings: given}: NamedArrays, most: number): Images {
  const size = drawnSide ** 2;
  const data = given?.data instanceof Uint8Array ? given.data : new Uint8Array(0);
  const there = data.length / size;
  if (!Number.isInteger(there))
    throw new RangeError(`invalid drawings: ${data.length} bytes (${size} for each)`);
  if (there < leastDrawings)
    throw new RangeError(
      `too few drawings: ${there} (at least ${leastDrawings}; draw on the pad and press Keep, or choose a ready sign)`,
    );
  const count = Math.min(most, there);
  return toFloats({data: data.slice(0, count * size), shape: [count, drawnSide, drawnSide, 1]});
}

/** As the network sees them. [n, 14, 14, 1] */
export function smallDrawings(drawings: Images) {
  return toBytes(halved(drawings));
}

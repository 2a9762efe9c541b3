/** The drawings that a sign is learned from: ready ones, or the reader's, be they from the pad or a set of their own. */
import type {NamedArrays} from "../../lib/array.js";
import {type DrawnSign, drawSigns} from "../../lib/datasets/drawn-signs.js";
import {firstPictures, halved, type Images, toBytes, toFloats} from "../../lib/image.js";
import {isOwnName, type OwnName} from "../../lib/own-name.js";
import type {Random} from "../../lib/random.js";
import {setIn} from "../shared/any-pictures.setup.js";
import type {RunFiles} from "../shared/run-files.setup.js";
import {drawnSide, leastDrawings, mostDrawings} from "./sign-params.js";

interface Wanted {
  readonly sign: DrawnSign | "own" | OwnName;
  readonly drawings: number;
}

/** What a run is given. */
interface Given {
  readonly files: RunFiles;
  readonly inputs: NamedArrays;
}

/** [n, 28, 28, 1]. The reader's come as bytes, `inputs.drawings` [n, 28, 28, 1] or a set; of more than are wanted the first count. */
export function taughtDrawings(
  {sign, drawings}: Wanted,
  {files, inputs}: Given,
  random: Random,
): Images {
  if (isOwnName(sign)) return ownSet(files, sign, drawings);
  if (sign === "own") return ownDrawings(inputs, drawings);
  const data = drawSigns(sign, mostDrawings, random).subarray(0, drawings * drawnSide ** 2);
  return {data: data.map((ink) => 2 * ink - 1), shape: [drawings, drawnSide, drawnSide, 1]};
}

/** A set has five pictures of each label at least. */
function ownSet(files: RunFiles, name: OwnName, most: number): Images {
  const {images, labels, classNames} = setIn(files, name);
  if (classNames.length > 1)
    throw new RangeError(
      `too many labels: ${classNames.length} (1: a sign is one kind of picture). Make a set of one kind where you put your pictures together`,
    );
  return toFloats(firstPictures(images, Math.min(most, labels.length)));
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

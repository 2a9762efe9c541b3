/** The two pictures of a run, at its size, and the pixels that it starts from. */
import type {NamedArrays} from "../../lib/array.js";
import {attributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {emoji, emojiCaptionsFile, emojiPicturesFile} from "../../lib/datasets/emoji.js";
import {emojiCaptions} from "../../lib/datasets/emoji-captions.js";
import {readIdx} from "../../lib/datasets/idx.js";
import {type StyleName, stylePicture} from "../../lib/datasets/style-pictures.js";
import {type ByteImages, type ImageShape, type Images, pick, toFloats} from "../../lib/image.js";
import type {Params} from "../../lib/params.js";
import {bytesOf, type Raster, rasterOf} from "../../lib/pipeline/raster.js";
import {resized} from "../../lib/pipeline/resize.js";
import type {Random} from "../../lib/random.js";
import {fileOf, type RunFiles} from "../shared/run-files.setup.js";
import {ownSide, styleParams} from "./style-params.js";

type Wanted = Params<typeof styleParams>;
type Role = "content" | "style";

export interface Given {
  readonly files: RunFiles;
  /** The reader's own, `content` and `style`: bytes [1, 160, 160, 3]. */
  readonly inputs: NamedArrays;
}

export interface GivenPictures {
  readonly content: Images;
  readonly style: Images;
  readonly start: Images;
}

/** Photographs in the order of their file. */
const photographs = ["cat", "cup", "wall"];
/** Code point of the butterfly. */
const butterfly = "1F98B";
/** Of the noise: its standard deviation; 2 is from black to white. */
const loudness = 0.3;

/** [1, s, s, 3] each. */
export function givenPictures(
  wanted: Pick<Wanted, Role | "side" | "start">,
  given: Given,
  random: Random,
): GivenPictures {
  const {side, start} = wanted;
  const content = atSide(pictureOf("content", wanted.content, side, given), side);
  const style = atSide(pictureOf("style", wanted.style, side, given), side);
  return {content, style, start: start === "content" ? content : noise(side, random)};
}

function pictureOf(role: Role, name: Wanted[Role], side: number, given: Given): Raster {
  if (name === "own") return rasterOf(ownPicture(role, given.inputs));
  if (name === "butterfly") return rasterOf(emojiPicture(given.files));
  const place = photographs.indexOf(name);
  return place < 0
    ? stylePicture(name as StyleName, side)
    : rasterOf(photographsIn(given.files), place);
}

function ownPicture(role: Role, {[role]: given}: NamedArrays): ByteImages {
  const label = styleParams[role].label;
  if (!given)
    throw new RangeError(
      `missing picture of yours (choose one below the figure, or another “${label}”)`,
    );
  const shape: ImageShape = [1, ownSide, ownSide, 3];
  if (!(given.data instanceof Uint8Array) || `${given.shape}` !== `${shape}`)
    throw new RangeError(`invalid ${role}: [${given.shape}] (bytes [${shape}])`);
  return {data: given.data, shape};
}

function emojiPicture(files: RunFiles): ByteImages {
  const place = emojiCaptions(fileOf(files, emojiCaptionsFile)).findIndex(
    ({code}) => code === butterfly,
  );
  return pick(attributeDataset(emoji, fileOf(files, emojiPicturesFile(24))).images, [place]);
}

function photographsIn(files: RunFiles): ByteImages {
  const {data, shape} = readIdx(fileOf(files, "photographs"));
  return {data, shape: shape as unknown as ImageShape};
}

/** Larger ones by area, smaller ones by smooth curves. */
function atSide(raster: Raster, side: number): Images {
  const by = raster.shape[0] > side ? "area" : "bicubic";
  return toFloats(bytesOf(resized(raster, side, side, by)));
}

function noise(side: number, random: Random): Images {
  const data = random
    .normals(side * side * 3)
    .map((value) => Math.max(-1, Math.min(1, loudness * value)));
  return {data, shape: [1, side, side, 3]};
}

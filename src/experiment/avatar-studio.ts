/** Avatars: faces of nobody that the course's decoder draws, each from a code that its number gives. How a classifier sees them, and how one wears another's face. */
import {unpackBundle} from "../lib/bundle.js";
import {faces} from "../lib/datasets/faces.js";
import type {Images} from "../lib/image.js";
import {plainDecoder} from "../lib/models/plain-decoder.js";
import {dequantise} from "../lib/models/quantised.js";
import {swappedCode} from "../lib/models/swapped-code.js";
import {Random} from "../lib/random.js";
import {avatarEye, type Seen} from "./avatar-eye.js";

export interface AvatarStudio {
  readonly codeSize: number;
  codeOf(avatar: number): Float32Array;
  /** [1, 32, 32, 3] in [-1, 1] */
  draw(code: Float32Array): Images;
  look(picture: Images): Seen;
  /** The code of a picture on which the wearer has another's face; the attributes of the names in `stays` remain the wearer's. */
  swapped(face: Float32Array, wearer: Float32Array, stays: readonly string[]): Float32Array;
}

/** Unzipped files of `data/`. */
export interface AvatarFiles {
  readonly decoder: Uint8Array;
  readonly classifier: Uint8Array;
  readonly axes: Uint8Array;
}

export function avatarStudio(files: AvatarFiles): AvatarStudio {
  const {draw, codeSize} = plainDecoder(dequantise(unpackBundle(files.decoder).arrays));
  const eye = avatarEye(files.classifier, faces.attributes);
  const {arrays} = unpackBundle(files.axes);
  const axesOf = (name: string): Float32Array[] => {
    const axes = arrays[name];
    if (!axes)
      throw new RangeError(`unknown attribute: ${name} (one of ${Object.keys(arrays).join(", ")})`);
    return Array.from({length: axes.shape[0]!}, (_, i) =>
      Float32Array.from(axes.data.subarray(i * codeSize, (i + 1) * codeSize)),
    );
  };
  return {
    codeSize,
    codeOf: (avatar) => new Random(avatar).normals(codeSize),
    draw,
    look: ({data}) => eye(data),
    swapped: (face, wearer, stays) => swappedCode(face, wearer, stays.flatMap(axesOf)),
  };
}

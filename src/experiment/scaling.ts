/** A picture made smaller and enlarged again, by four ways of resizing. */
import {pictureLab} from "../figures/pixels/picture-lab.js";
import {closeness, closenessText} from "../figures/pixels/pixel-text.js";
import {paramTable} from "../lib/params.js";
import {bytesOf} from "../lib/pipeline/raster.js";
import {type Resizing, resized} from "../lib/pipeline/resize.js";
import {differences} from "./differences.js";
import {labPictureNames, labPictures, labSide} from "./lab-pictures.js";

const ways = {
  nearest: "nearest",
  bilinear: "bilinear",
  bicubic: "bicubic",
  area: "area",
} satisfies Record<Resizing, string>;

const dials = paramTable({
  picture: {
    kind: "choice",
    label: "Picture",
    default: "rings",
    group: "view",
    options: labPictureNames,
    help: "What is made smaller.",
  },
  side: {
    kind: "number",
    label: "Small side",
    default: 24,
    min: 8,
    max: labSide,
    step: 4,
    group: "view",
    help: "Pixels along an edge of the small picture. The original has 64.",
  },
  down: {
    kind: "choice",
    label: "Smaller by",
    default: "nearest",
    group: "view",
    options: ways,
    help: "How the small picture is made.",
  },
  up: {
    kind: "choice",
    label: "Larger by",
    default: "bicubic",
    group: "view",
    options: ways,
    help: "How the small picture is enlarged again.",
  },
});

export async function scalingFigure(): Promise<HTMLElement> {
  const pictures = await labPictures();
  return pictureLab({
    label: "a picture made smaller and enlarged again",
    names: ["Original", "Smaller", "Enlarged again", "Differences"],
    dials,
    make({picture, side, down, up}) {
      const original = bytesOf(pictures[picture]);
      const small = bytesOf(resized(pictures[picture], side, side, down));
      const large = bytesOf(
        resized(resized(pictures[picture], side, side, down), labSide, labSide, up),
      );
      return [
        {image: original, caption: `${labSide} by ${labSide} pixels`},
        {image: small, caption: `${side} by ${side}, by ${ways[down]}`},
        {image: large, caption: `by ${ways[up]}: ${closenessText(closeness(original, large))}`},
        {image: differences(original, large), caption: "three times as bright"},
      ];
    },
    says: (_, {side}) =>
      side === labSide
        ? "Nothing is left out: every way gives the picture back."
        : `Of ${labSide * labSide} pixels ${side * side} are left, ${Math.round((100 * side * side) / labSide ** 2)} %. What the large picture has beyond these is made up.`,
  });
}

/** A picture spoilt and mended, with what is left wrong. */
import {pictureLab} from "../figures/pixels/picture-lab.js";
import {closeness, closenessText, cureText} from "../figures/pixels/pixel-text.js";
import {type Params, paramTable} from "../lib/params.js";
import {bytesOf, rasterOf} from "../lib/pipeline/raster.js";
import {Random} from "../lib/random.js";
import {cured, cureNames, cureWords, harmed, harmNames, harmWords} from "./cures.js";
import {differences} from "./differences.js";
import {labPictureNames, labPictures} from "./lab-pictures.js";

const level = (label: string, value: number, help: string) =>
  ({kind: "number", label, default: value, min: 0, max: 10, step: 1, group: "view", help}) as const;

const dials = paramTable({
  picture: {
    kind: "choice",
    label: "Picture",
    default: "cat",
    group: "view",
    options: labPictureNames,
    help: "What is spoilt.",
  },
  harm: {
    kind: "choice",
    label: "Spoil by",
    default: "noise",
    group: "view",
    options: harmNames,
    help: "What is done to the picture.",
  },
  harmLevel: level("How much", 4, "0 leaves the picture as it is."),
  cure: {
    kind: "choice",
    label: "Mend by",
    default: "gaussian",
    group: "view",
    options: cureNames,
    help: "The filter that is to bring it back.",
  },
  cureLevel: level("How strongly", 4, "0 leaves the spoilt picture as it is."),
});

export async function denoisingFigure(): Promise<HTMLElement> {
  const pictures = await labPictures();
  return pictureLab({
    label: "a picture spoilt and mended",
    names: ["Original", "Spoilt", "Mended", "Still wrong"],
    dials,
    drawName: "New noise",
    make({picture, harm, harmLevel, cure, cureLevel}: Params<typeof dials>, draw) {
      const original = bytesOf(pictures[picture]);
      // What a filter gets is a stored picture, as bytes.
      const spoilt = bytesOf(harmed(pictures[picture], harm, harmLevel, new Random(draw)));
      const mended = bytesOf(cured(rasterOf(spoilt), cure, cureLevel));
      const said = (words: string, of: typeof mended) =>
        `${words}: ${closenessText(closeness(original, of))}`;
      return [
        {image: original, caption: labPictureNames[picture]},
        {image: spoilt, caption: said(harmWords(harm, harmLevel), spoilt)},
        {image: mended, caption: said(cureWords(cure, cureLevel), mended)},
        {image: differences(original, mended), caption: "three times as bright"},
      ];
    },
    says: ([original, spoilt, mended]) =>
      cureText(
        closeness(original!.image, spoilt!.image),
        closeness(original!.image, mended!.image),
      ),
  });
}

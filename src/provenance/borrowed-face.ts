/** Avatars that wear each other's faces, drawn by a decoder of the course: the figure with its data, its clock and the reader's key. */
import {element} from "../controls/element.js";
import {type AvatarStudio, avatarStudio} from "../experiment/avatar-studio.js";
import {download} from "../experiment/exports/download.js";
import {inSlices} from "../experiment/in-slices.js";
import {pictureFile} from "../experiment/picture-file.js";
import {drawnPairs, type Pair, swapTrial} from "../experiment/swap-trial.js";
import {drawPicture, pictureStrip} from "../figures/picture-canvas.js";
import {faceSwap} from "../figures/provenance/face-swap.js";
import type {MadeFile, SeenPicture} from "../figures/provenance/swap-session.js";
import {faces} from "../lib/datasets/faces.js";
import {type ByteImages, toBytes} from "../lib/image.js";
import {withPngText} from "../lib/png-text.js";
import type {Request} from "../lib/provenance/consent-requests.js";
import {originText} from "../lib/provenance/consent-words.js";
import {hashesOf, withCredential} from "../lib/provenance/credential.js";
import {Random} from "../lib/random.js";
import {pngOf} from "./canvas-png.js";
import {ownKeys} from "./own-key.js";
import {shownAvatars, shownPairs, shownStays} from "./swap-settings.js";

/** Canvas pixels for each of a picture, in a file. */
const scale = 4;

export async function borrowedFaceFigure(): Promise<HTMLElement> {
  const {subtle} = globalThis.crypto;
  if (!subtle)
    return element("p", {role: "alert"}, "Signatures need a secure page: https, or localhost.");
  const [decoder, classifier, axes] = await Promise.all(
    ["decoder-faces", "classifier-faces", "face-axes"].map(pictureFile),
  );
  const studio = avatarStudio({decoder: decoder!, classifier: classifier!, axes: axes!});
  const pictureOf = seenPictures(studio);
  const now = () => new Date().toISOString();
  let met: readonly Pair[] | undefined;
  return faceSwap({
    label: "an avatar that wears another’s face",
    attributes: faces.attributes,
    stays: shownStays,
    numbers: avatarNumbers(),
    now,
    avatar: (number) => pictureOf(studio.codeOf(number), String(number)),
    swapped: (face, wearer, kept) =>
      pictureOf(studio.swapped(studio.codeOf(face), studio.codeOf(wearer), kept)),
    async fileOf(picture): Promise<MadeFile> {
      const png = await pngOf(canvasOf(picture));
      return {png, hash: (await hashesOf(subtle, png)).pixels};
    },
    async save({png}, request: Request, kept) {
      const recipe = originText(request, kept);
      const told = {recipe, from: now(), until: request.until};
      const file = withPngText(png, "Recipe", recipe);
      const signed = await withCredential(file, told, {subtle, keys: await ownKeys(subtle)});
      const name = `face-of-${request.face}-on-${request.wearer}.png`;
      download(name, signed, "image/png");
      return name;
    },
    async trial(kept, tell) {
      met ??= await inSlices(drawnPairs(studio, shownPairs), (count) => tell(2 * count));
      const before = 2 * met.length;
      return inSlices(swapTrial(studio, met, kept), (count) => tell(before + count));
    },
  });
}

/** Draws a code and looks at it; what has a name is drawn once. */
function seenPictures(studio: AvatarStudio) {
  const known = new Map<string, SeenPicture>();
  return (code: Float32Array, name?: string): SeenPicture => {
    const before = name === undefined ? undefined : known.get(name);
    if (before) return before;
    const picture = studio.draw(code);
    const seen = {picture: toBytes(picture), seen: studio.look(picture)};
    if (name !== undefined) known.set(name, seen);
    return seen;
  };
}

/** Numbers of four digits: of the first two, then as chance has it. */
function* avatarNumbers(): Generator<number, never> {
  yield* shownAvatars;
  const random = new Random(11).fork("avatars");
  for (;;) yield 1000 + random.integer(9000);
}

function canvasOf(picture: ByteImages): HTMLCanvasElement {
  const [, side] = picture.shape;
  const canvas = element("canvas", {width: side * scale, height: side * scale});
  drawPicture(canvas.getContext("2d")!, pictureStrip(picture), side, 0, 0, 0, scale);
  return canvas;
}

/** Digits that the recorded GAN drew, to be signed: the desk with its picture. */
import {element} from "../controls/element.js";
import {pictureFile} from "../experiment/picture-file.js";
import {drawPicture, pictureStrip} from "../figures/picture-canvas.js";
import {firstPictures} from "../lib/image.js";
import {unpackJudged} from "../lib/questions/judged-pictures.js";
import {signingDesk} from "./signing-desk.js";

const maker = "gan-digits";
const [columns, rows, scale] = [5, 2, 4];

export async function signedExample(): Promise<HTMLElement> {
  const {subtle} = globalThis.crypto;
  if (!subtle)
    return element("p", {role: "alert"}, "Signatures need a secure page: https, or localhost.");
  const {makers} = unpackJudged(await pictureFile("judged-digits"));
  const {images, run} = makers.find(({id}) => id === maker)!;
  const side = images.shape[1];
  const strip = pictureStrip(firstPictures(images, columns * rows));
  return signingDesk({
    label: "a signed picture, and changes to it",
    subtle,
    now: () => new Date(),
    recipe: `${maker}, step ${run!.steps}, wasm\nseed = ${run!.seed}`,
    draw(canvas, isChanged) {
      [canvas.width, canvas.height] = [columns * side * scale, rows * side * scale];
      const context = canvas.getContext("2d")!;
      for (let i = 0; i < columns * rows; i++) {
        const [x, y] = [(i % columns) * side * scale, Math.floor(i / columns) * side * scale];
        drawPicture(context, strip, side, i, x, y, scale);
      }
      context.fillStyle = "#ffffff";
      if (isChanged) context.fillRect(3 * scale, 3 * scale, scale, scale);
    },
  });
}

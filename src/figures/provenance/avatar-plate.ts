import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";

const side = 32;

/** A place for an avatar's picture, over its caption. */
export function avatarPlate() {
  const cell = pictureCell(side, side, 3, {role: "generated"});
  const caption = element("figcaption");
  let shown: ByteImages | undefined;
  return {
    element: element("figure", {}, cell.element, caption),
    /** No picture leaves the place empty. */
    show(picture: ByteImages | undefined, words: string) {
      shown = picture;
      setText(caption, words);
    },
    draw(scale: number) {
      cell.draw(shown && pictureStrip(shown), shown && 0, scale);
    },
  };
}

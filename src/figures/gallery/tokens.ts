/** Pictures of tokens, made up of shapes. */
import {Random} from "../../lib/random.js";
import {codebookSheet} from "../tokens/codebook-sheet.js";
import {tokenEraser} from "../tokens/token-eraser.js";
import {tokenSheet} from "../tokens/token-sheet.js";
import {shapePictures} from "./synthetic.js";

const entries = 32;

export const tokens = {
  tokenSheet: () => {
    const sheet = tokenSheet("Synthetic shapes below tokens");
    const random = new Random(3);
    const shape = [20, 49];
    sheet.update({
      images: shapePictures(20, 31),
      tokens: {data: Uint8Array.from({length: 980}, () => random.integer(entries)), shape},
      turns: {data: Uint8Array.from({length: 980}, (_, i) => 1 + (i % 49)), shape},
      patches: shapePictures(entries, 32, 8),
    });
    return sheet;
  },

  codebookSheet: () => {
    const sheet = codebookSheet("A codebook of synthetic shapes", entries);
    const shares = Float32Array.from({length: entries}, (_, k) =>
      k % 5 === 4 ? 0 : 0.3 / (k + 1),
    );
    sheet.update({patches: shapePictures(entries, 32, 8), shares});
    return sheet;
  },

  tokenEraser: () => {
    const eraser = tokenEraser("A synthetic shape");
    eraser.update({
      picture: shapePictures(1, 33),
      erased: [22, 23, 24, 29, 30, 31],
      isFixed: false,
    });
    return eraser;
  },
};

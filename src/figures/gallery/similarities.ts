/** How alike made-up captions and pictures are. */
import {Random} from "../../lib/random.js";
import {similarityMatrix} from "../similarity/similarity-matrix.js";
import {colourPictures} from "./synthetic.js";

const count = 50;

export const similarities = {
  similarityMatrix: () => {
    const matrix = similarityMatrix({
      label: "How alike made-up captions and pictures are",
      count,
      side: 24,
    });
    const random = new Random(41);
    const near = (i: number) => Math.max(0, 1 - Math.abs((i % count) - Math.floor(i / count)) / 6);
    matrix.update({
      similarities: Float32Array.from(
        {length: count * count},
        (_, i) => 0.6 * near(i) + random.uniform(-0.3, 0.3),
      ),
      pictures: colourPictures(count, 42),
      captions: Array.from({length: count}, (_, i) => `made-up caption ${i + 1}`),
    });
    return matrix;
  },
};

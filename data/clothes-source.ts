import {clothes} from "../lib/datasets/clothes.js";
import type {ImageSource} from "./pack-images.js";

const folder = process.env.FASHION_MNIST ?? "/usr/share/datasets/fashion-mnist";

export const clothesSource: ImageSource = {
  set: clothes,
  files: {
    train: [`${folder}/train-images-idx3-ubyte.gz`, `${folder}/train-labels-idx1-ubyte.gz`],
    test: [`${folder}/t10k-images-idx3-ubyte.gz`, `${folder}/t10k-labels-idx1-ubyte.gz`],
  },
  facts: {
    source: {
      title: "Fashion-MNIST, from the Debian package dataset-fashion-mnist",
      url: "https://github.com/zalandoresearch/fashion-mnist",
      version: "0.0~git20200523.55506a9-1",
    },
    author: "Zalando SE (Han Xiao, Kashif Rasul, Roland Vollgraf)",
    licence: "MIT",
    licenceNote: "Copyright 2017 Zalando SE. Changed: a balanced choice, repacked.",
    script: "npx tsx data/pack-clothes.ts",
  },
};

/** A mark in the course's pictures: the figure with its data. */
import {breathe} from "../figures/breathe.js";
import {type WatermarkSet, watermark} from "../figures/provenance/watermark.js";
import {clothes} from "../lib/datasets/clothes.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {pick} from "../lib/image.js";
import {linearCode} from "../lib/provenance/linear-code.js";
import {codeNumbers} from "../lib/provenance/watermark-trial.js";
import {Random} from "../lib/random.js";
import {pictureFile} from "./picture-file.js";

/** Of the pictures that are never marked, those from which a code is found. */
const codedFrom = 1000;
const codedCount = 600;

export function watermarkFigure(): HTMLElement {
  return watermark({
    label: "a watermark and what takes it away",
    sets: {
      clothes: {words: "clothes", images: () => setOf("clothes")},
      digits: {words: "handwritten digits", images: () => setOf("digits")},
    },
  });
}

const sources = {clothes, digits} as const;
const made = new Map<keyof typeof sources, Promise<WatermarkSet>>();

/** Fetched and coded once. */
function setOf(name: keyof typeof sources): Promise<WatermarkSet> {
  const known = made.get(name) ?? makeSet(name);
  made.set(name, known);
  return known;
}

async function makeSet(name: keyof typeof sources): Promise<WatermarkSet> {
  const {images} = imageDataset(sources[name], await pictureFile(`${name}-test`));
  const others = Array.from({length: codedCount}, (_, i) => codedFrom + i);
  return {
    images,
    code: await linearCode(pick(images, others), codeNumbers, new Random(1), breathe),
  };
}

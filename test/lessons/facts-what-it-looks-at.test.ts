import {test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackBundle} from "../../lib/bundle.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {firstPictures, toFloats} from "../../lib/image.js";
import {firstWeights} from "../../lib/models/first-weights.js";
import {dequantise} from "../../lib/models/quantised.js";
import {Random} from "../../lib/random.js";
import {agreementsOf, deletionsOf, eyeOf, lookedAt, seenIn, triedCount} from "../../src/experiment/saliency-trial.js";

const weightsIn = (name: string) => dequantise(unpackBundle(dataFile(name)).arrays);
const learned = weightsIn("classifier-digits");
const eyes = {
  own: eyeOf(learned),
  other: eyeOf(weightsIn("classifier-digits-second")),
  first: eyeOf(firstWeights(learned, new Random(1).fork("weights"))),
};
const {images, labels} = imageDataset(digits, dataFile("digits-test"));
const pictures = Array.from({length: triedCount}, (_, i) => toFloats(firstPictures(images, triedCount)).data.slice(784 * i, 784 * (i + 1)));
function ended<T>(work: Generator<unknown, T>): T {
  for (;;) { const next = work.next(); if (next.done) return next.value; }
}
test("print", () => {
  const t = performance.now();
  const all = ended(lookedAt(eyes, pictures));
  console.log("ms", performance.now() - t, [...labels.slice(0, 30)].join(), all.map((l) => l.kind).join(), pictures.map((p) => seenIn(eyes.first, p)).join(), pictures.map((p) => seenIn(eyes.other, p)).join());
  const show = (e: any) => `${e.value.toFixed(3)} (${e.low.toFixed(3)} to ${e.high.toFixed(3)})`;
  for (const ink of [false, true]) for (const [k, v] of Object.entries(agreementsOf(all, ink))) console.log(ink, k, Object.entries(v).map(([n, e]) => `${n} ${show(e)}`).join("; "));
  for (const fill of ["grey", "black"] as const) for (const count of [20, 40]) {
    for (const [k, d] of Object.entries(ended(deletionsOf(eyes.own, all, {count, fill})))) console.log(fill, count, k, show(d.probability), "rand", show(d.belowRandom), "ink", show(d.belowInk));
  }
  console.log("ms", performance.now() - t);
}, 120000);

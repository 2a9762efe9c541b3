import {expect, it} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackBundle} from "../../lib/bundle.js";
import {plainClassifier} from "../../lib/models/plain-classifier.js";
import {dequantise} from "../../lib/models/quantised.js";
import {asInspection, firstStrokes, shares} from "../../src/experiment/cnn-sees-data.js";
import {arithmeticAt} from "../../src/experiment/inside/inside-data.js";
import {drawnDigit} from "../../src/figures/paint/drawn-digit.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("01-introduction");
const weights = dequantise(unpackBundle(dataFile("classifier-digits")).arrays);
const classify = plainClassifier(weights);

/** A number of kernel `filter`, counted from 1, of the first layer, as it is written. */
const weightOf = (filter: number, row: number, column: number) =>
  Number(weights["conv1/kernel"]!.data[(3 * row + column) * 16 + filter - 1])
    .toFixed(2)
    .replace("-", "−");

/** A white bar down, three pixels wide, in columns 13 to 15. */
const bar = Float32Array.from({length: 784}, (_, i) => {
  const [x, y] = [i % 28, Math.floor(i / 28)];
  return x >= 13 && x <= 15 && y >= 6 && y <= 22 ? 1 : -1;
});

/** The column in which the map is largest, halfway down the bar. */
function darkestColumn(filter: number): number {
  const {data} = classify(bar).conv1;
  const row = Array.from({length: 28}, (_, x) => data[(14 * 28 + x) * 16 + filter - 1]!);
  return row.indexOf(Math.max(...row));
}

it("says the weights of the two kernels as they are, and where their maps are dark", () => {
  expect(text).toContain(
    `Its middle weight is ${weightOf(14, 1, 1)}, and those in its right column are ${weightOf(14, 0, 2)}, ${weightOf(14, 1, 2)} and ${weightOf(14, 2, 2)}`,
  );
  expect(text).toContain(
    `large weights, ${weightOf(9, 1, 0)} and ${weightOf(9, 2, 0)}, with ${weightOf(9, 1, 1)} and ${weightOf(9, 2, 1)} in the middle`,
  );
  expect(darkestColumn(14)).toBe(12);
  expect(darkestColumn(9)).toBe(16);
});

it("says what it calls an empty pad, and reads the 2 that is there at first", () => {
  const empty = shares(classify(new Float32Array(784).fill(-1)).logits.data);
  expect(text).toContain(`is called a 1, with ${Math.round(100 * empty[1]!)} %`);
  const first = shares(classify(drawnDigit(firstStrokes)!).logits.data);
  expect(first[2]).toBeGreaterThan(0.9);
  expect(first.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
});

it("says how many weights each layer has, and how much one number sees", () => {
  const count = (layer: string) =>
    (
      weights[`${layer}/kernel`]!.data.length + weights[`${layer}/bias`]!.data.length
    ).toLocaleString("en");
  expect(text).toContain(
    `The first layer has ${count("conv1")}, the second ${count("conv2")}, the third ${count("conv3")}`,
  );
  expect(text).toContain(`has ${count("features")}: four of five`);
  // A window of 3 reaches two numbers farther; each pooling doubles how far a number reaches.
  const [second, third] = [3 + 1 + 2 * 2, 3 + 1 + 2 * 2 + 2 + 2 * 4];
  expect(text).toContain(`in layer 2 it is ${second} by ${second}`);
  expect(text).toContain(`in layer 3 it is ${third} by ${third}`);
});

it("shows sums that give what the network gives", () => {
  const picture = drawnDigit(firstStrokes)!;
  const inspection = asInspection(picture, classify(picture), weights);
  for (const layer of inspection.layers)
    for (const filter of [0, 9]) {
      const place = {picture: 0, row: 2, column: 3, filter};
      const {sum, activation} = arithmeticAt(layer, inspection, place);
      expect(activation!.value).toBeCloseTo(Math.max(0, sum), 4);
    }
});

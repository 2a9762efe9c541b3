import {expect, it} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {unpackBundle} from "../../../lib/bundle.js";
import {attributeDataset} from "../../../lib/datasets/attribute-dataset.js";
import {digits} from "../../../lib/datasets/digits.js";
import {faces} from "../../../lib/datasets/faces.js";
import {imageDataset} from "../../../lib/datasets/image-dataset.js";
import {pick, toFloats} from "../../../lib/image.js";
import {choicesOf, loadAttributeClassifier} from "../../../lib/models/attribute-classifier.js";
import {loadClassifier} from "../../../lib/models/classifier.js";
import {type LayerName, plainClassifier} from "../../../lib/models/plain-classifier.js";
import {dequantise} from "../../../lib/models/quantised.js";
import {startWasm} from "../../wasm.js";

await startWasm();

const bytes = dataFile("classifier-digits");
const weights = dequantise(unpackBundle(bytes).arrays);
const {images} = imageDataset(digits, dataFile("digits-test"));
const some = toFloats(pick(images, [0, 1, 2, 3]));

it("gives the features and logits that the engine's network gives", async () => {
  const classifier = loadClassifier(bytes);
  const expected = await classifier.classify(some);
  classifier.dispose();
  const classify = plainClassifier(weights);
  for (let i = 0; i < 4; i++) {
    const {features, logits, conv2} = classify(some.data.subarray(784 * i, 784 * (i + 1)));
    expect(conv2.shape).toEqual([14, 14, 32]);
    for (let k = 0; k < 10; k++)
      expect(logits.data[k]).toBeCloseTo(expected.logits[10 * i + k]!, 3);
    for (let k = 0; k < 64; k++)
      expect(features.data[k]).toBeCloseTo(expected.features[64 * i + k]!, 3);
  }
});

it("gives the logits of the network that names the attributes of coloured faces", async () => {
  const network = dataFile("classifier-faces");
  const judge = loadAttributeClassifier(faces.attributes, network);
  const set = attributeDataset(faces, dataFile("faces-test"));
  const three = toFloats(pick(set.images, [0, 1, 2]));
  const expected = await judge.classify(three);
  judge.dispose();
  const classify = plainClassifier(dequantise(unpackBundle(network).arrays));
  for (let i = 0; i < 3; i++) {
    const {logits, conv3} = classify(three.data.subarray(3072 * i, 3072 * (i + 1)));
    expect(conv3.shape).toEqual([6, 6, 32]);
    const {choices, probabilities} = choicesOf(faces.attributes, logits.data);
    expect([...choices]).toEqual([...expected.choices.subarray(7 * i, 7 * (i + 1))]);
    for (const [k, value] of probabilities.entries())
      expect(value).toBeCloseTo(expected.probabilities[24 * i + k]!, 3);
  }
});

const bits = ({buffer}: Float32Array) => Buffer.from(buffer).toString("latin1");

it("gives the same numbers, to the bit, where it computes only what a changed patch reaches", () => {
  const classify = plainClassifier(weights);
  const picture = some.data.slice(0, 784);
  const known = {picture, outputs: classify(picture)};
  for (const [top, left, edge] of [
    [0, 0, 8],
    [20, 20, 8],
    [9, 0, 3],
    [13, 14, 1],
    [0, 0, 28],
    [5, 5, 0],
  ] as const) {
    const other = picture.slice();
    for (let i = 0; i < edge ** 2; i++)
      other[28 * (top + Math.floor(i / edge)) + left + (i % edge)] = 0.3;
    const [found, whole] = [classify(other, known), classify(other)];
    for (const [name, {data}] of Object.entries(whole))
      expect(bits(found[name as LayerName].data), name).toBe(bits(data));
  }
});

it("says what does not fit", () => {
  expect(() => plainClassifier(weights)(new Float32Array(196))).toThrow(
    "invalid picture: 196 numbers (784)",
  );
  expect(() => plainClassifier({})(new Float32Array(784))).toThrow("missing weight: conv1/kernel");
});

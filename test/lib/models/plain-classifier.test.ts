import {expect, it} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {unpackBundle} from "../../../lib/bundle.js";
import {digits} from "../../../lib/datasets/digits.js";
import {imageDataset} from "../../../lib/datasets/image-dataset.js";
import {pick, toFloats} from "../../../lib/image.js";
import {loadClassifier} from "../../../lib/models/classifier.js";
import {plainClassifier} from "../../../lib/models/plain-classifier.js";
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

it("says what does not fit", () => {
  expect(() => plainClassifier(weights)(new Float32Array(196))).toThrow(
    "invalid picture: 196 numbers (784)",
  );
  expect(() => plainClassifier({})(new Float32Array(784))).toThrow("missing weight: conv1/kernel");
});

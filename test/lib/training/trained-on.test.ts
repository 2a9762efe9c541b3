import {afterEach, beforeAll, expect, test} from "vitest";
import type {Autoencoder} from "../../../lib/models/autoencoder.js";
import type {Gan} from "../../../lib/models/gan.js";
import type {SupervisedClassifier} from "../../../lib/models/supervised-classifier.js";
import type {BatchSource, Samples} from "../../../lib/pipeline/batches.js";
import {type LabelledSamples, labelledBatches} from "../../../lib/pipeline/labelled-batches.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {trainedOn} from "../../../lib/training/trained-on.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const labelled = () =>
  labelledBatches(
    {
      name: "x",
      title: "x",
      classNames: ["a", "b"],
      images: {data: Uint8Array.of(0, 255, 255, 0), shape: [2, 1, 2, 1]},
      labels: Uint8Array.of(0, 1),
    },
    {batchSize: 2, shift: 0},
    new Random(1),
  );

test("a batch has the parts of its source as tensors, and is freed at one call", async () => {
  const model = {} as SupervisedClassifier;
  const {batches} = trainedOn(model, labelled());
  const before = tf.memory().numTensors;
  const {x, label, ...others} = batches.next();
  expect(others).toEqual({});
  const given = labelled().next();
  expect(x.shape).toEqual([2, 1, 2, 1]);
  expect(await x.data()).toEqual(given.x.data);
  expect(label!.dtype).toBe("int32");
  expect(await label!.data()).toEqual(given.label.data);
  tf.dispose({x, label: label!});
  expect(tf.memory().numTensors).toBe(before);
});

test("its place is that of its source", () => {
  const [source, {batches}] = [labelled(), trainedOn({} as SupervisedClassifier, labelled())];
  source.next();
  batches.restore(source.state());
  expect(batches.state()).toEqual(source.state());
});

/** `tsc` checks each line below an expected error: without that error it fails. */
function pairs(
  pictures: BatchSource<Samples>,
  labels: BatchSource<LabelledSamples>,
  models: {autoencoder: Autoencoder; classifier: SupervisedClassifier; gan: Gan},
) {
  trainedOn(models.autoencoder, pictures);
  trainedOn(models.autoencoder, labels);
  trainedOn(models.classifier, labels);
  trainedOn(models.gan, pictures);
  trainedOn(models.gan, labels);
  // @ts-expect-error: these pictures have no labels
  trainedOn(models.classifier, pictures);
}
void pairs;

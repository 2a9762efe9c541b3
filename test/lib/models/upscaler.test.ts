import {beforeAll, expect, test} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {tensorBatches} from "../../../lib/models/tensor-batches.js";
import {Upscaler, type UpscalerOptions} from "../../../lib/models/upscaler.js";
import {enlarging, enlargingBatches} from "../../../lib/pipeline/enlarging.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const options: UpscalerOptions = {
  ...{side: 4, channels: 1, factor: 2, residual: true, layers: 1, width: 8},
  loss: "squared",
  ...{learningRate: 0.01, decaySteps: 0},
};

/** Pictures of the side with an upright edge between black and white, each at a place of its own. */
function edges(count: number, side: number): ByteImages {
  const data = Uint8Array.from({length: count * side * side}, (_, i) => {
    const [picture, x] = [Math.floor(i / side ** 2), i % side];
    return x > picture % (side - 1) ? 255 : 0;
  });
  return {data, shape: [count, side, side, 1]};
}

test("learns what bicubic lacks, and frees all that it made", async () => {
  const tensors = tf.memory().numTensors;
  const model = new Upscaler(options, new Random(1));
  const source = enlargingBatches(enlarging(edges(7, 8), 2), 7, new Random(1));
  const batches = tensorBatches(source);
  const losses = [];
  for (let i = 0; i < 150; i++) {
    const batch = batches.next();
    losses.push(await model.step(batch));
    tf.dispose(Object.values(batch));
  }
  expect(losses[0]!.loss, "it begins as bicubic").toBeCloseTo(losses[0]!.bicubicLoss, 6);
  expect(losses.at(-1)!.bicubicLoss, "which learns nothing").toBeCloseTo(losses[0]!.bicubicLoss, 6);
  expect(losses.at(-1)!.loss).toBeLessThan(losses[0]!.loss / 2);
  model.dispose();
  expect(tf.memory().numTensors).toBe(tensors);
});

test("enlarges pictures of another size, many at a time, as one by one", async () => {
  const model = new Upscaler({...options, loss: "absolute"}, new Random(1));
  const [kernel] = model.networks.upscaler.getLayer("details").trainableWeights;
  const values = tf.tensor(new Random(2).normals(9 * 8 * 4), [3, 3, 8, 4]);
  kernel!.write(values);
  values.dispose();
  const {small, base} = enlarging(edges(40, 12), 2);
  const all = await model.enlarge(small, base);
  expect(all.shape).toEqual([40, 12, 12, 1]);
  const part = (images: ByteImages, size: number): ByteImages => ({
    data: images.data.subarray(35 * size, 36 * size),
    shape: [1, ...(images.shape.slice(1) as [number, number, number])],
  });
  const one = await model.enlarge(part(small, 36), part(base, 144));
  for (const [i, value] of one.data.entries())
    expect(value).toBeCloseTo(all.data[35 * 144 + i]!, 5);
  expect([...all.data], "details were added").not.toEqual(
    [...base.data].map((byte) => Math.fround(byte / 127.5 - 1)),
  );
  model.dispose();
});

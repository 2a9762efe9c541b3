import {expect, it} from "vitest";
import {labelledBatches} from "../../../lib/pipeline/labelled-batches.js";
import {noiseMixture, noisyBatches} from "../../../lib/pipeline/noise-mixture.js";
import {Random} from "../../../lib/random.js";

const dataset = {
  ...{name: "made", title: "made", classNames: ["a", "b"]},
  images: {data: new Uint8Array(40 * 100).fill(255), shape: [40, 10, 10, 1]},
  labels: Uint8Array.from({length: 40}, (_, i) => i % 2),
} as const;
const source = () => labelledBatches(dataset, {batchSize: 20, shift: 0}, new Random(3));

it("mixes picture and noise by their shares, and cuts what no pixel can show", () => {
  const picture = Float32Array.of(1, -1, 1, -1);
  expect([...noiseMixture(picture, 1, [9, 9, 9, 9])]).toEqual([1, -1, 1, -1]);
  expect([...noiseMixture(picture, 0.5, [0, 0, 3, -3])]).toEqual([0.5, -0.5, 1, -1]);
  expect([...noiseMixture(picture, 0, [0.25, -2, 0, 5])]).toEqual([0.25, -1, 0, 1]);
});

it("gives pictures of all shares down to the least, and leaves labels alone", () => {
  const noisy = noisyBatches(source(), 0.6);
  const {x, label} = noisy.next();
  expect(label.data).toEqual(source().next().label.data);
  // All pixels are white, so that the mean of a picture falls with its share of noise.
  const means = label.data.reduce<number[]>((all, _, i) => {
    const pixels = x.data.subarray(100 * i, 100 * (i + 1));
    all.push(pixels.reduce((sum, value) => sum + value, 0) / 100);
    return all;
  }, []);
  expect(Math.max(...means)).toBeGreaterThan(0.9);
  expect(Math.min(...means)).toBeLessThan(0.6);
  expect(Math.min(...means)).toBeGreaterThan(0.1);
});

it("goes on from a place as it went on before, and draws anew each time", () => {
  const [one, other] = [noisyBatches(source(), 0.8), noisyBatches(source(), 0.8)];
  const first = one.next().x.data.slice();
  const place = one.state();
  const second = one.next().x.data.slice();
  expect(second).not.toEqual(first);
  other.restore(place);
  expect(other.next().x.data).toEqual(second);
});

it("without noise is the source itself, and refuses a share that is none", () => {
  const plain = source();
  expect(noisyBatches(plain, 0)).toBe(plain);
  expect(() => noisyBatches(plain, 1.2)).toThrow(
    "invalid share of noise: 1.2 (a number from 0 to 1)",
  );
});

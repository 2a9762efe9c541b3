/** Complex numbers and Fourier transforms on wasm, against TF.js's cpu back end. */
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, expectLikeCpu, normal} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);

const numbers = (shape: readonly number[], seed = 1) => {
  const random = new Random(seed);
  return tf.complex(normal(shape, random), normal(shape, random));
};
const parts = (x: tf.Tensor) => [tf.real(x), tf.imag(x)];

describe.each([[1], [2], [3], [8], [12], [2, 3, 5], [3, 49], [2, 97], [100]])(
  "%s %s %s",
  (...sides) => {
    const shape = sides.filter((side) => side !== undefined);

    test("there and back are what the cpu back end makes", () =>
      expectLikeCpu(() => [
        ...parts(tf.spectral.fft(numbers(shape))),
        ...parts(tf.spectral.ifft(numbers(shape))),
      ]));

    test("of real numbers, with zeros added and with an end cut off", () =>
      expectLikeCpu(() => {
        const x = normal(shape, new Random(2));
        const n = shape.at(-1)!;
        const lengths = [undefined, n + 3, ...(n > 1 ? [n - 1] : [])];
        return lengths.flatMap((length) => parts(tf.spectral.rfft(x, length)));
      }));
  },
);

test("a transform of waves finds each", async () => {
  const wave = (i: number) =>
    Math.cos((2 * Math.PI * 5 * i) / 60) + 2 * Math.sin((2 * Math.PI * 12 * i) / 60);
  const x = tf.tensor1d(Float32Array.from({length: 60}, (_, i) => wave(i)));
  const spectrum = await tf.abs(tf.spectral.rfft(x)).data();
  const expected = Array.from({length: 31}, (_, k) => (k === 5 ? 30 : k === 12 ? 60 : 0));
  expectClose(spectrum, expected, tolerances.cpu);
});

test("real numbers come back from their transform", () =>
  expectLikeCpu(() => [7, 8].map((n) => tf.spectral.irfft(numbers([2, n])))));

test("a sound in windows", () =>
  expectLikeCpu(() => parts(tf.signal.stft(normal([64], new Random(3)) as tf.Tensor1D, 16, 8))));

test("sums and products are what the cpu back end makes", () =>
  expectLikeCpu(() => {
    const [x, y] = [numbers([2, 3], 1), numbers([2, 3], 2)];
    const [sum, difference, product] = [tf.add(x, y), tf.sub(x, y), tf.mul(x, y)];
    return [...[sum, difference, product, tf.reshape(x, [3, 2])].flatMap(parts), tf.abs(x)];
  }));

const moves: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>> = {
  transpose: (x) => tf.transpose(x),
  slice: (x) => tf.slice(x, [0, 1], [2, 2]),
  concat: (x) => tf.concat([x, x], 1),
  stack: (x) => tf.stack([x, x]),
  split: (x) => tf.split(x, 3, 1)[1]!,
  gather: (x) => tf.gather(x, tf.tensor1d([1, 1, 0], "int32")),
  reverse: (x) => tf.reverse(x, 1),
  tile: (x) => tf.tile(x, [2, 2]),
  sum: (x) => tf.sum(x, 0),
  clone: (x) => tf.clone(x),
};

test.each(Object.entries(moves))("%s does the same to both parts", async (_, move) => {
  const x = numbers([2, 3]);
  const whole = parts(move(x));
  const apart = parts(x).map(move);
  for (const [i, each] of whole.entries()) {
    expect(each.shape).toEqual(apart[i]!.shape);
    expect(await each.data()).toEqual(await apart[i]!.data());
  }
});

test("they are read as TF.js has them, and freed", async () => {
  const before = tf.memory().numTensors;
  const {dataIdMap} = tf.backend() as unknown as {dataIdMap: {numDataIds(): number}};
  const blocks = dataIdMap.numDataIds();
  const x = tf.tidy(() => tf.complex(tf.tensor1d([1, 2]), tf.tensor1d([3, 4])));
  expect([...(await x.data())]).toEqual([1, 3, 2, 4]);
  expect(x.toString()).toContain("1 + 3j");
  const y = tf.tidy(() => tf.spectral.ifft(tf.spectral.fft(tf.mul(x, x))));
  expectClose(await y.data(), [-8, 6, -12, 16], tolerances.cpu);
  tf.dispose([x, y]);
  expect([tf.memory().numTensors, dataIdMap.numDataIds()]).toEqual([before, blocks]);
});

test("what else is done to them is refused by name, and to others is not", async () => {
  const x = numbers([2, 2]);
  expect(() => tf.exp(x)).toThrow("unsupported on wasm: Exp of complex numbers");
  expect(() => tf.matMul(x, x)).toThrow("unsupported on wasm: BatchMatMul of complex numbers");
  expect([...(await tf.exp(tf.zeros([2])).data())]).toEqual([1, 1]);
});

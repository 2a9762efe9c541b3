import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

const modes: readonly [alignCorners: boolean, halfPixelCenters: boolean][] = [
  [false, false],
  [true, false],
  [false, true],
];

describe.each(modes)("the nearest pixel, corners aligned: %j, half pixels: %j", (...mode) => {
  const sizes = [
    ...[
      [1, 1, 1, 1, 3, 2],
      [1, 4, 5, 3, 8, 10],
      [1, 7, 5, 4, 3, 2],
    ],
    ...[
      [1, 6, 6, 16, 18, 7],
      [1, 3, 3, 17, 1, 1],
      [1, 2, 9, 5, 2, 9],
    ],
  ] as [n: number, h: number, w: number, c: number, oh: number, ow: number][];

  test.each(sizes)(
    "%i pictures %i by %i of %i channels to %i by %i",
    async (_, h, w, c, oh, ow) => {
      const resize = (x: tf.Tensor) =>
        tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [oh, ow], ...mode);
      for (const n of [1, 3]) {
        await expectLikeCpu(() => resize(normal([n, h, w, c], new Random(1))));
        await expectGradient((x) => tf.square(resize(x)), [normal([n, h, w, c], new Random(2))], 3);
      }
      // TF.js's gradient on cpu takes the wrong pictures of a batch, forgets half pixels, and never ends for one aligned pixel.
      if (!mode[1] && !(mode[0] && h === 1))
        await expectLikeCpu(() => tf.grad(resize)(normal([1, h, w, c], new Random(1))));
    },
  );
});

test("of whole numbers it is TF.js's own, and nothing leaks", async () => {
  const whole = () =>
    tf.image.resizeNearestNeighbor(tf.ones<tf.Rank.R4>([1, 2, 2, 1], "int32"), [3, 3]);
  await expectLikeCpu(whole);
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  const resize = (x: tf.Tensor) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [4, 4]);
  tf.tidy(() => void tf.grad(resize)(tf.ones([2, 2, 2, 3])));
  expect(tf.memory().numTensors).toBe(before);
});

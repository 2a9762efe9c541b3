/** Convolution by 3 x 3 windows with six points a line. */
import {beforeAll, describe, expect, test} from "vitest";
import {convolve3x3} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, expectGradient, expectLikeCpu, normal, valuesOn} from "./checks.js";

beforeAll(startWasm);

type Shape4D = [number, number, number, number];
type Case = readonly [x: Shape4D, co: number];

const random = new Random(31);
const side = () => 1 + random.integer(11);
const channels = () => 4 * (2 + random.integer(6));
/** Those of the U-Net, more pictures than are at work at once, one pixel, and others of all remainders. */
const cases: readonly Case[] = [
  [[3, 14, 14, 16], 16],
  [[3, 7, 7, 32], 32],
  [[23, 14, 14, 16], 16],
  [[1, 1, 1, 8], 8],
  [[2, 28, 28, 8], 12],
  ...Array.from({length: 24}, (): Case => {
    return [[1 + random.integer(3), side(), side(), channels()], channels()];
  }),
];

function inputs([x, co]: Case): [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor] {
  const random = new Random(5);
  const result = [...x.slice(0, 3), co];
  return [
    ...[normal(x, random), normal([3, 3, x[3], co], random)],
    ...[normal([co], random), normal(result, random)],
  ] as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
}

function convolve(...[x, filter, bias, rest]: tf.Tensor[]): tf.Tensor {
  return convolve3x3(x as tf.Tensor4D, {
    ...{filter: filter as tf.Tensor4D, bias: bias as tf.Tensor1D},
    ...(rest && {rest: rest as tf.Tensor4D}),
  });
}

async function kernelsOf(compute: () => void): Promise<readonly string[]> {
  const {kernelNames} = await tf.profile(() => tf.tidy(compute));
  return kernelNames;
}

describe.each(cases)("x [%s] to %i channels", (...one) => {
  test("forward", async () => {
    await expectLikeCpu(() => {
      const [x, filter, bias, rest] = inputs(one);
      return [convolve(x, filter, bias), convolve(x, filter, bias, rest)];
    });
  });

  test("all gradients", async () => {
    await expectLikeCpu(() =>
      tf.grads(convolve)(inputs(one), normal(inputs(one)[3].shape, new Random(6))),
    );
  });
});

test.each(cases.slice(0, 2))("gradients are slopes: x [%s] to %i channels", async (...one) => {
  const given = inputs(one);
  await expectGradient(convolve, given, 7);
  tf.dispose(given);
});

test("is one kernel, so are its gradients, and nothing is left behind", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  const names = await kernelsOf(() => void tf.grads(convolve)(inputs(cases[0]!)));
  expect(names.filter((name) => name.startsWith("Convolution3x3"))).toEqual([
    ...["Convolution3x3", "Convolution3x3Grad"],
  ]);
  expect(names.filter((name) => name.startsWith("Conv2D"))).toEqual([]);
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  [[2, 5, 5, 1], 16, "few channels"],
  [[2, 5, 5, 16], 1, "few outputs"],
  [[2, 5, 5, 10], 12, "channels that are no multiple of four"],
  [[0, 5, 5, 16], 16, "no pictures"],
] as [Shape4D, number, string][])("x %j to %i channels, %s, goes TF.js's way", async (...one) => {
  const compute = () => convolve(...inputs([one[0], one[1]]));
  await expectLikeCpu(compute);
  expect(await kernelsOf(compute)).not.toContain("Convolution3x3");
});

test("a picture has the same bits, whatever is convolved beside it", async () => {
  const [all] = await valuesOn("wasm", () => convolve(...inputs(cases[2]!)));
  const [last] = await valuesOn("wasm", () => {
    const [x, filter, bias, rest] = inputs(cases[2]!);
    return convolve(tf.slice(x, 22), filter, bias, tf.slice(rest, 22));
  });
  expect(all!.slice(-last!.length)).toEqual(last);
});

test("a filter of another size is refused, and so are other channels", () => {
  const [x, , bias] = inputs(cases[0]!);
  expect(() => convolve(x, tf.zeros([2, 3, 16, 16]), bias)).toThrow(
    new RangeError("invalid filter: shape [2,3,16,16] (expected [3, 3, ci, co])"),
  );
  expect(() => convolve(x, tf.zeros([3, 3, 8, 16]), bias)).toThrow(
    new RangeError("invalid x: shape [3,14,14,16] (expected 8 channels)"),
  );
});

describe.each([Number.NaN, Number.POSITIVE_INFINITY, -1e30, 260, 255])(
  "one value of %d",
  (value) => {
    /** [2, 9, 9, 8] with `value` in the middle of its second picture. */
    const spoilt = (by: number) => {
      const values = new Random(1).normals(2 * 81 * 8);
      values[(81 + 4 * 9 + 4) * 8 + 3] = by;
      return tf.tensor(values, [2, 9, 9, 8]);
    };
    const filter = () => normal([3, 3, 8, 8], new Random(2));
    const own = [3, 4, 5].flatMap((r) => [3, 4, 5].map((c) => 81 + r * 9 + c));

    async function touchedBy(compute: (by: number) => tf.Tensor): Promise<readonly number[]> {
      const [ours] = await valuesOn("wasm", () => compute(value));
      const [plain] = await valuesOn("wasm", () => compute(1));
      const touched = new Set<number>();
      for (const [i, v] of ours!.entries())
        if (!(Math.abs(v - plain![i]!) < 2e-3)) touched.add(i >> 3);
      return [...touched];
    }

    test("shows in its own windows only", async () => {
      expect(await touchedBy((by) => convolve(spoilt(by), filter(), tf.zeros([8])))).toEqual(own);
    });

    test("in a gradient, too", async () => {
      const gradient = (by: number) =>
        tf.grad((x) => convolve(x, filter(), tf.zeros([8])))(tf.ones([2, 9, 9, 8]), spoilt(by));
      expect(await touchedBy(gradient)).toEqual(own);
    });

    test("and the direct way gives what the cpu gives, gradients and all", async () => {
      if (!Number.isFinite(value)) return;
      const compute = () => {
        const given = [spoilt(value), filter(), tf.ones([8]), tf.ones([2, 9, 9, 8])];
        return [convolve(...given), ...tf.grads(convolve)(given, spoilt(1))];
      };
      const [ours, reference] = [await valuesOn("wasm", compute), await valuesOn("cpu", compute)];
      for (const [i, values] of reference.entries()) expectClose(ours[i]!, values, 2e-5);
    });
  },
);

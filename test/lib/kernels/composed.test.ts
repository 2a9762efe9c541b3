/** The kernel that keeps convolutions trainable on wasm where the compiled ones cannot run. */
import {beforeAll, test} from "vitest";
import {conv2dBackpropFilter} from "../../../lib/kernels/composed/conv2d-backprop-filter.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, normal, valuesOn} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);

test.each([
  {x: [1, 7, 5, 1], filterShape: [2, 2, 1, 1], strides: [3, 4], pad: "valid"},
  {x: [2, 9, 8, 2], filterShape: [1, 3, 2, 3], strides: [4, 2], pad: "same"},
  {x: [3, 14, 14, 4], filterShape: [6, 6, 4, 5], strides: [2, 2], pad: "same"},
  {x: [2, 6, 6, 3], filterShape: [3, 3, 3, 9], strides: [1, 1], pad: 2},
] as const)("x $x, filter $filterShape, strides $strides, pad $pad", async (one) => {
  const x = () => normal(one.x, new Random(1)) as tf.Tensor4D;
  const attrs = {...one, dataFormat: "NHWC"};
  const dy = () => {
    const w = tf.zeros([...one.filterShape]) as tf.Tensor4D;
    return normal(tf.conv2d(x(), w, [...one.strides], one.pad).shape, new Random(2));
  };
  const [reference] = await valuesOn(
    "cpu",
    () =>
      tf
        .engine()
        .runKernel("Conv2DBackpropFilter", {x: x(), dy: dy()}, attrs as never) as tf.Tensor,
  );
  const composed = conv2dBackpropFilter.make(undefined);
  const [ours] = await valuesOn("wasm", () => {
    const args = {inputs: {x: x(), dy: dy()}, attrs, backend: tf.backend()};
    return composed(args as never) as tf.Tensor;
  });
  expectClose(ours!, reference!, tolerances.cpu);
});

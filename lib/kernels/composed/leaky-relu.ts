/**
 * Leaky ReLU, y = x where x > 0 and alpha x elsewhere (Maas et al., 2013), as x · step(x), where step is 1 or alpha.
 * Its gradient is dy · step(x). Any shape. The stock wasm kernel, and its gradient's comparison and choice, are scalar loops.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";

export const leakyRelu: Kernel = {
  name: "LeakyRelu",
  make: (stock) => (args) => {
    const {x} = args.inputs as unknown as {x: tf.Tensor};
    const {alpha} = args.attrs as unknown as tf.LeakyReluAttrs;
    if (stock && x.dtype !== "float32") return stock(args);
    return tf.tidy(() => tf.mul(x, tf.step(x, alpha)));
  },
};

export const leakyReluGradient: tf.GradConfig = {
  kernelName: "LeakyRelu",
  inputsToSave: ["x"],
  gradFunc: (dy, saved, attrs) => {
    const {alpha} = attrs as unknown as tf.LeakyReluAttrs;
    return {x: () => tf.mul(dy as tf.Tensor, tf.step(saved[0]!, alpha))};
  },
};

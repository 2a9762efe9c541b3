import type {Images} from "../image.js";
import * as tf from "../tf.js";

/** Pictures whose pixels are weights, as a dense layer without bias: told the number of a picture, one-hot [n], it draws that one. */
export function pixelNetwork({data, shape: [n, h, w, c]}: Images): tf.Sequential {
  const network = tf.sequential({
    name: "pictures",
    layers: [
      tf.layers.dense({
        name: "pixels",
        units: h * w * c,
        useBias: false,
        inputShape: [n],
        kernelInitializer: "zeros",
      }),
      tf.layers.reshape({name: "picture", targetShape: [h, w, c]}),
    ],
  });
  tf.tidy(() => network.setWeights([tf.tensor2d(data, [n, h * w * c])]));
  return network;
}

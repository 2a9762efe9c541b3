import {beforeAll, expect, test} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {unpackBundle} from "../../../lib/bundle.js";
import {setNamedWeights} from "../../../lib/models/classifier.js";
import {plainDecoder} from "../../../lib/models/plain-decoder.js";
import {dequantise} from "../../../lib/models/quantised.js";
import {pictureVae} from "../../../lib/models/vae-networks.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const weights = dequantise(unpackBundle(dataFile("decoder-faces")).arrays);

beforeAll(startWasm);

test("it draws what the decoder of the same weights draws with the engine", async () => {
  const vae = pictureVae(
    {
      ...{kind: "convolutional", picture: [32, 32, 3], latentSize: 16, width: 12},
      ...{likelihood: "gaussian", sigma: 0.2, beta: 1, warmUpSteps: 0, freeBits: 0},
      ...{learningRate: 0.01, decaySteps: 0, averaging: 0},
    },
    new Random(1),
  );
  const {decoder} = vae.networks;
  setNamedWeights(decoder, weights);
  const code = new Random(3).normals(16);
  const wanted = tf.tidy(() =>
    (decoder.predict(tf.tensor2d(code, [1, 16])) as tf.Tensor).dataSync(),
  );
  const {data, shape} = plainDecoder(weights).draw(code);
  expect(shape).toEqual([1, 32, 32, 3]);
  const apart = data.map((value, i) => Math.abs(value - wanted[i]!));
  expect(Math.max(...apart)).toBeLessThan(1e-4);
  vae.dispose();
});

test("a code of another length and missing weights are refused", () => {
  expect(() => plainDecoder(weights).draw([1, 2])).toThrow("invalid code: 2 numbers (16)");
  const {"up1/kernel": _, ...rest} = weights;
  expect(() => plainDecoder(rest)).toThrow("missing weight: up1/kernel");
});

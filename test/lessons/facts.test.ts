import {afterAll, expect, it} from "vitest";
import {featureCount} from "../../lib/models/classifier.js";
import {dcgan} from "../../lib/models/dcgan.js";
import {defaultParams} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import {ganDigits} from "../../src/experiments/gan-digits/experiment.js";
import {startWasm} from "../wasm.js";
import {chapterText} from "./chapter-text.js";

await startWasm();
const text = chapterText("03-gans");
const params = defaultParams(ganDigits.params);
const model = dcgan(params, new Random(1));
afterAll(() => model.dispose());

/** What the chapter says in words of the model that it runs. */
it("says the size of the latent vector, its length and half-way length as they are", () => {
  const {latentSize} = params;
  expect(text).toContain(`from ${latentSize} random numbers to 7 × 7`);
  expect(text).toContain(`Two latent numbers instead of ${latentSize}`);
  const length = Math.sqrt(latentSize);
  const half = Math.round(10 * Math.sqrt(latentSize / 2)) / 10;
  expect(text).toContain(`for ${latentSize} numbers, ${length}.`);
  expect(text).toContain(`the length is only about ${half}.`);
});

it("says the window, stride and crop of the transposed convolutions as they are", () => {
  const {kernelSize, strides} = model.networks.generator.getLayer("up1").getConfig() as {
    kernelSize: number[];
    strides: number[];
  };
  const [k, s] = [kernelSize[0]!, strides[0]!];
  const crop = (k - s) / 2;
  expect(text).toContain(`Here $k = ${k},$ $s = ${s}$ and $p = ${crop},$`);
  expect((7 - 1) * s + k - 2 * crop).toBe(14);
});

it("says the target for real and the number of features as they are", () => {
  expect(text).toContain(`**target for real** is ${params.labelSmoothing} instead of 1`);
  expect(text).toContain(`describes the picture by ${featureCount} numbers`);
});

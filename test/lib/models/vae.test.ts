import {afterEach, beforeAll, describe, expect, test} from "vitest";
import type {NamedArrays} from "../../../lib/array.js";
import {meanSquaredError} from "../../../lib/metrics/mean-squared-error.js";
import type {Vae} from "../../../lib/models/vae.js";
import {type PictureVaeOptions, pictureVae} from "../../../lib/models/vae-networks.js";
import {decodeCodes, elboTerms, encodePictures} from "../../../lib/models/vae-pictures.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const dense: PictureVaeOptions = {
  kind: "dense",
  picture: [28, 28, 1],
  latentSize: 2,
  width: 8,
  likelihood: "bernoulli",
  sigma: 1,
  beta: 1,
  warmUpSteps: 0,
  freeBits: 0,
  learningRate: 0.005,
  decaySteps: 0,
  averaging: 0.9,
};

/** The kinds that the course uses: dense and convolutional, grey and coloured, with and without an average. */
const kinds: Readonly<Record<string, PictureVaeOptions>> = {
  "dense, 28x28x1": dense,
  "convolutional, 28x28x1": {...dense, kind: "convolutional", width: 4},
  "convolutional, 32x32x3, gaussian": {
    ...dense,
    kind: "convolutional",
    picture: [32, 32, 3],
    latentSize: 8,
    width: 4,
    likelihood: "gaussian",
    sigma: 0.3,
    averaging: 0,
  },
};
const make = (options: Partial<PictureVaeOptions> = {}, seed = 1) =>
  pictureVae({...dense, ...options}, new Random(seed));

/** Bars: picture i is white in three of its rows, lower for a greater i. */
function bars([h, w, c]: readonly [number, number, number], count = 8) {
  const data = Float32Array.from({length: count * h * w * c}, (_, p) => {
    const [i, row] = [Math.floor(p / (h * w * c)), Math.floor((p % (h * w * c)) / (w * c))];
    return row >= 3 * i && row < 3 * i + 3 ? 1 : -1;
  });
  return {data, shape: [count, h, w, c] as const};
}
const tensorOf = ({data, shape}: ReturnType<typeof bars>) => tf.tensor4d(data, [...shape]);

async function steps(vae: Vae, batch: tf.Tensor, count: number, random = new Random(5)) {
  let scalars = await vae.step({x: batch}, random);
  for (let i = 1; i < count; i++) scalars = await vae.step({x: batch}, random);
  return scalars;
}

const part = (state: NamedArrays, prefix: string) =>
  Object.entries(state).filter(([name]) => name.startsWith(`${prefix}/`));

describe.each(Object.keys(kinds))("a VAE, %s", (kind) => {
  const options = kinds[kind]!;
  const images = bars(options.picture);

  test("a step moves every weight; the ELBO is what is left of both terms", async () => {
    const [vae, batch] = [make(options), tensorOf(images)];
    const before = await vae.state();
    const {reconstruction, kl, elbo} = await steps(vae, batch, 3);
    expect(elbo).toBeCloseTo(-(reconstruction! + kl!), 3);
    expect(kl).toBeGreaterThan(0);
    const after = await vae.state();
    for (const [name, {data}] of part(after, "learner"))
      expect(`${data}`, name).not.toBe(`${before[name]!.data}`);
  });

  test("goes on bit-equal from a state in another model, and refuses one that does not fit", async () => {
    const [vae, other, batch] = [make(options), make(options, 2), tensorOf(images)];
    await steps(vae, batch, 2);
    const middle = structuredClone(await vae.state());
    const straight = await steps(vae, batch, 2);
    other.restore(middle);
    expect(await steps(other, batch, 2)).toStrictEqual(straight);
    expect(await other.state()).toStrictEqual(await vae.state());
    const before = structuredClone(await other.state());
    const foreign = await make({...options, width: 2 * options.width}).state();
    expect(() => other.restore(foreign)).toThrow(/invalid shape of learner\/encoder/);
    expect(await other.state()).toStrictEqual(before);
  });

  test("leaks no tensor, and leaves none when it is disposed of", async () => {
    const batch = tensorOf(images);
    const start = tf.memory().numTensors;
    const vae = make(options);
    await steps(vae, batch, 1);
    const before = tf.memory().numTensors;
    await steps(vae, batch, 3);
    const {means} = await encodePictures(vae, images);
    await decodeCodes(vae, means);
    await elboTerms(vae, images, new Random(1));
    vae.restore(await vae.state());
    expect(tf.memory().numTensors).toBe(before);
    vae.dispose();
    expect(tf.memory().numTensors).toBe(start);
  });

  test("pictures have the shape and the range of those it learns from", async () => {
    const vae = make(options);
    const {data, shape} = await decodeCodes(vae, new Random(1).normals(3 * vae.latentSize));
    expect(shape).toEqual([3, ...options.picture]);
    for (const value of data) expect(Math.abs(value)).toBeLessThanOrEqual(1);
    const wrong = bars([8, 8, 1]);
    await expect(encodePictures(vae, wrong)).rejects.toThrow("invalid picture shape: 8x8x1");
    const odd = new Float32Array(options.latentSize + 1);
    await expect(decodeCodes(vae, odd)).rejects.toThrow(`a multiple of ${options.latentSize}`);
  });
});

describe("a VAE", () => {
  const images = bars(dense.picture);

  test("learns to draw eight bars from two numbers each", async () => {
    const [vae, batch] = [make({beta: 0.1, width: 32, learningRate: 0.01}), tensorOf(images)];
    const first = await steps(vae, batch, 1);
    const last = await steps(vae, batch, 250);
    expect(first.reconstruction).toBeGreaterThan(500);
    expect(last.reconstruction).toBeLessThan(60);
    const {means} = await encodePictures(vae, images);
    expect(meanSquaredError(images, await decodeCodes(vae, means))).toBeLessThan(0.05);
  });

  test("its terms over pictures are those of a step with the same noise and no average", async () => {
    const vae = make({averaging: 0});
    const terms = await elboTerms(vae, images, new Random(5));
    const scalars = await steps(vae, tensorOf(images), 1);
    for (const name of ["reconstruction", "kl", "elbo"] as const)
      expect(terms[name]).toBeCloseTo(scalars[name]!, 2);
    expect(terms.klOf.reduce((sum, kl) => sum + kl, 0)).toBeCloseTo(terms.kl, 9);
  });

  test("a great beta collapses the codes; free bits keep that many nats in each", async () => {
    const run = async (changes: Partial<PictureVaeOptions>) => {
      const vae = make({beta: 400, width: 32, averaging: 0, ...changes});
      const {kl} = await steps(vae, tensorOf(images), 200);
      return kl!;
    };
    expect(await run({})).toBeLessThan(0.1);
    expect(await run({freeBits: 0.5})).toBeGreaterThan(0.8);
  });

  test("warm-up weighs the KL by the updates taken, and beta changes mid-run", async () => {
    const [vae, batch] = [make({beta: 2, warmUpSteps: 4}), tensorOf(images)];
    const weights = [vae.klWeight];
    for (let i = 0; i < 5; i++) {
      await steps(vae, batch, 1);
      weights.push(vae.klWeight);
    }
    expect(weights).toEqual([0.5, 1, 1.5, 2, 2, 2]);
    vae.set("beta", 0);
    expect(vae.klWeight).toBe(0);
  });

  test("takes new live params and refuses others", async () => {
    const vae = make({averaging: 0});
    vae.set("learningRate", 0);
    const before = await vae.state();
    await steps(vae, tensorOf(images), 1);
    expect(part(await vae.state(), "learner")).toStrictEqual(part(before, "learner"));
    expect(() => vae.set("width", 4)).toThrow(
      "unknown live param: width (one of beta, freeBits, learningRate)",
    );
    expect(() => vae.set("beta", "much")).toThrow("invalid beta: much (a number)");
  });

  test("the rate falls as it is told: no step, no decay", async () => {
    const end = async (decaySteps: number) => {
      const vae = make({decaySteps, averaging: 0});
      await steps(vae, tensorOf(images), 3);
      return vae.state();
    };
    const [steady, falling] = [await end(0), await end(2)];
    expect(part(falling, "learner")).not.toStrictEqual(part(steady, "learner"));
  });

  test("its version changes with its weights and only then", async () => {
    const vae = make();
    const versions = [vae.version];
    await steps(vae, tensorOf(images), 1);
    versions.push(vae.version);
    const state = await vae.state();
    expect(vae.version).toBe(versions[1]);
    vae.restore(state);
    versions.push(vae.version);
    expect(new Set(versions).size).toBe(3);
  });

  test("what cannot be made is refused", () => {
    expect(() => make({kind: "convolutional", picture: [30, 28, 1]})).toThrow(
      "invalid picture size: 30 by 28 (multiples of 4)",
    );
    expect(() => make({likelihood: "gaussian", sigma: 0})).toThrow("invalid sigma: 0");
  });
});

import {afterEach, beforeAll, describe, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {NamedArrays} from "../../lib/array.js";
import type {ReaderFunction} from "../../lib/driving/reader-function.js";
import type {LayerShape} from "../../lib/grading/layer-shape.js";
import {denseWeights} from "../../lib/grading/weight-count.js";
import {wassersteinDistance} from "../../lib/metrics/wasserstein-distance.js";
import type {Gan} from "../../lib/models/gan.js";
import {generatorPush} from "../../lib/models/plane-view.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {experiments, findSetup} from "../index.js";
import {ganPlane, matchedPoints} from "./experiment.js";
import {makeGanPlane} from "./setup.js";

beforeAll(startWasm);
const made: Setup[] = [];
afterEach(() => {
  for (const setup of made.splice(0)) setup.dispose();
});

const makeOne = setupMaker(ganPlane, makeGanPlane);

async function make(
  given: Record<string, unknown> = {},
  inputs: NamedArrays = {},
  driven?: ReaderFunction,
): Promise<Setup> {
  const setup = await makeOne(given, {inputs, ...(driven && {driven})});
  made.push(setup);
  return setup;
}

/** A reader who lists these layers. */
const listing = (layers: readonly LayerShape[]): ReaderFunction => ({
  part: "layers",
  call: async () => [layers],
  close() {},
});

const circle = (count: number): NamedArrays => {
  const angle = (i: number) => (2 * Math.PI * (i >> 1)) / count;
  const data = Float32Array.from({length: 2 * count}, (_, i) =>
    i % 2 === 0 ? 0.5 * Math.cos(angle(i)) : 0.5 * Math.sin(angle(i)),
  );
  return {points: {data, shape: [count, 2]}};
};

test("a picture has points, field, arrows and warp, and the same ones when asked again", async () => {
  const setup = await make();
  const picture = await setup.snapshot();
  const shapes = Object.fromEntries(Object.entries(picture).map(([k, {shape}]) => [k, shape]));
  expect(shapes).toEqual({
    real: [300, 2],
    generated: [300, 2],
    field: [41, 41],
    gradients: [300, 2],
    latents: [1, 2],
    warp: [17, 17, 2],
  });
  for (const {data, shape} of Object.values(picture)) {
    expect(data.length).toBe(shape.reduce((a, b) => a * b, 1));
    expect(data.every(Number.isFinite)).toBe(true);
  }
  expect(picture.field!.data.every((p) => p >= 0 && p <= 1)).toBe(true);
  expect(await setup.snapshot()).toEqual(picture);
});

test("the warp is a line for one latent and left out for three", async () => {
  const one = await (await make({latentSize: 1})).snapshot();
  expect(one.warp!.shape).toEqual([65, 2]);
  const three = await (await make({latentSize: 3})).snapshot();
  expect("warp" in three).toBe(false);
});

test("field and arrows lie where the plane's figure looks for them", async () => {
  const setup = await make();
  await trained(setup, 30, new Random(2));
  const gan = setup.model as Gan;
  const {field} = await setup.snapshot();
  const at = async (x: number, y: number) => {
    const probability = gan.probability(tf.tensor2d([[x, y]]));
    return (await probability.data())[0]!;
  };
  const node = (row: number, column: number) => field!.data[row * 41 + column]!;
  expect(node(0, 40)).toBeCloseTo(await at(1.25, -1.25), 5);
  expect(node(20, 20)).toBeCloseTo(await at(0, 0), 5);
  expect(node(40, 10)).toBeCloseTo(await at(-0.625, 1.25), 5);
});

test("an arrow is minus the slope of its own point's loss", async () => {
  const setup = await make();
  await trained(setup, 30, new Random(2));
  const gan = setup.model as Gan;
  const points = Float32Array.of(0.31, -0.42, -0.8, 0.27);
  const {data} = await generatorPush(gan, points);
  const loss = async (x: number, y: number) =>
    (await gan.generatorLoss(tf.tensor2d([[x, y]])).data())[0]!;
  const h = 1 / 256;
  for (const i of [0, 1]) {
    const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
    expect(data[2 * i]).toBeCloseTo(((await loss(x - h, y)) - (await loss(x + h, y))) / (2 * h), 2);
    expect(data[2 * i + 1]).toBeCloseTo(
      ((await loss(x, y - h)) - (await loss(x, y + h))) / (2 * h),
      2,
    );
  }
});

test("training brings the divergence down towards its floor", async () => {
  const setup = await make({points: "line"});
  const before = await setup.measure();
  const {low, high} = before.floors.divergence!;
  expect(low).toBeLessThan(high);
  expect(high).toBeLessThan(0.05);
  await trained(setup, 400, new Random(2));
  const after = await setup.measure();
  expect(before.scalars.divergence).toBeGreaterThan(0.6);
  expect(after.scalars.divergence).toBeLessThan(before.scalars.divergence! / 2);
  expect(after.floors).toEqual(before.floors);
});

test("the distance is exact, of the first points shown, and comes down towards that of two samples", async () => {
  const setup = await make({points: "spots"});
  const shownDistance = async () => {
    const {real, generated} = await setup.snapshot();
    const [a, b] = [generated!, real!].map(({data}) =>
      Float32Array.from(data).slice(0, 2 * matchedPoints),
    );
    return wassersteinDistance(a!, b!);
  };
  const before = await setup.measure();
  const {low, high} = before.floors.distance!;
  expect(low).toBeGreaterThan(0.05);
  expect(high).toBeLessThan(0.25);
  expect(before.scalars.distance).toBeCloseTo(await shownDistance(), 10);
  await trained(setup, 400, new Random(2));
  const after = await setup.measure();
  expect(after.scalars.distance).toBeCloseTo(await shownDistance(), 10);
  expect(before.scalars.distance).toBeGreaterThan(0.6);
  expect(after.scalars.distance).toBeLessThan(before.scalars.distance! / 2);
  expect(after.floors).toEqual(before.floors);
});

test("batches follow the drawing; too little of one is refused", async () => {
  const setup = await make({points: "drawn"}, circle(40));
  const {x} = setup.batches.next();
  const {mean} = tf.moments(tf.norm(x, "euclidean", 1));
  expect((await mean.data())[0]).toBeCloseTo(0.5, 1);
  await expect(make({points: "drawn"})).rejects.toThrow(/too few drawn points: 0/);
  await expect(make({points: "drawn"}, circle(3))).rejects.toThrow(/too few drawn points: 3/);
});

test("pictures, measurements and probes leave no tensor behind", async () => {
  const setup = await make();
  await setup.snapshot();
  const before = tf.memory().numTensors;
  await setup.snapshot();
  await setup.measure();
  for (const network of ["generator", "discriminator"]) tf.dispose(setup.probe(network));
  expect(tf.memory().numTensors).toBe(before);
});

describe("registry", () => {
  test("unknown experiments are refused with the legal set", async () => {
    expect(await findSetup("gan-plane")).toBe(makeGanPlane);
    for (const id of ["gan", "__proto__", ""])
      await expect(findSetup(id)).rejects.toThrow(
        `unknown experiment: ${id || '""'} (one of ${Object.keys(experiments).join(", ")})`,
      );
  });
});

test("a reader's layers are the generator's: those of the built-in one make it, to the bit", async () => {
  const hidden = [1, 2].map((): LayerShape => ({width: 8, activation: "leaky"}));
  const both = [
    await make({hiddenWidth: 8}),
    await make({hiddenWidth: 8}, {}, listing(hidden)),
  ] as const;
  for (const setup of both) await trained(setup, 3, new Random(2));
  const [own, driven] = both.map(({model}) =>
    Object.values(model.networks).map((network) => network.getWeights().map((w) => w.dataSync())),
  );
  expect(driven).toEqual(own);
});

test("a reader's layers do what their activations say, and the judge stays as it is", async () => {
  const hidden: LayerShape[] = [
    {width: 3, activation: "relu"},
    {width: 4, activation: "none"},
    {width: 2, activation: "leaky"},
  ];
  const {networks} = (await make({}, {}, listing(hidden))).model as Gan;
  const {generator, discriminator} = networks;
  const ends = {inputs: 2, outputs: 2};
  expect(generator.countParams()).toBe(denseWeights([3, 4, 2], ends));
  expect(discriminator.countParams()).toBe(denseWeights([32, 32], {inputs: 2, outputs: 1}));
  const weights = generator.getWeights().map((weight) => weight.arraySync());
  const below = [0, 1, 0.2, 1];
  let values = [0.7, -1.3];
  for (const [l, slope] of below.entries()) {
    const [kernel, bias] = [weights[2 * l] as number[][], weights[2 * l + 1] as number[]];
    const sums = bias.map((b, u) => values.reduce((sum, x, i) => sum + x * kernel[i]![u]!, b));
    values = sums.map((sum) => (sum < 0 ? slope * sum : sum));
  }
  const out = tf.tidy(() => generator.predict(tf.tensor2d([[0.7, -1.3]])) as tf.Tensor);
  for (const [i, value] of out.dataSync().entries()) expect(value).toBeCloseTo(values[i]!, 5);
  out.dispose();
  expect((await make({}, {}, listing([]))).model.networks.generator!.countParams()).toBe(6);
});

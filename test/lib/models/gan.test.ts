import {afterEach, beforeAll, describe, expect, test} from "vitest";
import type {NamedArrays} from "../../../lib/array.js";
import {dcgan} from "../../../lib/models/dcgan.js";
import type {Gan} from "../../../lib/models/gan.js";
import type {GanBatch} from "../../../lib/models/gan-condition.js";
import type {GanStep} from "../../../lib/models/gan-game.js";
import {type GanLossName, ganLosses} from "../../../lib/models/gan-losses.js";
import {learningRateAt} from "../../../lib/models/learning-rate.js";
import {planeGan} from "../../../lib/models/plane-gan.js";
import {trainingPass} from "../../../lib/models/training-pass.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const small = {
  loss: "non-saturating",
  learningRate: 0.002,
  decaySteps: 0,
  baseWidth: 4,
  latentSize: 8,
  labelSmoothing: 0.9,
  averaging: 0.9,
} as const;
const plane = {
  loss: "non-saturating",
  learningRate: 0.002,
  hiddenWidth: 16,
  latentSize: 2,
  discriminatorSteps: 2,
} as const;

/** Each kind of GAN with a batch for it. */
const makers: Record<string, () => {gan: Gan; batch: GanBatch}> = {
  dcgan: () => ({gan: dcgan(small, new Random(1)), batch: pictures(8)}),
  "dcgan without averaging": () => ({
    gan: dcgan({...small, averaging: 0}, new Random(1)),
    batch: pictures(8),
  }),
  "dcgan told the class": () => ({
    gan: dcgan({...small, classes: 3}, new Random(1)),
    batch: labelled(pictures(8), 3),
  }),
  "plane gan": () => ({gan: planeGan(plane, new Random(1)), batch: points(16)}),
};
const kinds = Object.keys(makers);

function pictures(count: number): GanBatch {
  const values = new Random(9)
    .normals(count * 784)
    .map((value) => Math.max(-1, Math.min(1, value)));
  return {x: tf.tensor4d(values, [count, 28, 28, 1])};
}

/** With labels from 0 up to `classes` and again. */
function labelled({x}: GanBatch, classes: number): GanBatch {
  const labels = Array.from({length: x.shape[0]!}, (_, i) => i % classes);
  return {x, label: tf.tensor1d(labels, "int32")};
}

function points(count: number): GanBatch {
  return {x: tf.tensor2d(new Random(9).normals(2 * count), [count, 2])};
}

const part = (state: NamedArrays, prefix: string): NamedArrays =>
  Object.fromEntries(Object.entries(state).filter(([name]) => name.startsWith(prefix)));

async function steps<Watched extends boolean>(
  gan: Gan<Watched>,
  batch: GanBatch,
  count: number,
  kind?: GanStep,
) {
  const random = new Random(5);
  let scalars = await gan.step(batch, random, kind);
  for (let i = 1; i < count; i++) scalars = await gan.step(batch, random, kind);
  return scalars;
}

describe.each(kinds)("%s", (kind) => {
  test("a step of one network leaves the other bit-equal and moves its own", async () => {
    const {gan, batch} = makers[kind]!();
    const before = await gan.state();
    await steps(gan, batch, 1, "generator");
    const moved = await gan.state();
    expect(part(moved, "discriminator")).toEqual(part(before, "discriminator"));
    for (const name of Object.keys(part(before, "generator/")))
      expect(moved[name], name).not.toEqual(before[name]);
    await steps(gan, batch, 1, "discriminator");
    const after = await gan.state();
    for (const own of ["generator", "average"]) expect(part(after, own)).toEqual(part(moved, own));
    for (const name of Object.keys(part(moved, "discriminator/")))
      expect(after[name], name).not.toEqual(moved[name]);
  });

  test("no step leaves a tensor behind, nor does the whole model", async () => {
    const batch = makers[kind]!().batch;
    const none = tf.memory().numTensors;
    const {gan, batch: own} = makers[kind]!();
    tf.dispose(own);
    await steps(gan, batch, 2);
    const before = tf.memory().numTensors;
    for (const one of [undefined, "discriminator", "generator"] as const) {
      await steps(gan, batch, 2, one);
      expect(tf.memory().numTensors).toBe(before);
    }
    await gan.state();
    gan.restore(await gan.state());
    expect(tf.memory().numTensors).toBe(before);
    gan.dispose();
    expect(tf.memory().numTensors).toBe(none);
  });

  test("the same seed gives bit-equal weights, another one does not", async () => {
    const run = async () => {
      const {gan, batch} = makers[kind]!();
      await steps(gan, batch, 3);
      return gan.state();
    };
    const [first, second] = [await run(), await run()];
    expect(second).toEqual(first);
    const [{gan: a}, other] = [makers[kind]!(), dcgan(small, new Random(2))];
    expect(Object.values(await a.state())[0]).not.toEqual(Object.values(await other.state())[0]);
  });

  test("a restored state goes on bit-equal, in another model of the same params too", async () => {
    const {gan, batch} = makers[kind]!();
    await steps(gan, batch, 3);
    const state = structuredClone(await gan.state());
    const straight = await steps(gan, batch, 3);
    const end = await gan.state();
    const {gan: other} = makers[kind]!();
    other.restore(state);
    expect(await steps(other, batch, 3)).toEqual(straight);
    expect(await other.state()).toEqual(end);
  });

  test("a state that does not fit is refused by name and changes nothing", async () => {
    const {gan, batch} = makers[kind]!();
    await steps(gan, batch, 1);
    const before = await gan.state();
    const {[Object.keys(before)[0]!]: dropped, ...missing} = before;
    const last = "discriminatorAdam/m";
    for (const [wrong, message] of [
      [missing, /missing array: generator\//],
      [{...before, extra: dropped!}, /unknown array: extra/],
      [
        {...moved(before), [last]: {data: new Float32Array(2), shape: [2]}},
        /invalid shape of disc/,
      ],
      [{...moved(before), [last]: {...before[last]!, data: new Float32Array(2)}}, /invalid length/],
    ] as const) {
      expect(() => gan.restore(wrong)).toThrow(message);
      expect(await gan.state()).toEqual(before);
    }
  });

  test("exported networks read by stock TF.js give the same outputs", async () => {
    const {gan, batch} = makers[kind]!();
    await steps(gan, batch, 2);
    for (const network of Object.values(gan.networks)) {
      const shape = [4, ...(network.inputs[0]!.shape.slice(1) as number[])];
      const input = tf.tensor(new Random(3).normals(tf.util.sizeFromShape(shape)), shape);
      let saved: tf.io.ModelArtifacts | undefined;
      await network.save(
        tf.io.withSaveHandler(async (artifacts) => {
          saved = artifacts;
          return {modelArtifactsInfo: {dateSaved: new Date(0), modelTopologyType: "JSON"}};
        }),
      );
      const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved!));
      const [ours, theirs] = [network, loaded].map((m) => m.predict(input) as tf.Tensor);
      expect(await theirs!.data()).toEqual(await ours!.data());
    }
  });

  test("NaN in the weights comes out in the scalars", async () => {
    const {gan, batch} = makers[kind]!();
    const state = await gan.state();
    const name = Object.keys(part(state, "discriminator/"))[0]!;
    state[name]!.data[0] = Number.NaN;
    gan.restore(state);
    const scalars = await steps(gan, batch, 1);
    expect(scalars.discriminatorLoss).toBeNaN();
    expect(scalars.generatorLoss).toBeNaN();
  });
});

function moved(state: NamedArrays): NamedArrays {
  return Object.fromEntries(
    Object.entries(state).map(([name, {data, shape}]) => [
      name,
      {data: data.map((v) => v + 1), shape},
    ]),
  );
}

describe.each(Object.keys(ganLosses) as GanLossName[])("%s loss", (loss) => {
  test("the discriminator learns to tell a fixed batch from what is generated", async () => {
    const gan = dcgan({...small, loss, labelSmoothing: 1}, new Random(1));
    const {realScore, fakeScore} = await steps(gan, pictures(8), 60, "discriminator");
    expect(realScore).toBeGreaterThan(0.95);
    expect(fakeScore).toBeLessThan(0.05);
  });

  test("the generator learns to fool a discriminator that stands still", async () => {
    const gan = dcgan({...small, loss}, new Random(1));
    const {fakeScore: before} = await steps(gan, pictures(8), 40, "discriminator");
    expect(before).toBeLessThan(0.4);
    const {fakeScore, generatorLoss} = await steps(gan, pictures(8), 150, "generator");
    expect(fakeScore).toBeGreaterThan(0.9);
    expect(Number.isFinite(generatorLoss)).toBe(true);
  });
});

test("live params take effect, others are refused by name", async () => {
  const {gan, batch} = makers.dcgan!();
  gan.set("learningRate", 0);
  const before = await gan.state();
  await steps(gan, batch, 1);
  const after = await gan.state();
  for (const own of ["discriminator/logit", "generator/up1"])
    expect(part(after, own)).toEqual(part(before, own));
  expect(() => gan.set("baseWidth", 8)).toThrow(
    /unknown live param: baseWidth \(one of learningRate/,
  );
  expect(() => gan.set("learningRate", "fast")).toThrow(/invalid learningRate: fast/);
});

test("the loss may change mid-run: the step after is the other loss's", async () => {
  const [changed, other] = [
    planeGan(plane, new Random(1)),
    planeGan({...plane, loss: "hinge"}, new Random(1)),
  ];
  changed.set("loss", "hinge");
  expect(await steps(changed, points(16), 2)).toEqual(await steps(other, points(16), 2));
  expect(await changed.state()).toEqual(await other.state());
  const hinge = await changed.state();
  changed.set("loss", "wgan-gp");
  await steps(changed, points(16), 1);
  const critic = await changed.state();
  changed.restore(hinge);
  changed.set("loss", "hinge");
  changed.restore(critic);
  expect(() => changed.set("loss", "soft")).toThrow("unknown loss: soft (one of non-saturating");
});

test("plain descent moves weights less than Adam where gradients are small", async () => {
  const [plain, adam] = [
    planeGan({...plane, generatorOptimiser: "plain"}, new Random(1)),
    planeGan(plane, new Random(1)),
  ];
  const before = await plain.state();
  await steps(plain, points(16), 1, "generator");
  await steps(adam, points(16), 1, "generator");
  const name = "generator/output/kernel";
  const key = Object.keys(before).find((each) => each.startsWith(name)) ?? "";
  const moved = (state: NamedArrays) =>
    Math.max(
      ...Array.from(state[key]!.data, (value, i) => Math.abs(value - before[key]!.data[i]!)),
    );
  expect(moved(await plain.state())).toBeGreaterThan(0);
  expect(moved(await plain.state())).not.toBeCloseTo(moved(await adam.state()), 4);
});

const grown = (more: object) => planeGan({...plane, ...more}, new Random(1));

test("two generator steps in one are two steps of one", async () => {
  const [twice, once] = [grown({generatorSteps: 2}), grown({})];
  await steps(twice, points(16), 3, "generator");
  await steps(once, points(16), 6, "generator");
  expect(await twice.state()).toEqual(await once.state());
});

test("the discriminator's rate is a multiple of the generator's", async () => {
  const [slow, fast] = [grown({discriminatorRate: 0.5}), grown({learningRate: 0.001})];
  await steps(slow, points(16), 3, "discriminator");
  await steps(fast, points(16), 3, "discriminator");
  expect(await slow.state()).toEqual(await fast.state());
});

test("noise on what the judge sees keeps it from being sure", async () => {
  const far = {x: tf.add(points(64).x, 5)};
  const sure = await steps(grown({}), far, 40, "discriminator");
  const unsure = await steps(grown({instanceNoise: 5}), far, 40, "discriminator");
  expect(sure.realScore).toBeGreaterThan(0.95);
  expect(unsure.realScore).toBeLessThan(0.9);
  expect(unsure.realScore).toBeGreaterThan(0.5);
});

test("the lengths of both gradients are those of the losses, 0 where nothing moved", async () => {
  const gan = grown({});
  const {generator, discriminator} = gan.networks;
  const lengthOf = async (loss: () => tf.Tensor, network: tf.LayersModel) => {
    const weights = network.trainableWeights.map((w) => w.read() as tf.Variable);
    const {grads} = tf.variableGrads(loss as () => tf.Scalar, weights);
    const values = Object.values(grads).flatMap((gradient) => [...gradient.dataSync()]);
    return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  };
  const z = gan.latents(16, new Random(5));
  const fakes = generator.predict(z) as tf.Tensor;
  const {generator: fool, discriminator: judge} = ganLosses["non-saturating"];
  const ofGenerator = await lengthOf(
    () => fool(discriminator.apply(generator.apply(z) as tf.Tensor) as tf.Tensor),
    generator,
  );
  const ofJudge = await lengthOf(
    () =>
      judge(
        discriminator.apply(points(16).x) as tf.Tensor,
        discriminator.apply(fakes) as tf.Tensor,
        1,
      ),
    discriminator,
  );
  const generatorOnly = await steps(gan, points(16), 1, "generator");
  expect(generatorOnly.generatorGradient).toBeCloseTo(ofGenerator, 5);
  expect(generatorOnly.discriminatorGradient).toBe(0);
  const judgeOnly = await steps(grown({discriminatorSteps: 1}), points(16), 1, "discriminator");
  expect(judgeOnly.discriminatorGradient).toBeCloseTo(ofJudge, 5);
  expect(judgeOnly.generatorGradient).toBe(0);
});

test("a critic's opinion goes by the middle between real and generated, which a state keeps", async () => {
  const critic = {...plane, loss: "wgan-gp"} as const;
  const gan = planeGan(critic, new Random(1));
  const batch = points(16);
  const {realScore, fakeScore} = await steps(gan, batch, 5);
  // The logistic function of two values as far above the middle as below it.
  expect(Math.abs(realScore! + fakeScore! - 1)).toBeLessThan(0.1);
  const opinion = async (of: Gan) => [...(await of.probability(batch.x).data())];
  const other = planeGan(critic, new Random(2));
  other.restore(structuredClone(await gan.state()));
  expect(await opinion(other)).toEqual(await opinion(gan));
  const {middle, ...older} = await gan.state();
  expect(middle!.data).toHaveLength(1);
  gan.restore(older); // kept before there were critics
  gan.dispose();
  other.dispose();
});

test("the average follows the weights, quickly at first", async () => {
  const gan = dcgan({...small, averaging: 0.99}, new Random(1));
  const first = await gan.state();
  await steps(gan, pictures(8), 1);
  const second = await gan.state();
  const [w0, w1, average] = [first, second, second].map(
    (state, i) => state[`${i === 2 ? "average" : "generator"}/up2/kernel`]!.data[5]!,
  );
  // d = (1 + 1) / (10 + 1) after the first update.
  expect(average).toBeCloseTo((2 / 11) * w0! + (9 / 11) * w1!, 6);
});

test("the averaged generator draws as its own statistics of many samples would", async () => {
  const gan = dcgan({...small, averaging: 0.9}, new Random(1));
  await steps(gan, pictures(32), 40);
  const z = gan.latents(512, new Random(4));
  const {generator} = gan.networks;
  const drawn = generator.predict(z) as tf.Tensor;
  const ideal = trainingPass(generator, z, false);
  const error = tf.sqrt(tf.mean(tf.squaredDifference(drawn, ideal)));
  const spread = tf.sqrt(tf.moments(ideal).variance);
  expect((await error.data())[0]! / (await spread.data())[0]!).toBeLessThan(0.2);
});

test("a falling rate moves the weights as the same rates set by hand do", async () => {
  const decaySteps = 3;
  const falling = dcgan({...small, decaySteps}, new Random(1));
  const byHand = dcgan(small, new Random(1));
  const batch = pictures(4);
  const [a, b] = [new Random(5), new Random(5)];
  for (let t = 0; t < 4; t++) {
    byHand.set("learningRate", learningRateAt(small.learningRate, t, decaySteps));
    await falling.step(batch, a);
    await byHand.step(batch, b);
  }
  expect(await falling.state()).toEqual(await byHand.state());
  falling.set("learningRate", 0.01);
  byHand.set("learningRate", learningRateAt(0.01, 4, decaySteps));
  await falling.step(batch, a);
  await byHand.step(batch, b);
  expect(await falling.state()).toEqual(await byHand.state());
  falling.dispose();
  byHand.dispose();
  tf.dispose(batch);
});

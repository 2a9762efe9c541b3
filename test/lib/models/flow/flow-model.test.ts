import {afterEach, beforeAll, describe, expect, test} from "vitest";
import type {NamedArrays} from "../../../../lib/array.js";
import {FlowModel, type FlowOptions} from "../../../../lib/models/flow/flow-model.js";
import {straightPath} from "../../../../lib/models/flow/path.js";
import {samplers} from "../../../../lib/models/flow/samplers.js";
import {lastOf} from "../../../../lib/models/flow/sampling.js";
import {timesOf} from "../../../../lib/models/flow/times.js";
import {initialise} from "../../../../lib/models/initial-weights.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";
import {expectClose} from "./close.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

/** Of pictures 2 by 1 with a time of three features, and a condition of two numbers. */
function networkOf(conditioned = false, width = 24): tf.LayersModel {
  const picture = tf.input({shape: [2, 1, 1], name: "picture"});
  const time = tf.input({shape: [3], name: "time"});
  const told = tf.input({shape: [2], name: "told"});
  const flat = tf.layers.flatten({name: "flat"}).apply(picture) as tf.SymbolicTensor;
  const inputs = conditioned ? [picture, time, told] : [picture, time];
  const layers = [
    tf.layers.dense({name: "hidden", units: width, activation: "swish"}),
    tf.layers.dense({name: "output", units: 2}),
    tf.layers.reshape({name: "as", targetShape: [2, 1, 1]}),
  ];
  const both = tf.layers.concatenate({name: "both"}).apply([flat, ...inputs.slice(1)]);
  const outputs = layers.reduce((x, layer) => layer.apply(x), both) as tf.SymbolicTensor;
  const network = tf.model({inputs, outputs, name: "denoiser"});
  initialise(network, new Random(2), "glorot");
  return network;
}

const plain: Omit<FlowOptions, "network"> = {
  path: straightPath,
  kind: "velocity",
  timeDraw: "uniform",
  learningRate: 0.01,
  decaySteps: 0,
};

const make = (options: Partial<FlowOptions> = {}, conditioned = false) =>
  new FlowModel({...plain, network: networkOf(conditioned), ...options});

const averaged = () => ({average: {network: networkOf(), decay: 0.9}});
const pictures = () => tf.tensor4d([0.5, -0.5, 0.6, -0.4, 0.4, -0.6], [3, 2, 1, 1]);

async function steps(
  model: FlowModel,
  count: number,
  batch = {x: pictures()} as Parameters<FlowModel["step"]>[0],
) {
  const random = new Random(5);
  let loss = 0;
  for (let i = 0; i < count; i++) ({loss} = await model.step(batch, random));
  return loss;
}

const part = (state: NamedArrays, prefix: string) =>
  Object.entries(state).filter(([name]) => name.startsWith(`${prefix}/`));

describe.each(["velocity", "noise", "clean"] as const)("a network that learns the %s", (kind) => {
  test("a step moves every weight and tells the loss", async () => {
    const model = make({kind, ...averaged()});
    const before = await model.state();
    expect(await steps(model, 3)).toBeGreaterThan(0);
    const after = await model.state();
    for (const prefix of ["learner", "average"])
      for (const [name, {data}] of part(after, prefix))
        expect(`${data}`, name).not.toBe(`${before[name]!.data}`);
  });

  test("goes from noise to what it has learned", async () => {
    const model = make({kind, learningRate: 0.02, decaySteps: 400});
    await steps(model, 400);
    const random = new Random(3);
    const made = await lastOf(
      samplers.euler({
        denoise: model.denoiser(),
        kind,
        path: model.path,
        times: timesOf(20),
        start: random.normals(2 * 50),
        random,
      }),
    );
    const means = [0, 1].map(
      (j) => made.reduce((sum, v, i) => sum + (i % 2 === j ? v : 0), 0) / 50,
    );
    expect(means[0]).toBeCloseTo(0.5, 0.8);
    expect(means[1]).toBeCloseTo(-0.5, 0.8);
    const spread = Math.sqrt(made.reduce((sum, v, i) => sum + (v - means[i % 2]!) ** 2, 0) / 100);
    expect(spread).toBeLessThan(0.3);
  });
});

describe("a flow model", () => {
  test("goes on bit-equal from a state in another model, and refuses one that does not fit", async () => {
    const [model, other] = [make(averaged()), make(averaged())];
    await steps(model, 2);
    const middle = structuredClone(await model.state());
    const straight = await steps(model, 2);
    other.restore(middle);
    expect(await steps(other, 2)).toBe(straight);
    expect(await other.state()).toStrictEqual(await model.state());
    const foreign = await make({network: networkOf(false, 7)}).state();
    expect(() => other.restore(foreign)).toThrow(/average|learner/);
  });

  test("leaks no tensor, and leaves none when it is disposed of", async () => {
    const batch = {x: pictures(), label: tf.tensor1d([0, 1, 1])};
    const start = tf.memory().numTensors;
    const average = {network: networkOf(true), decay: 0.9};
    const model = make({average, conditionDrop: 0.5}, true);
    await steps(model, 1, batch);
    const before = tf.memory().numTensors;
    await steps(model, 2, batch);
    await model.denoise(Float32Array.of(1, 2, 3, 4), 0.3, Float32Array.of(1, 0, 0, 1));
    await model.denoise(Float32Array.of(1, 2), 0.3);
    model.restore(await model.state());
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
    expect(tf.memory().numTensors).toBe(start);
  });

  test("samples with the average of the weights", async () => {
    const model = make({average: {network: networkOf(), decay: 0.999}});
    await steps(model, 30);
    const x = Float32Array.of(0.3, -0.1);
    const input = [tf.tensor4d(x, [1, 2, 1, 1]), tf.tensor2d([0, -1, 0], [1, 3])];
    const said = (model.networks.denoiser.predict(input) as tf.Tensor).dataSync();
    expectClose(await model.denoise(x, 0.5), said);
  });

  test("many rows are as few, whatever goes through at once", async () => {
    const model = make();
    const x = new Random(1).normals(2 * 40000);
    const all = await model.denoise(x, 0.4);
    for (const row of [0, 32767, 32768, 39999])
      expectClose(
        await model.denoise(x.slice(2 * row, 2 * row + 2), 0.4),
        all.slice(2 * row, 2 * row + 2),
      );
  });

  test("learns from the noise that a batch brings: straight lines from it", async () => {
    const model = make({learningRate: 0.02, decaySteps: 500});
    // The picture is the noise, doubled and moved: the velocity from noise (u, v) is (1 + u, 1 + v) all the way.
    const noise = tf.tensor4d(new Random(4).normals(128), [64, 2, 1, 1]);
    const x = tf.add(1, tf.mul(2, noise));
    await steps(model, 500, {x, noise});
    const said = await model.denoise(Float32Array.of(0.8, -0.5), 0);
    expect(said[0]).toBeCloseTo(1.8, 0.6);
    expect(said[1]).toBeCloseTo(0.5, 0.6);
  });

  test("does as its condition says, given as a row or as a label, and knows the mean without one", async () => {
    const model = make({kind: "clean", conditionDrop: 0.3, learningRate: 0.02}, true);
    const x = tf.tensor4d([0.8, 0.8, -0.8, -0.8], [2, 2, 1, 1]);
    await steps(model, 400, {x, label: tf.tensor1d([0, 1])});
    const noise = Float32Array.of(0.1, -0.2);
    const told = async (...condition: number[]) =>
      (await model.denoise(noise, 0, Float32Array.from(condition)))[0]!;
    expect(await told(1, 0)).toBeCloseTo(0.8, 0.8);
    expect(await told(0, 1)).toBeCloseTo(-0.8, 0.8);
    expect(Math.abs((await model.denoise(noise, 0))[0]!)).toBeLessThan(0.4);
    const rows = {x, condition: tf.tensor2d([1, 0, 0, 1], [2, 2])};
    const [byRow, byLabel] = [make({}, true), make({}, true)];
    expect(await steps(byRow, 2, rows)).toBe(
      await steps(byLabel, 2, {x, label: tf.tensor1d([0, 1])}),
    );
  });

  test("a condition that is always taken away changes nothing", async () => {
    const [one, other] = [make({conditionDrop: 1}, true), make({conditionDrop: 1}, true)];
    const x = pictures();
    await steps(one, 2, {x, label: tf.tensor1d([0, 1, 1])});
    await steps(other, 2, {x, label: tf.tensor1d([1, 0, 0])});
    expect(part(await one.state(), "learner")).toStrictEqual(part(await other.state(), "learner"));
  });

  test("looks at rows at the times that a batch brings", async () => {
    const target = async (time: number) => {
      const model = make({learningRate: 0.02, decaySteps: 150});
      // At 0 only the noise is seen, at 1 only the picture.
      const noise = tf.tensor4d(new Random(4).normals(128), [64, 2, 1, 1]);
      const x = tf.tensor4d(new Random(6).normals(128), [64, 2, 1, 1]);
      await steps(model, 150, {x, noise, times: tf.fill([64], time)});
      return (await model.denoise(Float32Array.of(1, -1), time))[0]!;
    };
    expect(await target(0)).toBeLessThan(-0.5);
    expect(await target(1)).toBeGreaterThan(0.5);
  });

  test("pairs with their own noise keep their condition", async () => {
    const pairs = {x: pictures(), noise: pictures(), label: tf.tensor1d([0, 1, 1])};
    const of = async (conditionDrop: number) => {
      const model = make({conditionDrop}, true);
      await steps(model, 2, pairs);
      return part(await model.state(), "learner");
    };
    expect(await of(1)).toStrictEqual(await of(0));
  });

  test("its pass forward can be another", async () => {
    let passes = 0;
    const forward: FlowOptions["forward"] = (network, inputs) => {
      passes++;
      return network.apply(inputs, {training: true}) as tf.Tensor;
    };
    const [own, usual] = [make({forward}), make()];
    expect(await steps(own, 2)).toBe(await steps(usual, 2));
    expect(passes).toBe(2);
  });

  test("what does not fit is refused", async () => {
    await expect(make().denoise(Float32Array.of(1), 0.5)).rejects.toThrow("a multiple of 2");
    await expect(
      make({}, true).denoise(Float32Array.of(1, 2), 0.5, Float32Array.of(1)),
    ).rejects.toThrow("invalid condition: 1 values (1 rows of 2)");
    expect(() => make({conditionDrop: 2})).toThrow("invalid condition drop: 2");
    expect(() => make().set("width", 3)).toThrow("unknown live param: width");
  });
});

import {beforeAll, describe, expect, test} from "vitest";
import type {NamedArrays} from "../../../lib/array.js";
import {Adam} from "../../../lib/models/adam.js";
import {trainableWeights} from "../../../lib/models/descent.js";
import {Learner} from "../../../lib/models/learner.js";
import type {Kept} from "../../../lib/models/learner-state.js";
import {LiveParams} from "../../../lib/models/live-params.js";
import type {NamedShapes} from "../../../lib/models/model-state.js";
import {PlainDescent} from "../../../lib/models/plain-descent.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

/** y = w x, a network of one weight. */
function network(name: string, weight: number): tf.Sequential {
  const layer = tf.layers.dense({name: "w", units: 1, useBias: false, inputShape: [1]});
  const made = tf.sequential({name, layers: [layer]});
  tf.tidy(() => made.setWeights([tf.tensor2d([[weight]])]));
  return made;
}

const weightOf = (of: tf.LayersModel) => of.getWeights()[0]!.dataSync()[0]!;

/** Keeps a number, which states of before it was there lack. */
class Memory implements Kept {
  value = 0;

  state(): NamedArrays {
    return {memory: {data: Float32Array.of(this.value), shape: [1]}};
  }

  shapes({memory}: NamedArrays): NamedShapes {
    return memory ? {memory: [1]} : {};
  }

  restore({memory}: NamedArrays): void {
    this.value = memory?.data[0] ?? -1;
  }
}

/** Two networks, each with an optimiser of its own and the first with an average; all weights are to become 0. */
function make(decaySteps = 0) {
  const [first, second, average] = [network("a", 2), network("b", 4), network("c", 7)];
  const movers = {
    firstRate: new PlainDescent(trainableWeights(first), {learningRate: 0}),
    secondAdam: new Adam(trainableWeights(second)),
  };
  const memory = new Memory();
  const live = new LiveParams({learningRate: 0.1, pull: 1});
  const learner = new Learner({
    networks: {first, second, mean: {network: average, of: first, decay: 0.5}},
    optimisers: movers,
    decaySteps,
    live,
    keeps: [memory],
  });
  const x = tf.tensor2d([[1]]);
  const lossOf = (of: tf.Sequential) => () => {
    const y = of.apply(x) as tf.Tensor;
    const loss = tf.mul(live.values.pull, tf.sum(y)) as tf.Scalar;
    return {loss, twice: tf.mul(2, loss)};
  };
  const dispose = () => {
    x.dispose();
    learner.dispose();
  };
  return {learner, movers, memory, first, second, average, lossOf, dispose};
}

describe("Learner", () => {
  test("learns by its first optimiser at the live rate, and tells what it saw before", async () => {
    const {learner, first, second, lossOf, dispose} = make();
    expect(await learner.learn(lossOf(first))).toEqual({loss: 2, twice: 4});
    expect(weightOf(first)).toBeCloseTo(2 - 0.1, 6);
    learner.set("learningRate", 0.5);
    learner.set("pull", 2);
    await learner.learn(lossOf(first));
    expect(weightOf(first)).toBeCloseTo(2 - 0.1 - 0.5 * 2, 6);
    expect(weightOf(second)).toBe(4);
    expect(learner.steps).toBe(2);
    dispose();
  });

  test("an average begins as its network, and follows its optimiser alone", async () => {
    const {learner, movers, first, second, average, lossOf, dispose} = make();
    expect(weightOf(average)).toBe(2);
    await learner.learn(lossOf(first));
    const followed = weightOf(average);
    const decay = Math.min(0.5, 2 / 11);
    expect(followed).toBeCloseTo(decay * 2 + (1 - decay) * 1.9, 6);
    tf.tidy(() => void learner.descend(movers.secondAdam, lossOf(second), 1));
    expect(weightOf(second)).toBeCloseTo(3, 5);
    expect(weightOf(average)).toBe(followed);
    dispose();
  });

  test("a falling rate is that of the optimiser's own updates", async () => {
    const {learner, movers, first, second, lossOf, dispose} = make(10);
    for (let i = 0; i < 5; i++)
      tf.tidy(() => void learner.descend(movers.secondAdam, lossOf(second)));
    await learner.learn(lossOf(first));
    expect(movers.firstRate.learningRate).toBe(0.1);
    expect(movers.secondAdam.learningRate).toBeCloseTo(0.1 * (1 - 0.9 * 0.4), 10);
    dispose();
  });

  test("its state has weights, slots and what else it keeps, in the order they are named", async () => {
    const {learner, dispose} = make();
    expect(Object.keys(await learner.state())).toEqual([
      "first/w/kernel",
      "second/w/kernel",
      "mean/w/kernel",
      "firstRate/steps",
      "secondAdam/m",
      "secondAdam/v",
      "secondAdam/steps",
      "memory",
    ]);
    dispose();
  });

  test("a restored state is all there, and one that does not fit changes nothing", async () => {
    const [from, to] = [make(), make()];
    from.memory.value = 5;
    await from.learner.learn(from.lossOf(from.first));
    const state = structuredClone(await from.learner.state());
    to.learner.restore(state);
    expect(await to.learner.state()).toEqual(state);
    expect(to.memory.value).toBe(5);
    const {memory, ...older} = state;
    const wrong = {data: Float32Array.of(1, 2), shape: [2]};
    expect(() => to.learner.restore({...older, "secondAdam/m": wrong})).toThrow(
      "invalid shape of secondAdam/m: [2] ([1])",
    );
    expect(() => to.learner.restore({...state, third: wrong})).toThrow("unknown array: third");
    expect(await to.learner.state()).toEqual(state);
    to.learner.restore(older);
    expect(to.memory.value).toBe(-1);
    for (const {dispose} of [from, to]) dispose();
  });

  test("its version changes with its weights, and a refused setting changes nothing", async () => {
    const {learner, first, lossOf, dispose} = make();
    const versions = [learner.version];
    await learner.learn(lossOf(first));
    versions.push(learner.version);
    const state = await learner.state();
    expect(learner.version).toBe(versions[1]);
    learner.restore(state);
    versions.push(learner.version);
    expect(new Set(versions).size).toBe(3);
    expect(() => learner.set("width", 1)).toThrow("unknown live param: width");
    dispose();
  });

  test("leaves no tensor behind, and none at all when it is disposed of", async () => {
    const none = tf.memory().numTensors;
    const {learner, first, lossOf, dispose} = make();
    await learner.learn(lossOf(first));
    const before = tf.memory().numTensors;
    await learner.learn(lossOf(first));
    learner.restore(await learner.state());
    expect(tf.memory().numTensors).toBe(before);
    dispose();
    expect(tf.memory().numTensors).toBe(none);
  });
});

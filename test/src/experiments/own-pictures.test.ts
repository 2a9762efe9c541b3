/** Every experiment that takes a reader's own pictures learns from few of them, of few labels. */
import {beforeAll, describe, expect, test} from "vitest";
import {dataFiles} from "../../../data/data-file.js";
import {balancedChoice, type OwnPicture, packOwn} from "../../../lib/datasets/own/own-set.js";
import {sha256} from "../../../lib/datasets/sha256.js";
import {ownName} from "../../../lib/own-name.js";
import {paramError, parseParams} from "../../../lib/params.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import type {Setup} from "../../../lib/training/setup.js";
import {train} from "../../../lib/training/train.js";
import {experiments, findExperiment, findSetup} from "../../../src/experiments/index.js";
import {leastParams} from "../../../tools/runs/least-setup.js";
import {startWasm} from "../../wasm.js";

const kinds = ["cat", "dog", "bird"];

/** Squares of another brightness for each kind, no two alike. */
function drawn(count: number, labels = kinds): OwnPicture[] {
  const random = new Random(5);
  return Array.from({length: count}, (_, i) => ({
    pixels: Uint8Array.from(
      {length: 784},
      () => 60 * (i % labels.length) + 20 + random.integer(30),
    ),
    label: labels[i % labels.length]!,
    name: `${i}.png`,
  }));
}

function packedOf(pictures: readonly OwnPicture[]) {
  const bytes = packOwn(pictures, balancedChoice(pictures));
  return {name: ownName(sha256(bytes)), bytes};
}

/** Every param that takes a reader's own set, by experiment. */
const takers = Object.keys(experiments).flatMap((id) =>
  Object.entries(findExperiment(id).params).flatMap(([param, form]) =>
    form.kind === "choice" && form.takesOwn ? [{id, param, labels: form.takesOwn.labels}] : [],
  ),
);
const [three, one] = [drawn(30), drawn(40, [""])];

async function made(id: string, pictures: readonly OwnPicture[], more = {}): Promise<Setup> {
  const {name, bytes} = packedOf(pictures);
  const experiment = findExperiment(id);
  const {param} = takers.find((taker) => taker.id === id)!;
  const params = parseParams(experiment.params, {
    ...leastParams(experiment),
    [param]: name,
    ...more,
  });
  const others = experiment.files(params).filter((file) => file !== name);
  expect(experiment.files(params)).toContain(name);
  if (param === "dataset") expect(others).toEqual([]);
  const makeSetup = await findSetup(id);
  const files = {...dataFiles(...others), [name]: bytes};
  return makeSetup({params, files, inputs: {}, random: new Random(1)});
}

async function steps({model, batches}: Setup, count: number): Promise<void> {
  const run = {model, batches, random: new Random(1), step: 0};
  for await (const _ of train(run, {steps: count}));
}

beforeAll(startWasm);

/** Why an experiment whose pictures can be chosen takes none of a reader's own. */
const refusing: Readonly<Record<string, string>> = {
  "frechet-distance":
    "asks what the numbers of a classifier are worth that knows the course's pictures",
  "inception-score":
    "asks what the numbers of a classifier are worth that knows the course's pictures",
};

test("every experiment whose pictures can be chosen takes those of one's own, unless it is said why not", () => {
  const choosing = Object.keys(experiments).filter((id) => {
    const {dataset} = findExperiment(id).params;
    return dataset?.kind === "choice" && Object.hasOwn(dataset.options, "clothes");
  });
  const taking = takers.filter(({param}) => param === "dataset").map(({id}) => id);
  expect(taking.sort()).toEqual(choosing.filter((id) => !Object.hasOwn(refusing, id)).sort());
  expect(choosing).toEqual(expect.arrayContaining(Object.keys(refusing)));
});

describe.each(takers)("$id", ({id, param, labels}) => {
  test("learns from few pictures, shows, and measures all but what a classifier says", async () => {
    const before = tf.memory().numTensors;
    const many = id === "double-descent" ? drawn(180) : three;
    const fewer = id === "sorting-without-labels" ? {clusters: 3} : {};
    const setup = await made(id, labels === "one" ? one : many, fewer);
    await steps(setup, 2);
    await setup.snapshot();
    const {scalars} = await setup.measure();
    for (const [name, value] of Object.entries(scalars))
      expect([name, Number.isFinite(value)]).toEqual([name, true]);
    const {measures} = findExperiment(id);
    for (const [name, {isJudged = false}] of Object.entries(measures))
      expect([name, Object.hasOwn(scalars, name)]).toEqual([name, !isJudged]);
    for (const network of Object.keys(setup.model.networks)) tf.dispose(setup.probe(network));
    setup.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test("is offered just the sets that it can learn from", async () => {
    const tryWith = async (pictures: readonly OwnPicture[]) => {
      const setup = await made(id, pictures);
      setup.dispose();
    };
    if (labels === "several") await expect(tryWith(one)).rejects.toThrow(/too few labels: 1 /);
    if (labels === "one") await expect(tryWith(three)).rejects.toThrow(/too many labels: 3 /);
    if (labels === "any") await tryWith(drawn(50, [""]));
  });

  test("names a set that nobody can know only in the form of a name", () => {
    const form = findExperiment(id).params[param]!;
    expect(paramError(param, form, "own-0123456789ab")).toBeUndefined();
    expect(paramError(param, form, "own-mine")).toMatch(/unknown \w+.*own- and 12/);
  });
});

test("where labels are learned, pictures without any are refused with what to do", async () => {
  const bare = drawn(40, [""]);
  await expect(made("digit-classifier", bare)).rejects.toThrow(/too few labels: 1 .*Say what is/);
  await expect(made("double-descent", drawn(60))).rejects.toThrow(
    /too few pictures to learn from: 48/,
  );
  await expect(made("sorting-without-labels", bare)).rejects.toThrow(
    /too few pictures for 10 clusters: 8 .*“Clusters” to 8/,
  );
  const sorting = await made("sorting-without-labels", bare, {clusters: 3});
  await steps(sorting, 1);
  expect((await sorting.snapshot()).labels!.data).toHaveLength(8);
  const {scalars} = await sorting.measure();
  expect(Object.values(scalars).every(Number.isFinite)).toBe(true);
  sorting.dispose();
});

test("nothing that is tested on was learned from, however often few pictures are repeated", async () => {
  const setup = await made("digit-classifier", drawn(15), {batchSize: 64, shift: 0});
  const {x} = setup.batches.next() as unknown as {x: {dataSync(): Float32Array; dispose(): void}};
  const learned = x.dataSync();
  const seen = new Set(
    Array.from({length: 64}, (_, i) => `${learned.slice(784 * i, 784 * i + 9)}`),
  );
  expect(seen.size).toBe(12);
  setup.dispose();
  x.dispose();
});

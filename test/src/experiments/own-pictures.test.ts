/** Every experiment that takes a reader's own pictures learns from few of them, of few labels. */
import {beforeAll, describe, expect, test} from "vitest";
import {balancedChoice, type OwnPicture, packOwn} from "../../../lib/datasets/own/own-set.js";
import {sha256} from "../../../lib/datasets/sha256.js";
import {ownName} from "../../../lib/own-name.js";
import {paramError, parseParams} from "../../../lib/params.js";
import {Random} from "../../../lib/random.js";
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

const takers = Object.keys(experiments).filter((id) =>
  Object.values(findExperiment(id).params).some(
    (param) => param.kind === "choice" && param.takesOwn,
  ),
);

async function made(id: string, pictures: readonly OwnPicture[], more = {}): Promise<Setup> {
  const {name, bytes} = packedOf(pictures);
  const experiment = findExperiment(id);
  const params = parseParams(experiment.params, {
    ...leastParams(experiment),
    dataset: name,
    ...more,
  });
  expect(experiment.files(params)).toEqual([name]);
  const makeSetup = await findSetup(id);
  return makeSetup({params, files: {[name]: bytes}, inputs: {}, random: new Random(1)});
}

async function steps({model, batches}: Setup, count: number): Promise<void> {
  const run = {model, batches, random: new Random(1), step: 0};
  for await (const _ of train(run, {steps: count}));
}

beforeAll(startWasm);

test("these experiments take pictures of one's own", () => {
  expect([...takers].sort()).toEqual([
    "digit-classifier",
    "double-descent",
    "learning-rate",
    "sorting-without-labels",
  ]);
});

describe.each(takers)("%s", (id) => {
  test("learns from pictures of three labels, shows and measures", async () => {
    const setup = await made(id, drawn(180), more(id));
    await steps(setup, 2);
    await setup.snapshot();
    const {scalars} = await setup.measure();
    for (const [name, value] of Object.entries(scalars))
      expect([name, Number.isFinite(value)]).toEqual([name, true]);
    setup.dispose();
  });

  test("names a set that nobody can know only in the form of a name", () => {
    const {dataset} = findExperiment(id).params;
    expect(paramError("dataset", dataset!, "own-0123456789ab")).toBeUndefined();
    expect(paramError("dataset", dataset!, "own-mine")).toMatch(/unknown dataset.*own- and 12/);
  });
});

const more = (id: string) => (id === "double-descent" ? {pictures: 100} : {});

test("where labels are learned, pictures without any are refused with what to do", async () => {
  const bare = drawn(40, [""]);
  await expect(made("digit-classifier", bare)).rejects.toThrow(/too few labels: 1 .*Say what is/);
  await expect(made("double-descent", drawn(60))).rejects.toThrow(
    /too few pictures to learn from: 48/,
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

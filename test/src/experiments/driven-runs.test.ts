import {readdirSync, readFileSync} from "node:fs";
import {beforeAll, describe, expect, test} from "vitest";
import type {Driver} from "../../../lib/driver.js";
import {type ReaderFunction, readerFunction} from "../../../lib/driving/reader-function.js";
import {parseParams} from "../../../lib/params.js";
import * as tf from "../../../lib/tf.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import type {Checkpoint} from "../../../lib/training/protocol.js";
import {Run} from "../../../lib/training/run.js";
import {train} from "../../../lib/training/train.js";
import {experiments, findSetup} from "../../../src/experiments/index.js";
import {
  exerciseFolders,
  folderOf,
  readExercise,
  readText,
} from "../../../tools/exercise/folders.js";
import {nodeSandbox} from "../../../tools/exercise/node-sandbox.js";
import {fileOf, leastParams} from "../../../tools/runs/least-setup.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const sandbox = nodeSandbox();
const steps = 12;
/** Of what differences of a reader's function, and its doubles, make of a curve in so few steps. */
const tolerance = 1e-4;

interface Case {
  readonly experiment: Experiment;
  readonly part: string;
  readonly exercise: string;
  readonly draws?: true;
  readonly shapes?: true;
}

const cases: readonly Case[] = Object.values(experiments).flatMap((experiment) =>
  Object.entries(experiment.drivenParts ?? {}).map(([part, driven]) => ({
    experiment,
    part,
    ...driven,
  })),
);

function solutionOf({part, exercise}: Case): Driver {
  return {part, code: readText(folderOf(exercise), "solution.ts"), standing: "passed"};
}

/** A run at its least size, with the reader's function or without. */
async function make({experiment}: Case, driven?: ReaderFunction): Promise<Run> {
  const params = parseParams(experiment.params, leastParams(experiment));
  const files = Object.fromEntries(experiment.files(params).map((name) => [name, fileOf(name)]));
  const given = {params, files, inputs: {}, ...(driven && {driven})};
  return Run.make(experiment, await findSetup(experiment.id), given);
}

async function taken(run: Run, count: number): Promise<Record<string, number>[]> {
  const curves: Record<string, number>[] = [];
  for await (const {scalars} of train(run, {steps: count})) curves.push({...scalars});
  return curves;
}

/** Pages of lessons, whatever their folders. */
function lessonTexts(): string[] {
  const lessons = new URL("../../../lessons/", import.meta.url);
  return readdirSync(lessons, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".md"))
    .map((file) => readFileSync(new URL(file, lessons), "utf8"));
}

const open = async (each: Case) => readerFunction(sandbox, solutionOf(each));

describe.each(cases.map((each) => [`${each.experiment.id}, ${each.part}`, each] as const))(
  "%s",
  (_, each) => {
    test("is the part of the exercise that says so", () => {
      const exercise = readExercise(folderOf(each.exercise));
      expect(exercise).toMatchObject({
        drives: {experiment: each.experiment.id, part: each.part},
      });
    });

    test("stands on one page with the exercise, whose button trains it", () => {
      const together = lessonTexts().filter((text) =>
        text.includes(`exercise("${each.exercise}")`),
      );
      expect(together).toHaveLength(1);
      expect(together[0]).toContain(`experiments/${each.experiment.id}.js`);
    });

    if (each.draws) drawsAsAsked(each);
    else if (each.shapes) isShapedAsAsked(each);
    else trainsAsAsked(each);
  },
);

test("every exercise that drives is named by the experiment that it drives", () => {
  const driving = exerciseFolders()
    .map(readExercise)
    .filter((exercise) => exercise.kind === "code" && exercise.drives)
    .map(({slug}) => slug);
  expect(cases.map(({exercise}) => exercise).sort()).toEqual(driving.sort());
});

function drawsAsAsked(each: Case): void {
  test("draws what the built-in one draws, which trains as ever", async () => {
    const [own, driven] = [await make(each), await make(each, await open(each))];
    expect(await taken(driven, 3)).toEqual(await taken(own, 3));
    const [plain, drawn] = [await own.setup.snapshot(), await driven.setup.snapshot()];
    for (const [name, {data}] of Object.entries(plain))
      for (const [i, value] of data.entries())
        expect(Math.abs(drawn[name]!.data[i]! - value), `${name} ${i}`).toBeLessThan(tolerance);
    expect(await driven.setup.snapshot()).toEqual(drawn);
    for (const run of [own, driven]) run.dispose();
  });

  test("says what is wrong where it draws, and leaves no tensor behind", async () => {
    const fn = await open(each);
    const failing = {...fn, call: async () => [Number.NaN]};
    const run = await make(each, failing);
    await taken(run, 1);
    const before = tf.memory().numTensors;
    await expect(run.setup.snapshot()).rejects.toThrow(new RegExp(`^${each.part} returned NaN`));
    expect(tf.memory().numTensors).toBe(before);
    run.dispose();
  });
}

function trainsAsAsked(each: Case): void {
  test("driven by the solution it is the built-in one, and again the same to the last bit", async () => {
    const own = await make(each);
    const builtIn = await taken(own, steps);
    own.dispose();
    const driven = await make(each, await open(each));
    const half: Checkpoint[] = [];
    const first = await taken(driven, steps / 2);
    half.push(await driven.checkpoint());
    const curves = [...first, ...(await taken(driven, steps / 2))];
    const end = await driven.checkpoint();
    driven.dispose();
    for (const [i, numbers] of builtIn.entries())
      for (const [name, value] of Object.entries(numbers))
        expect(Math.abs(curves[i]![name]! / value - 1), `${name} at step ${i + 1}`).toBeLessThan(
          tolerance,
        );
    const again = await make(each, await open(each));
    again.restore(half[0]!);
    expect(await taken(again, steps / 2)).toEqual(curves.slice(steps / 2));
    expect(await again.checkpoint()).toEqual(end);
    again.dispose();
  });

  test("leaves no tensor behind, in no kind of step, and not where it fails", async () => {
    let fails = false;
    const fn = await open(each);
    const failing: ReaderFunction = {
      ...fn,
      call: async (lists) => (fails ? lists.map(() => Number.NaN) : fn.call(lists)),
    };
    const run = await make(each, failing);
    const kinds = [undefined, ...Object.keys(each.experiment.stepKinds)];
    const one = async (kind: string | undefined) => {
      for await (const _ of train(run, {kind, steps: 1}));
    };
    for (const kind of kinds) await one(kind);
    const before = tf.memory().numTensors;
    for (const kind of kinds) await one(kind);
    expect(tf.memory().numTensors).toBe(before);
    fails = true;
    for (const kind of kinds)
      await expect(one(kind)).rejects.toThrow(
        new RegExp(`^At step ${run.step + 1}, ${each.part} returned NaN`),
      );
    expect(tf.memory().numTensors).toBe(before);
    run.dispose();
  });
}

function isShapedAsAsked(each: Case): void {
  const weights = ({model}: Run) =>
    Object.values(model.networks).map((network) => network.countParams());

  test("makes another network, and the same again to the last bit", async () => {
    const own = await make(each);
    const builtIn = weights(own);
    own.dispose();
    const driven = await make(each, await open(each));
    expect(weights(driven)).not.toEqual(builtIn);
    await taken(driven, steps / 2);
    const half = await driven.checkpoint();
    const curves = await taken(driven, steps / 2);
    const end = await driven.checkpoint();
    driven.dispose();
    const again = await make(each, await open(each));
    again.restore(half);
    expect(await taken(again, steps / 2)).toEqual(curves);
    expect(await again.checkpoint()).toEqual(end);
    again.dispose();
  });

  test("says what is wrong with it, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const fn = await open(each);
    const run = await make(each, fn);
    run.dispose();
    expect(tf.memory().numTensors).toBe(before);
    const failing = {...fn, call: async () => [Number.NaN]};
    await expect(make(each, failing)).rejects.toThrow(new RegExp(`^${each.part} returned NaN`));
    expect(tf.memory().numTensors).toBe(before);
  });
}

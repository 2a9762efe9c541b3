import {beforeAll, expect, test} from "vitest";
import type {Model} from "../../../lib/models/model.js";
import type {Batch, Batches} from "../../../lib/models/tensor-batches.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {Diverged, type Trainee, train} from "../../../lib/training/train.js";

beforeAll(async () => {
  await import("@tensorflow/tfjs-backend-cpu");
  await tf.setBackend("cpu");
});

/** A run whose losses are `losses`, which notes what its model is given. */
function traineeOf(losses: readonly number[]): Trainee & {readonly seen: string[]} {
  const seen: string[] = [];
  const batches = {
    next: () => ({x: tf.tensor1d([seen.length]), label: tf.scalar(0)}),
  } as unknown as Batches;
  const model = {
    step: async ({x}: Batch, random: Random, kind = "whole") => {
      seen.push(`${kind} ${(await x.data())[0]} ${random.integer(10)}`);
      return {loss: losses[seen.length - 1]!};
    },
  } as unknown as Model;
  return {model, batches, random: new Random(1), step: 0, seen};
}

test("each turn takes one batch and one step; nothing is done before it is asked for", async () => {
  const run = traineeOf([3, 2, 1]);
  const steps = train(run);
  expect(run.seen).toEqual([]);
  expect((await steps.next()).value).toEqual({step: 1, scalars: {loss: 3}});
  expect((await steps.next()).value).toEqual({step: 2, scalars: {loss: 2}});
  const chance = new Random(1);
  expect(run.seen).toEqual([`whole 0 ${chance.integer(10)}`, `whole 1 ${chance.integer(10)}`]);
});

test("it stops after the asked number of steps, and goes on counting where the run stood", async () => {
  const run = {...traineeOf([3, 2, 1]), step: 10};
  const seen = [];
  for await (const {step} of train(run, {kind: "generator", steps: 2})) seen.push(step);
  expect(seen).toEqual([11, 12]);
  expect(run.seen.map((entry) => entry.split(" ")[0])).toEqual(["generator", "generator"]);
});

test.each([Number.NaN, Infinity, -Infinity])(
  "%s ends it by curve, step and value",
  async (value) => {
    const run = traineeOf([1, value]);
    const steps = train(run);
    await steps.next();
    const error = await steps.next().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Diverged);
    expect(error).toMatchObject({curve: "loss", step: 2, value});
    expect((error as Error).message).toBe(`loss became ${value} at step 2`);
    expect(run.step).toBe(1);
  },
);

test("every batch is freed, also that of a failed step", async () => {
  const before = tf.memory().numTensors;
  const run = traineeOf([1, Number.NaN]);
  await expect(async () => {
    for await (const _ of train(run)) expect(tf.memory().numTensors).toBe(before);
  }).rejects.toThrow(Diverged);
  expect(run.seen).toHaveLength(2);
  expect(tf.memory().numTensors).toBe(before);
});

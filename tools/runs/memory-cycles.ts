/** What a reader does with an experiment, many times over: training and looking, starting and ending. */

import {Random} from "../../lib/random.js";
import type {Setup} from "../../lib/training/setup.js";
import {train} from "../../lib/training/train.js";
import {leastSetup} from "./least-setup.js";

const pictureSteps = 50;

/** Trains `steps` steps with a picture now and then, and at the end measures and copies the weights. */
export async function trainAndLook(setup: Setup, steps: number): Promise<void> {
  const {model, batches} = setup;
  const run = {model, batches, random: new Random(1), step: 0};
  for await (const {step} of train(run, {steps}))
    if (step % pictureSteps === 0) await setup.snapshot();
  await setup.snapshot();
  await setup.measure();
  await model.state();
}

/** Starts, trains a step, looks and ends, `count` times. */
export async function startAndEnd(id: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const setup = await leastSetup(id);
    const {model, batches} = setup;
    for await (const _ of train({model, batches, random: new Random(1), step: 0}, {steps: 1}));
    await setup.snapshot();
    setup.dispose();
  }
}

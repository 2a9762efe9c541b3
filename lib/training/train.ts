import {DrivenFault} from "../driving/driven-fault.js";
import type {Model, Scalars} from "../models/model.js";
import type {Batches} from "../models/tensor-batches.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";

/** The parts of a run that training moves on: `step` counts the optimiser steps taken, of whatever kind. */
export interface Trainee {
  readonly model: Model;
  readonly batches: Batches;
  readonly random: Random;
  step: number;
}

export interface Step {
  /** 1 for the first. */
  readonly step: number;
  readonly scalars: Scalars;
}

/**
 * Trains one step at a time: each turn of the caller's loop takes one batch, updates the weights and yields the numbers.
 * The steps are whole ones unless a kind is told. Whoever stops asking stops the training. Throws `Diverged` at the first number that is not finite.
 */
export async function* train(
  run: Trainee,
  {kind, steps = Infinity}: {kind?: string | undefined; steps?: number} = {},
): AsyncGenerator<Step, void, void> {
  for (let taken = 0; taken < steps; taken++) {
    const scalars = await takeStep(run, kind);
    checkFinite(scalars, run.step + 1);
    run.step += 1;
    yield {step: run.step, scalars};
  }
}

async function takeStep(
  {model, batches, random, step}: Trainee,
  kind: string | undefined,
): Promise<Scalars> {
  const batch = batches.next();
  try {
    return await model.step(batch, random, kind);
  } catch (error) {
    throw error instanceof DrivenFault ? error.at(step + 1) : error;
  } finally {
    tf.dispose(batch);
  }
}

/** A number left the finite: the weights behind it are worthless, an earlier checkpoint is not. */
export class Diverged extends Error {
  constructor(
    readonly curve: string,
    readonly step: number,
    readonly value: number,
  ) {
    super(`${curve} became ${value} at step ${step}`);
    this.name = "Diverged";
  }
}

function checkFinite(scalars: Scalars, step: number): void {
  for (const [curve, value] of Object.entries(scalars))
    if (!Number.isFinite(value)) throw new Diverged(curve, step, value);
}

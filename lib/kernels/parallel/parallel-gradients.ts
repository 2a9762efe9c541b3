/**
 * `tf.variableGrads` over a batch that several workers share. Every worker holds all weights and calls this with the same
 * arguments; every worker gets the same gradients, to the bit, and moves its weights by them in the same way: so the weights
 * stay equal without ever being sent. One worker alone gets the same numbers from the same shards.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {GradientExchange} from "./gradient-exchange.js";
import {countNumbers, fingerprintOf, readNumbers, writeNumbers} from "./numbers.js";
import {cutIntoShards, type Shard} from "./shards.js";

export interface ShardedLoss {
  /** Examples in the batch, all shards together. */
  readonly batchSize: number;
  /**
   * The mean loss over the examples of a shard, and whatever else is to be averaged along with it. What it draws at random must not
   * depend on who calls it or how often: draw for the whole batch, from the same seed on every worker, and slice. Batch
   * normalisation sees one shard at a time ("ghost batch normalisation"; Hoffer, Hubara & Soudry, 2017, section 4).
   */
  readonly loss: (shard: Shard) => tf.Scalar | readonly [loss: tf.Scalar, ...others: tf.Tensor[]];
  /** Those to differentiate by. */
  readonly variables: readonly tf.Variable[];
  /**
   * Those that `loss` itself changes, such as moving averages of batch normalisation. Each shard starts from the same value, and
   * the mean of what they leave is kept.
   */
  readonly moving?: readonly tf.Variable[];
  /** Compares the workers' weights in the first round and then in one of so many; 100 if left out, 0 for never. */
  readonly compareEvery?: number;
}

/** Means over the batch. The caller disposes all of it. */
export interface MeanGradients {
  readonly value: tf.Scalar;
  /** By the variables' names, for `optimizer.applyGradients`; without those that the loss does not depend on. */
  readonly grads: tf.NamedTensorMap;
  readonly others: readonly tf.Tensor[];
}

/** Loss and gradients over the batch. Rejects when this worker or any other cannot go on (see `GradientExchange.sum`). */
export async function parallelGradients(
  exchange: GradientExchange,
  sharded: ShardedLoss,
): Promise<MeanGradients> {
  try {
    const {names, parts} = await (exchange.workers === 1 ? addAlone : addUp)(exchange, sharded);
    return assemble(names, parts, sharded);
  } catch (error) {
    throw exchange.fail(error);
  }
}

/** A shard's share of everything that is summed: loss, gradients, moving variables, others. */
interface Share {
  /** Of the variables that have gradients. */
  readonly names: readonly string[];
  readonly parts: readonly tf.Tensor[];
}

async function addUp(exchange: GradientExchange, sharded: ShardedLoss): Promise<Share> {
  const shards = cutIntoShards(sharded.batchSize, exchange.shards);
  let own = new Float32Array(0) as Float32Array;
  let last: {names: readonly string[]; shapes: number[][]} | undefined;
  for (const [i, index] of exchange.ownShards.entries()) {
    const {names, parts} = shareOf(shards[index]!, sharded);
    const length = countNumbers(parts);
    if (i === 0) own = exchange.room(length);
    await readNumbers(parts, own.subarray(i * length, (i + 1) * length));
    last = {names, shapes: parts.map(({shape}) => shape)};
    tf.dispose([...parts]);
  }
  const total = await exchange.sum(own, await fingerprint(exchange, sharded));
  return {names: last!.names, parts: writeNumbers(total, last!.shapes)};
}

/** The same additions, in the same order, without leaving the back end. */
async function addAlone(exchange: GradientExchange, sharded: ShardedLoss): Promise<Share> {
  return cutIntoShards(sharded.batchSize, exchange.shards)
    .map((shard) => () => shareOf(shard, sharded))
    .reduce<Share | undefined>((sum, next) => (sum ? addShares(sum, next()) : next()), undefined)!;
}

function addShares(sum: Share, next: Share): Share {
  const parts = sum.parts.map((part, i) => tf.add(part, next.parts[i]!));
  tf.dispose([...sum.parts, ...next.parts]);
  return {names: sum.names, parts};
}

/** The loss is multiplied by the shard's share before it is differentiated, so that plain sums give means over the batch. */
function shareOf(shard: Shard, {loss, variables, moving = []}: ShardedLoss): Share {
  const before = moving.map((variable) => variable.clone());
  try {
    const {value, grads, others} = differentiate(shard, loss, variables);
    const names = variables.map(({name}) => name).filter((name) => grads[name]);
    const moved = moving.map((variable) => tf.mul(variable, shard.share));
    return {names, parts: [value, ...names.map((name) => grads[name]!), ...moved, ...others]};
  } finally {
    for (const [i, variable] of moving.entries()) variable.assign(before[i]!);
    tf.dispose(before);
  }
}

function differentiate(
  {share, ...rest}: Shard,
  loss: ShardedLoss["loss"],
  variables: readonly tf.Variable[],
): MeanGradients {
  const others: tf.Tensor[] = [];
  const weighted = () => {
    const result = loss({share, ...rest});
    const [value, ...more] = Array.isArray(result) ? result : [result];
    for (const each of more) others.push(tf.keep(tf.mul(each, share)));
    return tf.mul(value, share) as tf.Scalar;
  };
  return {...tf.variableGrads(weighted, [...variables]), others};
}

function fingerprint(
  {rounds}: GradientExchange,
  {variables, moving = [], compareEvery = 100}: ShardedLoss,
): Promise<number> | undefined {
  const isDue = compareEvery > 0 && rounds % compareEvery === 0;
  return isDue ? fingerprintOf([...variables, ...moving]) : undefined;
}

function assemble(
  names: readonly string[],
  parts: readonly tf.Tensor[],
  {moving = []}: ShardedLoss,
) {
  const [value, ...rest] = parts as [tf.Scalar, ...tf.Tensor[]];
  const gradients = rest.splice(0, names.length);
  const moved = rest.splice(0, moving.length);
  for (const [i, variable] of moving.entries()) variable.assign(moved[i]!);
  tf.dispose(moved);
  const grads = Object.fromEntries(names.map((name, i) => [name, gradients[i]!]));
  return {value, grads, others: rest};
}

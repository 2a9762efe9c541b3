/** Optimiser steps and weight averaging: all weights of a network in one call, in place. See optimisers/rule.ts. */
import type * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {adamRule} from "../optimisers/adam.js";
import {averageRule} from "../optimisers/average-weights.js";
import {composeUpdate} from "../optimisers/composed.js";
import {momentumRule, nesterovRule} from "../optimisers/momentum.js";
import {centredRule, rmspropRule} from "../optimisers/rmsprop.js";
import {type Parts, partsOf, type Rule, type UpdateCall} from "../optimisers/rule.js";
import {sgdRule} from "../optimisers/sgd.js";
import type {Exports} from "./binary.js";
import type {Heap} from "./heap.js";
import {wasmKernel} from "./wasm-kernel.js";

/** A compiled function over a table of `count` rows, with the rule's params, which the rule lists in that order. */
type Step = (run: Exports, table: number, count: number, params: readonly number[]) => void;

export const optimisers: readonly Kernel[] = [
  optimiser(sgdRule, (run, table, count, [rate]) => run.gradientDescent(table, count, rate!)),
  optimiser(momentumRule, (run, table, count, [k, rate]) =>
    run.momentum(table, count, k!, rate!, false),
  ),
  optimiser(nesterovRule, (run, table, count, [k, rate]) =>
    run.momentum(table, count, k!, rate!, true),
  ),
  optimiser(adamRule, (run, table, count, [b1, rest1, b2, rest2, c1, c2, epsilon, rate]) =>
    run.adam(table, count, b1!, rest1!, b2!, rest2!, c1!, c2!, epsilon!, rate!),
  ),
  optimiser(rmspropRule, (run, table, count, [d, rest, k, rate, epsilon]) =>
    run.rmsprop(table, count, d!, rest!, k!, rate!, epsilon!, false),
  ),
  optimiser(centredRule, (run, table, count, [d, rest, k, rate, epsilon]) =>
    run.rmsprop(table, count, d!, rest!, k!, rate!, epsilon!, true),
  ),
  optimiser(averageRule, (run, table, count, [share]) => run.average(table, count, share!)),
];

function optimiser(rule: Rule, step: Step): Kernel {
  const kernel = wasmKernel<UpdateCall["inputs"], UpdateCall["attrs"]>(
    rule.kernel,
    (heap, {inputs, attrs: {starts, params}}) => {
      const parts = partsOf(inputs, starts);
      step(heap.run, writeTable(heap, parts), parts.pairs.length, params);
      for (const {w} of parts.pairs) heap.changed(w);
      return [];
    },
  );
  // Where the compiled code can't run, the composition takes the part of a stock kernel.
  return {...kernel, make: () => kernel.make(composed(rule))};
}

function composed(rule: Rule): tf.KernelFunc {
  return (args) => {
    const {inputs, attrs} = args as unknown as UpdateCall;
    composeUpdate(rule, partsOf(inputs as readonly tf.Tensor[], attrs.starts), attrs.params);
    return [];
  };
}

const rowLength = 6;

/** A row for each weights: where w and g lie, how many there are, where the first three kinds of slots lie. */
function writeTable(heap: Heap, {pairs, slots}: Parts<tf.TensorInfo>): number {
  const values = slots ? heap.at(slots) : 0;
  const kindBytes = slots ? 4 * slots.shape[1]! : 0;
  const rows = pairs.flatMap(({w, g, start}) => {
    const first = values + 4 * start;
    const size = w.shape.reduce((a, b) => a * b, 1);
    return [heap.at(w), heap.at(g), size, first, first + kindBytes, first + 2 * kindBytes];
  });
  const table = heap.scratch(4 * rowLength * pairs.length);
  heap.writeInts(table, rows);
  return table;
}

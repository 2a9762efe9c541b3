/**
 * A bank of pairs for reflow.ts: noise, and the picture of a class that a teacher makes of it. Each step adds some until all are made; then
 * they are used again and again.
 *
 * A bank follows from the teacher and its `random` alone, so that it needs no place in a run's state: after restoring it is made again.
 */
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import {guided} from "./guidance.js";
import {type DrawPairs, followed, type PairOptions} from "./reflow-pairs.js";

export interface BankOptions extends PairOptions {
  /** Of one picture, [...]. */
  readonly shape: readonly number[];
  /** K: pair i is of class i modulo K. */
  readonly classes: number;
  /** How far the teacher's pictures go beyond what it draws untold (guidance.ts), default 1. Its pupil needs no guidance. */
  readonly guidance?: number;
  /** Pairs in all. */
  readonly count: number;
  /** Pairs that each step adds. */
  readonly growth: number;
  /** Draws a time at which a pair is looked at. */
  readonly time: (random: Random) => number;
  /** Draws their noise. */
  readonly random: Random;
}

/** Two fifths of the times are 0, where one leap begins, as many are 1/2, where the second of two does, and the others are anywhere. */
export function leapTime(random: Random): number {
  const which = random.integer(5);
  return which < 4 ? (which % 2) * secondLeap : random.uniform();
}

/** When the second of two leaps begins. */
export const secondLeap = 1 / 2;

/** Pairs of a teacher that is told the class, made once. */
export function bankedPairs(options: BankOptions): DrawPairs {
  const {teacher, shape, classes, count, growth, time} = options;
  const size = tf.util.sizeFromShape([...shape]);
  const [noise, made] = [new Float32Array(count * size), new Float32Array(count * size)];
  let filled = 0;
  let version = teacher.version;
  const add = async () => {
    const n = Math.min(growth, count - filled);
    const chance = options.random.fork(`pairs ${filled}`);
    const start = chance.normals(n * size);
    const labels = Array.from({length: n}, (_, i) => (filled + i) % classes);
    const end = await followed(options, told(options, labels), chance, start);
    noise.set(start, filled * size);
    made.set(end, filled * size);
    filled += n;
  };
  return async ({x}, random, taken) => {
    if (version !== teacher.version) filled = 0;
    version = teacher.version;
    const wanted = Math.min(count, growth * (taken + 1));
    while (filled < wanted) await add();
    const indices = Array.from({length: x.shape[0]!}, () => random.integer(wanted));
    const rows = (all: Float32Array) => tf.tensor(gathered(all, indices, size), x.shape);
    const labels = indices.map((i) => i % classes);
    return {
      x: rows(made),
      noise: rows(noise),
      times: tf.tensor1d(indices.map(() => time(random))),
      condition: tf.tensor2d(oneHot(labels, classes), [labels.length, classes]),
    };
  };
}

/** What the teacher says when it is told `labels`, guided. */
function told({teacher, classes, guidance = 1}: BankOptions, labels: readonly number[]) {
  const rows = oneHot(labels, classes);
  return guided({
    conditional: (x, t) => teacher.ask(x, t, rows),
    unconditional: (x, t) => teacher.ask(x, t),
    weight: guidance,
  });
}

function gathered(all: Float32Array, indices: readonly number[], size: number): Float32Array {
  const rows = new Float32Array(indices.length * size);
  for (const [row, i] of indices.entries())
    rows.set(all.subarray(i * size, (i + 1) * size), row * size);
  return rows;
}

function oneHot(labels: readonly number[], classes: number): Float32Array {
  const rows = new Float32Array(labels.length * classes);
  for (const [i, label] of labels.entries()) rows[i * classes + label] = 1;
  return rows;
}

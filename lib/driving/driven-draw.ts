/**
 * A draw z from clouds of codes that a reader wrote as a function of means m, log variances l and noise, all [B, L], with how it changes with
 * each mean and each log variance, by central differences. Each number of z should hang on the mean and the log variance at its own place
 * alone. So all are moved at once, up or down by a sign s of their own, and one difference gives all slopes:
 *
 *     dz_ij/dm_ij ≈ (z(m + h s) - z(m - h s))_ij / (2h s_ij)
 *
 * Whether it is so is tried once, with other signs: slopes that hang on other places come out otherwise.
 */
import {Random} from "../random.js";
import {h, moved} from "./central-differences.js";
import {DrivenFault} from "./driven-fault.js";
import type {ReaderFunction} from "./reader-function.js";
import {finiteRows} from "./returned-numbers.js";

export interface Clouds {
  readonly mean: Float32Array;
  readonly logVariance: Float32Array;
  readonly noise: Float32Array;
  readonly shape: readonly [B: number, L: number];
}

/** z and its slopes, all [B, L]. */
export interface DrawAndSlopes {
  readonly z: Float32Array;
  readonly byMean: Float32Array;
  readonly byLogVariance: Float32Array;
}

export type OutsideDraw = (clouds: Clouds) => Promise<DrawAndSlopes>;

const tolerance = 1e-4;

/** The draw of `fn`, which takes three lists of lists: means, log variances, noise. */
export function drivenDraw(fn: ReaderFunction): OutsideDraw {
  let wasTried = false;
  return async (clouds) => {
    const [signs, others] = signsFor(clouds.mean.length);
    const drawn = await slopesAlong(fn, clouds, signs!);
    if (!wasTried) refuseMixing(fn.part, drawn, await slopesAlong(fn, clouds, others!), clouds);
    wasTried = true;
    return drawn;
  };
}

async function slopesAlong(
  fn: ReaderFunction,
  clouds: Clouds,
  signs: Float32Array,
): Promise<DrawAndSlopes> {
  const {mean, logVariance, noise, shape} = clouds;
  const rows = (numbers: ArrayLike<number>) => rowsOf(numbers, shape);
  const [m, l, e] = [rows(mean), rows(logVariance), rows(noise)];
  const aside = (numbers: ArrayLike<number>, by: number) => rows(moved(numbers, signs, by));
  const values = await fn.call([
    [m, l, e],
    ...[h, -h].map((by) => [aside(mean, by), l, e]),
    ...[h, -h].map((by) => [m, aside(logVariance, by), e]),
  ]);
  const given = `${shape[0]} means, log variances and noises of ${shape[1]} numbers`;
  const [z, ...ends] = values.map((value) => finiteRows(fn.part, value, shape, given));
  const [meanUp, meanDown, up, down] = ends;
  return {
    z: Float32Array.from(z!),
    byMean: slopesOf(meanUp!, meanDown!, signs),
    byLogVariance: slopesOf(up!, down!, signs),
  };
}

function slopesOf(above: Float64Array, below: Float64Array, signs: Float32Array): Float32Array {
  return Float32Array.from(above, (value, i) => (value - below[i]!) / (2 * h * signs[i]!));
}

function rowsOf(numbers: ArrayLike<number>, [rows, columns]: Clouds["shape"]): number[][] {
  const all = Array.from(numbers);
  return Array.from({length: rows}, (_, i) => all.slice(i * columns, (i + 1) * columns));
}

/** Two lists of -1 and 1, always the same. */
function signsFor(count: number): readonly Float32Array[] {
  const random = new Random(1);
  const signs = () => Float32Array.from({length: count}, () => (random.uniform() < 0.5 ? -1 : 1));
  return [signs(), signs()];
}

function refuseMixing(
  part: string,
  one: DrawAndSlopes,
  other: DrawAndSlopes,
  {shape: [, columns]}: Clouds,
): void {
  for (const [name, word] of slopeNames) {
    const differs = (value: number, i: number) =>
      Math.abs(value - other[name][i]!) > tolerance * (1 + Math.abs(value));
    const i = one[name].findIndex(differs);
    if (i < 0) continue;
    const place = `z[${Math.floor(i / columns)}][${i % columns}]`;
    const came = `makes ${place} hang on more than one ${word}`;
    throw new DrivenFault(part, came, `each number of z on the ${word} at its own place`, advice);
  }
}

const slopeNames = [
  ["byMean", "mean"],
  ["byLogVariance", "log variance"],
] as const;
const advice = "Look at the indices: i for the picture, j for the number of its code.";

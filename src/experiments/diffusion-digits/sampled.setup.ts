/** Pictures that a flow makes, by the sampling params. */
import {type Images, toBytes} from "../../lib/image.js";
import {classCount} from "../../lib/models/classifier.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {guided} from "../../lib/models/flow/guidance.js";
import {samplerNamed} from "../../lib/models/flow/samplers.js";
import {lastOf, type SamplerStep, traceOf} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {type diffusionDigits, sheetCount} from "./experiment.js";

/** Pixels along an edge. */
export const side = 14;
const size = side * side;

export interface Asking {
  readonly sampler: string;
  readonly steps: number;
  readonly eta: number;
  readonly guidance: number;
}

/** What the sheet is drawn with. */
export interface SheetAsking extends Asking {
  readonly digit: string;
  readonly hand: number;
}

/** Noise [n, 14, 14, 1], the class that each picture is to be, none where it is missing, and the chance of the steps. */
export interface Beginning {
  readonly start: Float32Array;
  readonly labels: readonly (number | undefined)[];
  readonly chance: Random;
}

/** The pictures of `beginning` at the end, [n, 14, 14, 1]. */
export async function pictures(
  model: FlowModel,
  beginning: Beginning,
  asking: Asking,
): Promise<Images> {
  return imagesOf(await lastOf(steps(model, beginning, asking)));
}

/** The sheet, and how it came about. */
export async function sheet(
  model: FlowModel,
  asking: SheetAsking,
): Promise<ExchangeOf<typeof diffusionDigits>["snapshot"]> {
  const trace = await traceOf(steps(model, sheetBeginning(asking), asking));
  const all = (part: "x" | "clean") => toBytes(imagesOf(joined(trace.map((step) => step[part]))));
  return {samples: toBytes(imagesOf(trace.at(-1)!.x)), noisy: all("x"), clean: all("clean")};
}

function steps(
  model: FlowModel,
  {start, labels, chance}: Beginning,
  {sampler, steps: count, eta, guidance}: Asking,
): AsyncGenerator<SamplerStep> {
  const denoise = guided({
    conditional: model.denoiser(oneHotRows(labels)),
    unconditional: model.denoiser(),
    weight: guidance,
  });
  const {kind, path} = model;
  return samplerNamed(sampler)({
    ...{denoise, kind, path, start, eta},
    times: timesOf(count),
    random: chance,
  });
}

/** The same noise for the same hand, whatever is asked for. */
function sheetBeginning({digit, hand}: SheetAsking): Beginning {
  const labels = Array.from({length: sheetCount}, (_, i) => {
    if (digit === "none") return undefined;
    return digit === "all" ? i % classCount : Number(digit);
  });
  const random = new Random(hand);
  const start = random.fork("noise").normals(sheetCount * size);
  return {start, labels, chance: random.fork("chance")};
}

function oneHotRows(labels: Beginning["labels"]): Float32Array {
  const rows = new Float32Array(labels.length * classCount);
  for (const [i, label] of labels.entries())
    if (label !== undefined) rows[i * classCount + label] = 1;
  return rows;
}

function imagesOf(data: Float32Array): Images {
  return {data, shape: [data.length / size, side, side, 1]};
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

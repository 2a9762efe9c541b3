/** What the plane shows of a flow: see the description of `diffusion-plane`. */
import type {NdArray} from "../../lib/array.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {conversion, convert} from "../../lib/models/flow/predictions.js";
import type {Denoise, SamplerStep} from "../../lib/models/flow/sampling.js";
import {drawnWays} from "./experiment.js";
import {asking, type Beginning, labelsAsked, type Sampling, wayOf} from "./flow-sampling.setup.js";

/** Stops that are shown of any number. */
const mostStops = 21;
/** The grid of arrows: nodes along an edge, and how far from the middle the outermost are. */
const [fieldNodes, fieldExtent] = [15, 2];
/** Where the picture is reached there is no velocity on some paths: arrows are of a little before. */
const latestArrows = 0.99;

interface Shown extends Beginning {
  readonly real: Float32Array; // [n, 2]
}

export async function flowPicture(flow: FlowModel, shown: Shown, sampling: Sampling) {
  const labels = labelsAsked(flow, sampling, shown.noise.length / 2);
  const stops = someOf(await wayOf(flow, {...shown, labels}, sampling));
  const count = stops.length;
  const nodes = gridNodes();
  const times = stops.map(({t}) => t);
  const told = labelsAsked(flow, sampling, nodes.length / 2);
  const field = await fieldOf(flow, asking(flow, told, sampling.guidance), nodes, times);
  const untold = told
    ? await fieldOf(flow, flow.denoiser(), nodes, times)
    : stops.map(() => new Float32Array(0));
  return {
    real: pointsOf(shown.real.slice()),
    times: {data: Float32Array.from(times), shape: [count]},
    trail: inRows(stops.map(({x}) => x)),
    expected: inRows(stops.map(({clean}) => clean.subarray(0, 2 * drawnWays))),
    nodes: pointsOf(nodes),
    field: inRows(field),
    untold: inRows(untold),
  };
}

/** At most 21 of the stops, evenly chosen, with the first and the last. */
export function someOf(stops: readonly SamplerStep[]): SamplerStep[] {
  const count = Math.min(mostStops, stops.length);
  const last = stops.length - 1;
  return Array.from({length: count}, (_, i) => stops[Math.round((i * last) / (count - 1))]!);
}

/** The velocities at all nodes, time by time. */
async function fieldOf(
  {kind, path}: FlowModel,
  denoise: Denoise,
  nodes: Float32Array,
  times: readonly number[],
): Promise<Float32Array[]> {
  const field = [];
  for (const time of times) {
    const t = Math.min(time, latestArrows);
    const said = await denoise(nodes, t);
    field.push(convert(nodes, said, conversion(kind, "velocity", path, t)));
  }
  return field;
}

/** [g · g, 2] flat: x runs faster than y. */
function gridNodes(): Float32Array {
  const place = (i: number) => fieldExtent * ((2 * i) / (fieldNodes - 1) - 1);
  return Float32Array.from({length: 2 * fieldNodes * fieldNodes}, (_, i) =>
    place(i % 2 === 0 ? (i >> 1) % fieldNodes : Math.floor((i >> 1) / fieldNodes)),
  );
}

function pointsOf(data: Float32Array): NdArray<Float32Array> {
  return {data, shape: [data.length / 2, 2]};
}

/** Points [n, 2] of each stop as one array [F, n, 2]. */
function inRows(rows: readonly Float32Array[]): NdArray<Float32Array> {
  const size = rows[0]!.length;
  const data = new Float32Array(rows.length * size);
  for (const [i, row] of rows.entries()) data.set(row, i * size);
  return {data, shape: [rows.length, size / 2, 2]};
}

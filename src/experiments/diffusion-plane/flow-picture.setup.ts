/** What the plane shows of a flow: see the description of `diffusion-plane`. */
import type {NdArray} from "../../lib/array.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {conversion, convert} from "../../lib/models/flow/predictions.js";
import type {SamplerStep} from "../../lib/models/flow/sampling.js";
import {drawnWays} from "./experiment.js";
import {type Beginning, type Sampling, wayOf} from "./flow-sampling.setup.js";

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
  const stops = someOf(await wayOf(flow, shown, sampling));
  const count = stops.length;
  const nodes = gridNodes();
  const field = [];
  for (const {t} of stops) field.push(await velocityAt(flow, nodes, t));
  return {
    real: pointsOf(shown.real.slice()),
    times: {data: Float32Array.from(stops, ({t}) => t), shape: [count]},
    trail: inRows(stops.map(({x}) => x)),
    expected: inRows(stops.map(({clean}) => clean.subarray(0, 2 * drawnWays))),
    nodes: pointsOf(nodes),
    field: inRows(field),
  };
}

/** At most 21 of the stops, evenly chosen, with the first and the last. */
export function someOf(stops: readonly SamplerStep[]): SamplerStep[] {
  const count = Math.min(mostStops, stops.length);
  const last = stops.length - 1;
  return Array.from({length: count}, (_, i) => stops[Math.round((i * last) / (count - 1))]!);
}

async function velocityAt(flow: FlowModel, nodes: Float32Array, time: number) {
  const t = Math.min(time, latestArrows);
  const said = await flow.denoise(nodes, t);
  return convert(nodes, said, conversion(flow.kind, "velocity", flow.path, t));
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

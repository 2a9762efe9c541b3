/** The layers of a plane on which points go from noise to data. */
import {counted} from "../../controls/format.js";
import type {NdArray} from "../../lib/array.js";
import type {Point} from "../point.js";
import {arrows} from "./layers/arrows.js";
import {disc, points, smallCross, speck} from "./layers/points.js";
import {segments} from "./layers/segments.js";
import {trails} from "./layers/trails.js";
import type {PlaneLayer} from "./plane-layer.js";
import {markSample} from "./plane-legend.js";

/** Names of the layers for readers, in the order of the legend. */
export const flowLayerWords = {
  real: "real points",
  generated: "generated points",
  field: "the field",
  untold: "untold field",
  ways: "ways",
  expected: "expected ends",
} as const;

export type FlowLayerName = keyof typeof flowLayerWords;

/** F stops on the way from noise to data. */
export interface FlowArrays {
  /** [n, 2] */
  readonly real: NdArray;
  /** [F] */
  readonly times: NdArray;
  /** [F, m, 2] */
  readonly trail: NdArray;
  /** Of the first k, [F, k, 2]. */
  readonly expected: NdArray;
  /** [g, 2], and the velocity there at each stop, [F, g, 2]. */
  readonly nodes: NdArray;
  readonly field: NdArray;
  /** The same if the network is told nothing; [F, 0, 2] where that is `field`. Kept pictures may lack it. */
  readonly untold?: NdArray;
}

export interface FlowPlaneData {
  readonly arrays: FlowArrays;
  /** Layers not named are on. */
  readonly layers?: Readonly<Partial<Record<FlowLayerName, boolean>>>;
  /** Real points for which this is false are not asked for: they are drawn faintly. */
  readonly isAsked?: (x: number, y: number) => boolean;
}

/** As it is drawn: at one of the stops. */
export interface FlowAt extends FlowPlaneData {
  readonly stop: number;
}

type Layer = PlaneLayer<FlowAt, Point>;

/** Real points that are not asked for. */
export const otherPoints: Layer = {
  ...points((data) => realPoints(data, false), speck, "--real"),
  isOn: ({layers}) => layers?.real ?? true,
};

/** Back to front. */
export const flowLayers: Readonly<Record<FlowLayerName, Layer>> = {
  real: {
    ...points((data) => realPoints(data, true), disc, "--real"),
    ...named("real", "M9,5a4,4,0,1,0,8,0a4,4,0,1,0,-8,0"),
    says: ({arrays}) => counted(arrays.real.data.length / 2, "real point"),
  },
  field: {
    ...arrows(
      ({arrays, stop}) => ({points: arrays.nodes.data, vectors: rowOf(arrays.field, stop)}),
      "--ink-soft",
    ),
    ...named("field", "M2,5H23M18,1l6,4l-6,4"),
    readout: (place, {arrays, stop}) => velocityText(arrays, stop, place),
  },
  untold: {
    ...arrows(({arrays, stop}) => untoldArrows(arrays, stop), "--chance"),
    ...named("untold", "M2,5H23M18,1l6,4l-6,4"),
    isOn: ({arrays, layers}) => (layers?.untold ?? true) && hasUntold(arrays),
  },
  ways: {
    ...trails(
      ({arrays, stop}) => ({stops: arrays.trail, count: arrays.expected.shape[1]!, at: stop}),
      "--generated",
    ),
    ...named("ways", "M2,8Q9,0,14,5T24,2"),
  },
  expected: {
    ...segments(({arrays, stop}) => {
      const to = rowOf(arrays.expected, stop);
      return {from: rowOf(arrays.trail, stop).subarray(0, to.length), to};
    }, "--judge"),
    ...named("expected", "M2,5H24"),
  },
  generated: {
    ...points(({arrays, stop}) => rowOf(arrays.trail, stop), smallCross, "--generated"),
    ...named("generated", "M9,1l8,8M17,1l-8,8"),
    says: ({arrays, stop}) =>
      `${counted(arrays.trail.shape[1]!, "generated point")} ${timeText(arrays, stop)}`,
  },
};

function realPoints({arrays, isAsked}: FlowAt, asked: boolean): ArrayLike<number> | undefined {
  const {data} = arrays.real;
  if (!isAsked) return asked ? data : undefined;
  const found: number[] = [];
  for (let i = 0; i < data.length; i += 2)
    if (isAsked(data[i]!, data[i + 1]!) === asked) found.push(data[i]!, data[i + 1]!);
  return found;
}

function hasUntold({untold}: FlowArrays): boolean {
  return untold !== undefined && untold.data.length > 0;
}

function untoldArrows({nodes, field, untold}: FlowArrays, stop: number) {
  if (!untold) return undefined;
  return {points: nodes.data, vectors: rowOf(untold, stop), beside: rowOf(field, stop)};
}

/** "at time 0.35", or in words at both ends. */
export function timeText({times}: FlowArrays, stop: number): string {
  const last = times.data.length - 1;
  if (stop === 0) return "as noise, time 0";
  return stop === last
    ? "at the end, time 1"
    : `on their way, time ${times.data[stop]!.toFixed(2)}`;
}

/** What the field says at the node that is nearest to a place. */
function velocityText({nodes, field}: FlowArrays, stop: number, place: Point): string {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < nodes.data.length; i += 2) {
    const far = (nodes.data[i]! - place.x) ** 2 + (nodes.data[i + 1]! - place.y) ** 2;
    if (far < least) [nearest, least] = [i, far];
  }
  const [vx, vy] = rowOf(field, stop).subarray(nearest, nearest + 2) as unknown as [number, number];
  return `velocity ${signed(vx)} to the right, ${signed(vy)} up`;
}

function signed(value: number): string {
  return value
    .toFixed(2)
    .replace(/^-0\.00$/, "0.00")
    .replace("-", "−");
}

/** The points of one stop, flat. */
function rowOf({data, shape}: NdArray, stop: number): Float32Array {
  const size = 2 * shape[1]!;
  return (data as Float32Array).subarray(stop * size, (stop + 1) * size);
}

function named(name: FlowLayerName, path: string) {
  return {
    isOn: ({layers}: FlowAt) => layers?.[name] ?? true,
    legend: {name, words: flowLayerWords[name], sample: () => markSample(path)},
  };
}

import type {Role} from "../../lib/training/experiment.js";
import {area, line} from "../../vendor/d3.js";
import type {Group, Scale} from "../svg.js";
import {envelope, type Span} from "./envelope.js";

/** One curve as it is drawn: every step pale, their average strong. Index i is step `first` + i. */
export interface CurveLine {
  readonly role: Role;
  readonly dash: string;
  readonly values: Float32Array;
  readonly average: Float32Array;
}

interface Scales {
  readonly x: Scale;
  readonly y: Scale;
  readonly first: number;
}

/** The pale layer: the band between the lowest and the highest value of each pixel, or a thin line when there is room. */
export function drawEverySteps(group: Group, lines: readonly CurveLine[], scales: Scales): void {
  const band = area<Span>()
    .x(({middle}) => scales.x(scales.first + middle))
    .y0(({low}) => scales.y(low))
    .y1(({high}) => scales.y(high));
  group
    .selectAll("path")
    .data(lines)
    .join("path")
    .attr("class", "fig-every-step")
    .attr("data-role", ({role}) => role)
    .attr("d", ({values}) => band(envelope(values, pixelsOf(values, scales))));
}

/** The strong layer. `faint` for runs that are there to compare with. */
export function drawAverages(group: Group, lines: readonly CurveLine[], scales: Scales): void {
  const path = line<readonly [number, number]>()
    .defined(([, value]) => Number.isFinite(value))
    .x(([index]) => scales.x(scales.first + index))
    .y(([, value]) => scales.y(value));
  group
    .selectAll("path")
    .data(lines)
    .join("path")
    .attr("class", "fig-average")
    .attr("data-role", ({role}) => role)
    .attr("stroke-dasharray", ({dash}) => dash)
    .attr("d", ({average}) => path(thinned(average, pixelsOf(average, scales))));
}

/** Half a pixel's worth of points each: an average is smooth enough to be sampled, its last value always kept. */
function thinned(values: Float32Array, pixels: number): [number, number][] {
  const stride = Math.max(1, Math.floor(values.length / (2 * pixels)));
  const points: [number, number][] = [];
  for (let i = 0; i < values.length; i += stride) points.push([i, values[i]!]);
  const last = values.length - 1;
  if (last >= 0 && points.at(-1)?.[0] !== last) points.push([last, values[last]!]);
  return points;
}

function pixelsOf(values: Float32Array, {x, first}: Scales): number {
  return Math.max(1, Math.round(x(first + values.length) - x(first)));
}

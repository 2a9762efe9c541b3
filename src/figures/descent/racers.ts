/** Layers of a race: the ways of the racers, and the racers themselves. */
import type {Lane} from "../../lib/descent/race.js";
import type {DescentName} from "../../lib/descent/rules.js";
import {cssColour} from "../colour.js";
import {toPixels} from "../plane/plane-geometry.js";
import {layer, type PlaneBrush, type PlaneLayer} from "../plane/plane-layer.js";
import {placeAt} from "./race-state.js";
import {racerLetters} from "./race-words.js";

export interface ShownRace {
  readonly lanes: readonly Lane[];
  readonly extent: number;
  readonly step: number;
}

/** Where one lies on the other, both can be seen. */
export const racerDashes: Readonly<Record<DescentName, readonly number[]>> = {
  sgd: [],
  momentum: [],
  rmsprop: [],
  adam: [],
  adamw: [5, 5],
};

export const racerInk = (name: DescentName) => `--racer-${name}` as const;

/** Pixels of a ball's radius. */
const radius = 8.5;
/** A way with a dot at each step, as long as so few have been taken. */
const dottedSteps = 400;

export function racerWays<Data extends ShownRace>(): PlaneLayer<Data> {
  return layer<Data, Data>(
    (data) => data,
    (brush, {lanes, extent, step}) => {
      for (const lane of lanes) drawWay(brush, lane, extent, step);
    },
  );
}

function drawWay(brush: PlaneBrush, lane: Lane, extent: number, step: number): void {
  const {context, ratio, colour} = brush;
  const path = new Path2D();
  const dots = new Path2D();
  const last = Math.min(step, lane.places.length / 2 - 1);
  for (let i = 0; i <= last; i++) {
    const {x, y} = pixelsAt(brush, placeAt(lane, i), extent);
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
    if (i > 0 && last <= dottedSteps)
      dots.rect(x - 1.6 * ratio, y - 1.6 * ratio, 3.2 * ratio, 3.2 * ratio);
  }
  context.lineJoin = "round";
  context.lineCap = "butt";
  context.setLineDash([]);
  if (racerDashes[lane.name].length === 0) {
    context.strokeStyle = cssColour(colour("--paper"), 0.75);
    context.lineWidth = 4 * ratio;
    context.stroke(path);
  }
  context.setLineDash(racerDashes[lane.name].map((dash) => dash * ratio));
  context.strokeStyle = cssColour(colour(racerInk(lane.name)));
  context.lineWidth = 1.8 * ratio;
  context.stroke(path);
  context.setLineDash([]);
  context.fillStyle = cssColour(colour(racerInk(lane.name)));
  context.fill(dots);
}

/** A ball with its letter for each, above all ways; the first of the list on top. */
export function racerBalls<Data extends ShownRace>(): PlaneLayer<Data> {
  return layer<Data, Data>(
    (data) => data,
    (brush, {lanes, extent, step}) => {
      for (const lane of [...lanes].reverse()) drawBall(brush, lane, extent, step);
    },
  );
}

function drawBall(brush: PlaneBrush, lane: Lane, extent: number, step: number): void {
  const {context, ratio, colour} = brush;
  const {x, y} = pixelsAt(brush, placeAt(lane, step), extent);
  context.beginPath();
  context.arc(x, y, radius * ratio, 0, 2 * Math.PI);
  context.fillStyle = cssColour(colour(racerInk(lane.name)));
  context.strokeStyle = cssColour(colour("--paper"));
  context.lineWidth = 1.5 * ratio;
  context.fill();
  context.stroke();
  context.fillStyle = cssColour(colour("--paper"));
  context.font = `700 ${11 * ratio}px "Source Sans 3", sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(racerLetters[lane.name], x, y + 0.5 * ratio);
}

function pixelsAt({scale}: PlaneBrush, [x, y]: readonly [number, number], extent: number) {
  return toPixels(scale, {x: x / extent, y: y / extent});
}

/** Points, flat [n, 2], each drawn as a small shape. */
import {cssColour} from "../../colour.js";
import type {Point} from "../../point.js";
import {eachPoint} from "../plane-geometry.js";
import {type Ink, layer, type PlaneBrush, type PlaneLayer} from "../plane-layer.js";

export type PointShape = (brush: PlaneBrush, points: ArrayLike<number>, ink: Ink) => void;

export function points<Data>(
  of: (data: Data) => ArrayLike<number> | undefined,
  shape: PointShape,
  ink: Ink,
): PlaneLayer<Data> {
  return layer(of, (brush, places) => shape(brush, places, ink));
}

/** The point that is looked at. */
export function lookedPoint<Data, Looked>(
  of: (looked: Looked, data: Data) => Point | undefined,
  shape: PointShape,
  ink: Ink,
): PlaneLayer<Data, Looked> {
  return {
    drawLooked(brush, looked, data) {
      const point = of(looked, data);
      if (point) shape(brush, [point.x, point.y], ink);
    },
  };
}

export const disc: PointShape = ({context, scale, ratio, colour}, places, ink) => {
  context.fillStyle = cssColour(colour(ink), 0.85);
  context.strokeStyle = cssColour(colour("--paper"), 0.9);
  context.lineWidth = 0.75 * ratio;
  eachPoint(scale, places, (x, y) => {
    context.beginPath();
    context.arc(x, y, 2.6 * ratio, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  });
};

/** With a rim of paper, so that they stand out on a shade. */
export const cross: PointShape = (brush, places, ink) => drawCrosses(brush, places, ink, 3.4);

/** Where many lie close together. */
export const smallCross: PointShape = (brush, places, ink) => drawCrosses(brush, places, ink, 2.4);

function drawCrosses(
  {context, scale, ratio, colour}: PlaneBrush,
  places: ArrayLike<number>,
  ink: Ink,
  armPx: number,
): void {
  const arm = armPx * ratio;
  const path = new Path2D();
  eachPoint(scale, places, (x, y) => {
    path.moveTo(x - arm, y - arm);
    path.lineTo(x + arm, y + arm);
    path.moveTo(x - arm, y + arm);
    path.lineTo(x + arm, y - arm);
  });
  context.lineCap = "butt";
  context.strokeStyle = cssColour(colour("--paper"), 0.8);
  context.lineWidth = 3.2 * ratio;
  context.stroke(path);
  context.strokeStyle = cssColour(colour(ink));
  context.lineWidth = 1.7 * ratio;
  context.stroke(path);
}

/** Faint: for a crowd. */
export const speck: PointShape = (brush, places, ink) => drawSquares(brush, places, ink, 1.5, 0.3);

/** For some hundreds on a small plane. */
export const grain: PointShape = (brush, places, ink) => drawSquares(brush, places, ink, 2, 0.65);

function drawSquares(
  {context, scale, ratio, colour}: PlaneBrush,
  places: ArrayLike<number>,
  ink: Ink,
  edgePx: number,
  alpha: number,
): void {
  const edge = edgePx * ratio;
  context.fillStyle = cssColour(colour(ink), alpha);
  eachPoint(scale, places, (x, y) => context.fillRect(x - edge / 2, y - edge / 2, edge, edge));
}

/** Around what is there. */
export const ring: PointShape = ({context, scale, ratio, colour}, places, ink) => {
  context.strokeStyle = cssColour(colour(ink));
  context.lineWidth = 2 * ratio;
  eachPoint(scale, places, (x, y) => {
    context.beginPath();
    context.arc(x, y, 16 * ratio, 0, 2 * Math.PI);
    context.stroke();
  });
};

/** An upright cross on a dark rim: on pictures. */
export const target: PointShape = ({context, scale, ratio, colour}, places, ink) => {
  const arm = 9 * ratio;
  const path = new Path2D();
  eachPoint(scale, places, (x, y) => {
    path.moveTo(x - arm, y);
    path.lineTo(x + arm, y);
    path.moveTo(x, y - arm);
    path.lineTo(x, y + arm);
  });
  context.strokeStyle = "#000";
  context.lineWidth = 5 * ratio;
  context.stroke(path);
  context.strokeStyle = cssColour(colour(ink));
  context.lineWidth = 2.5 * ratio;
  context.stroke(path);
};

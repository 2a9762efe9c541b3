/** The loss over two weights, as a shade with lines of equal loss, and the point that rolls down it. */

import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {NdArray} from "../../lib/array.js";
import {cssColour} from "../colour.js";
import {contours, levelsOf} from "../plane/contours.js";
import {field} from "../plane/layers/field.js";
import {axes} from "../plane/layers/frame.js";
import {mesh} from "../plane/layers/mesh.js";
import {cross, grain, type PointShape, points} from "../plane/layers/points.js";
import type {Segments} from "../plane/layers/segments.js";
import {segments} from "../plane/layers/segments.js";
import {listenToPoint} from "../plane/movable-point.js";
import {eachPoint} from "../plane/plane-geometry.js";
import {planeSquare} from "../plane/plane-square.js";
import type {Point} from "../point.js";

export const surfaceExtent = 6;
export const surfaceNodes = 41;
const size = 320;
const lineCount = 12;

export interface LossPlaneData {
  /** [nodes, nodes] */
  readonly surface: NdArray;
  /** Flat [n, 2]: from the start of the descent to where it is. */
  readonly trail: readonly number[];
  /** Where the next step leads. */
  readonly next: Point;
}

interface Shown extends LossPlaneData {
  readonly shade: NdArray;
  readonly lines: Segments;
}

const ball: PointShape = ({context, scale, ratio, colour}, places, ink) => {
  context.fillStyle = cssColour(colour(ink));
  context.strokeStyle = cssColour(colour("--paper"));
  context.lineWidth = 2 * ratio;
  eachPoint(scale, places, (x, y) => {
    context.beginPath();
    context.arc(x, y, 7 * ratio, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  });
};

/** `move` is told where the reader's hand puts the two weights. */
export function lossPlane(move: (place: Point) => void) {
  let shown: Shown | undefined;
  const end = ({trail}: Shown): Point => ({x: trail.at(-2)!, y: trail.at(-1)!});
  const square = planeSquare<Shown, never>({
    size,
    extent: surfaceExtent,
    layers: [
      field(({shade}) => shade, {low: "--paper", middle: "--chance-soft", high: "--ink-soft"}),
      segments(({lines}) => lines, "--chance"),
      axes([-4, 0, 4]),
      mesh(({trail}) => ({data: Float32Array.from(trail), shape: [trail.length / 2, 2]}), "--ink"),
      points(({trail}) => trail, grain, "--ink"),
      segments((data) => ({from: pair(end(data)), to: pair(data.next)}), "--accent"),
      points(({next}) => pair(next), cross, "--accent"),
      points((data) => pair(end(data)), ball, "--accent"),
    ],
  });
  const [across, up] = [element("span", {class: "fig-neuron-across"}), element("span")];
  listenToPoint(square.surface, {
    extent: surfaceExtent,
    stride: 0.1,
    place: () => (shown ? end(shown) : {x: 0, y: 0}),
    move,
  });
  return {
    element: element(
      "div",
      {class: "fig-neuron-plane fig-neuron-roll"},
      element("p", {class: "fig-neuron-axis"}, "↑ ", up),
      square.element,
      element("p", {class: "fig-neuron-axis fig-neuron-right"}, across, " →"),
    ),
    show(data: LossPlaneData, names: readonly [string, string]) {
      const isNew = shown?.surface !== data.surface;
      shown = {...data, ...(isNew || !shown ? drawnOf(data.surface) : shown), ...data};
      setText(across, names[0]);
      setText(up, names[1]);
      square.surface.setAttribute(
        "aria-label",
        `the loss over two weights: ${names[0]} across, ${names[1]} up. Arrow keys move both, with Shift farther`,
      );
    },
    draw(width: number, themed: HTMLElement) {
      square.draw(width, themed, undefined, shown);
    },
  };
}

/** The shade from 0 at the least loss to 1 at the most, and the lines. */
function drawnOf(surface: NdArray): Pick<Shown, "shade" | "lines"> {
  const levels = levelsOf(surface, lineCount);
  const values = Float32Array.from(surface.data);
  const [least, most] = [values, values].map((all, i) =>
    all.reduce((a, b) => (i === 0 ? Math.min(a, b) : Math.max(a, b))),
  ) as [number, number];
  const data = values.map((loss) => Math.sqrt((loss - least) / Math.max(most - least, 1e-9)));
  return {shade: {data, shape: surface.shape}, lines: contours(surface, surfaceExtent, levels)};
}

const pair = ({x, y}: Point): readonly number[] => [x, y];

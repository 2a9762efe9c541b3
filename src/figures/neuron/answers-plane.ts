/** What the network answers to every picture of two pixels, with the pictures that it learns from. */
import {element} from "../../controls/element.js";
import type {NdArray} from "../../lib/array.js";
import type {Example} from "../../lib/descent/small-network.js";
import {field} from "../plane/layers/field.js";
import {cross, disc, points, ring} from "../plane/layers/points.js";
import {listenToPoint} from "../plane/movable-point.js";
import {planeSquare} from "../plane/plane-square.js";
import type {Point} from "../point.js";

export const answerNodes = 33;
const size = 320;

export interface AnswersPlaneData {
  /** The probability of yes by left pixel across and right pixel up, [nodes, nodes]. */
  readonly answers: NdArray;
  readonly examples: readonly Example[];
  /** Left and right pixel. */
  readonly chosen: readonly number[];
}

/** `choose` is told which picture the reader's hand is at. */
export function answersPlane(choose: (picture: readonly [number, number]) => void) {
  let shown: AnswersPlaneData | undefined;
  const of =
    (target: number) =>
    ({examples}: AnswersPlaneData) =>
      examples.filter((each) => each.target === target).flatMap(({x}) => placeOf(x));
  const square = planeSquare<AnswersPlaneData, never>({
    size,
    extent: 1,
    layers: [
      field(({answers}) => answers, {low: "--chance", middle: "--paper", high: "--judge"}),
      points(of(1), disc, "--real"),
      points(of(0), cross, "--real"),
      points(({chosen}) => placeOf(chosen), ring, "--accent"),
    ],
  });
  square.surface.setAttribute(
    "aria-label",
    "the answer to each picture: left pixel across, right pixel up. Arrow keys choose another picture, with Shift farther",
  );
  listenToPoint(square.surface, {
    extent: 1,
    stride: 0.1,
    place: () => (shown ? pointOf(shown.chosen) : {x: 0, y: 0}),
    move: ({x, y}) => choose([pixelOf(x), pixelOf(y)]),
  });
  return {
    element: element(
      "div",
      {class: "fig-neuron-plane"},
      element("p", {class: "fig-neuron-axis"}, "↑ right pixel lighter"),
      square.element,
      element("p", {class: "fig-neuron-axis fig-neuron-right"}, "left pixel lighter →"),
    ),
    show(data: AnswersPlaneData) {
      shown = data;
    },
    draw(width: number, themed: HTMLElement) {
      square.draw(width, themed, undefined, shown);
    },
  };
}

/** Pixels 0 to 1 on the plane from -1 to 1. */
function placeOf(picture: readonly number[]): number[] {
  return picture.map((pixel) => 2 * pixel - 1);
}

function pointOf(picture: readonly number[]): Point {
  const [x, y] = placeOf(picture);
  return {x: x!, y: y!};
}

function pixelOf(place: number): number {
  return Math.round(50 * (place + 1)) / 100;
}

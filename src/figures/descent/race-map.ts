/** The map of a race: the land from above, the goal, the start, and the racers on their ways. */
import {element} from "../../controls/element.js";
import {cssColour} from "../colour.js";
import {type Segments, segments} from "../plane/layers/segments.js";
import {listenToPoint} from "../plane/movable-point.js";
import {eachPoint, toPixels} from "../plane/plane-geometry.js";
import {layer, type PlaneLayer} from "../plane/plane-layer.js";
import {planeSquare} from "../plane/plane-square.js";
import type {Point} from "../point.js";
import {drawIfNew} from "../svg.js";
import type {Race} from "./race-state.js";
import {told} from "./race-words.js";
import {racerBalls, racerWays, type ShownRace} from "./racers.js";
import {goalLine, type Relief, reliefOf, shadedRelief} from "./relief.js";

/** Most CSS pixels of an edge. */
export const mapSize = 460;

interface Shown extends ShownRace {
  readonly relief: Relief;
  readonly goal: Segments;
  readonly lowest: Point;
  readonly start: Point;
  /** Flat [n, 2]. */
  readonly walked: readonly number[];
}

/** `move` is told where the reader's hand puts the start, in coordinates of the surface. */
export function raceMap(move: (start: readonly [number, number]) => void) {
  let shown: Shown | undefined;
  let known: {race: Race; shown: Omit<Shown, "step">} | undefined;
  const square = planeSquare<Shown, never>({
    size: mapSize,
    extent: 1,
    layers: [
      shadedRelief(({relief}) => relief),
      segments(({relief}) => relief.lines, "--relief-line"),
      segments(({goal}) => goal, "--accent"),
      walkedPath(),
      flag(),
      startCross(),
      racerWays(),
      racerBalls(),
      scaleNumbers(),
    ],
  });
  listenToPoint(square.surface, {
    extent: 1,
    stride: 0.02,
    place: () => shown?.start ?? {x: 0, y: 0},
    move: ({x, y}) => shown && move([rounded(x * shown.extent), rounded(y * shown.extent)]),
  });
  return {
    element: element("div", {class: "fig-descent-map"}, square.element),
    show(race: Race, start: readonly [number, number], step: number) {
      if (known?.race !== race) {
        const old = known?.race.land === race.land ? known.shown.relief : undefined;
        known = {race, shown: onMap(race, start, old)};
      }
      shown = {...known.shown, step};
      square.surface.setAttribute(
        "aria-label",
        `the land from above, start at x ${told(start[0])}, y ${told(start[1])}. Arrow keys move the start, with Shift farther`,
      );
    },
    draw(width: number, themed: HTMLElement) {
      square.draw(width, themed, undefined, shown);
    },
  };
}

function onMap({land, goal, lanes}: Race, start: readonly [number, number], old?: Relief) {
  const {surface, extent, lowest, walked = []} = land;
  const relief = old ?? reliefOf(surface, extent);
  return {
    ...{relief, lanes, extent, goal: goalLine(relief, goal)},
    lowest: {x: lowest.x / extent, y: lowest.y / extent},
    start: {x: start[0] / extent, y: start[1] / extent},
    walked: walked.map((value) => value / extent),
  };
}

/** To a hundredth, so that a start can be said again. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A line from place to place, with a ring at each. */
function walkedPath(): PlaneLayer<Shown> {
  return layer<Shown, readonly number[]>(
    ({walked}) => walked,
    ({context, scale, ratio, colour}, walked) => {
      const [way, rings] = [new Path2D(), new Path2D()];
      eachPoint(scale, walked, (left, top) => {
        way.lineTo(left, top);
        rings.moveTo(left + 3 * ratio, top);
        rings.arc(left, top, 3 * ratio, 0, 2 * Math.PI);
      });
      context.strokeStyle = cssColour(colour("--paper"), 0.75);
      context.lineWidth = 4 * ratio;
      context.stroke(way);
      context.strokeStyle = cssColour(colour("--ink"));
      context.fillStyle = cssColour(colour("--paper"));
      context.lineWidth = 1.4 * ratio;
      context.stroke(way);
      context.fill(rings);
      context.stroke(rings);
    },
  );
}

/** A small flag at the lowest place. */
function flag(): PlaneLayer<Shown> {
  return layer<Shown, Point>(
    ({lowest}) => lowest,
    ({context, scale, ratio, colour}, {x, y}) => {
      eachPoint(scale, [x, y], (left, top) => {
        const path = new Path2D(
          `M${left},${top}v${-16 * ratio}l${10 * ratio},${4 * ratio}l${-10 * ratio},${4 * ratio}`,
        );
        context.strokeStyle = cssColour(colour("--paper"));
        context.lineWidth = 4 * ratio;
        context.lineJoin = "round";
        context.stroke(path);
        context.fillStyle = context.strokeStyle = cssColour(colour("--accent"));
        context.lineWidth = 1.6 * ratio;
        context.stroke(path);
        context.fill(path);
      });
    },
  );
}

/** A ring about the start, for the hand to take. */
function startCross(): PlaneLayer<Shown> {
  return layer<Shown, Point>(
    ({start}) => start,
    ({context, scale, ratio, colour}, {x, y}) => {
      eachPoint(scale, [x, y], (left, top) => {
        for (const [ink, width] of [
          ["--paper", 5],
          ["--accent", 2],
        ] as const) {
          context.beginPath();
          context.arc(left, top, 14 * ratio, 0, 2 * Math.PI);
          context.strokeStyle = cssColour(colour(ink));
          context.lineWidth = width * ratio;
          context.stroke();
        }
      });
    },
  );
}

/** The numbers of the surface along the lower and the left edge. */
function scaleNumbers(): PlaneLayer<Shown> {
  return {
    mark(group, scale, {extent}) {
      const {size} = scale;
      const values = [-0.5, 0, 0.5];
      drawIfNew(group, [size, extent], () => {
        const pixels = (value: number) => toPixels({extent: 1, size}, {x: value, y: value});
        group
          .selectAll("text")
          .data(
            values.flatMap((value) => [
              {value, isAcross: true},
              {value, isAcross: false},
            ]),
          )
          .join("text")
          .attr("class", "fig-plane-number fig-descent-number")
          .attr("text-anchor", ({isAcross}) => (isAcross ? "middle" : "start"))
          .attr("x", ({value, isAcross}) => (isAcross ? pixels(value).x : 5))
          .attr("y", ({value, isAcross}) => (isAcross ? size - 5 : pixels(value).y + 4))
          .text(({value}) => String(value * extent).replace("-", "−"));
      });
    },
  };
}

/** How often observers were right, by the share of the picture, with the fitted curves and the intervals of their thresholds. */
import {
  type FittedPsychometric,
  guessOfTen,
  psychometricAt,
  type Trial,
} from "../../lib/metrics/psychometric.js";
import {axisBottom, axisLeft, line, scaleLinear} from "../../vendor/d3.js";
import {drawAxes} from "../curves/plot-axes.js";
import {drawLevels, type PlotBox} from "../curves/plot-frame.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";

export const recognitionHeight = 220;

type Mark = "disc" | "cross";

export interface Observer {
  readonly trials: readonly Trial[];
  readonly fitted: FittedPsychometric | undefined;
}

/** Groups of observers, back to front, with the marks of each. */
export function recognitionPlot<Name extends string>(look: Readonly<Record<Name, Mark>>) {
  const names = Object.keys(look) as Name[];
  const {svg, layers} = figureSvg<"axes" | "levels" | Name>(["axes", "levels", ...names]);
  return {
    svg,
    draw(observers: Readonly<Record<Name, readonly Observer[]>>, width: number): void {
      const box = {left: 40, top: 8, right: width - 12, bottom: recognitionHeight - 24};
      const x = scaleLinear([0, 1], [box.left, box.right]);
      const y = scaleLinear([0, 1], [box.bottom, box.top]);
      setViewBox(svg, width, recognitionHeight);
      drawFrame(layers.axes, box, x, y);
      drawLevels(layers.levels, box, y, [{value: guessOfTen, label: "guessing"}]);
      for (const name of names)
        drawObservers(layers[name], observers[name], x, y, marks[look[name]]);
    },
  };
}

function drawFrame(group: Group, box: PlotBox, x: Scale, y: Scale): void {
  const below = axisBottom(x).ticks(5).tickSize(4).tickPadding(5);
  const left = axisLeft(y)
    .ticks(5)
    .tickSize(box.left - box.right)
    .tickPadding(7);
  drawAxes(group, box, below, left);
}

type MarkAt = (x: number, y: number) => string;

function drawObservers(
  group: Group,
  observers: readonly Observer[],
  x: Scale,
  y: Scale,
  mark: MarkAt,
): void {
  group
    .selectAll("path")
    .data(observers.flatMap((observer) => pathsOf(observer, x, y, mark)))
    .join("path")
    .attr("class", ([name]) => `fig-recognition-${name}`)
    .attr("d", ([, path]) => path);
}

function pathsOf(
  {trials, fitted}: Observer,
  x: Scale,
  y: Scale,
  mark: MarkAt,
): (readonly [name: string, path: string])[] {
  const curve = line<number>()
    .x((level) => x(level))
    .y((level) => y(fitted ? psychometricAt(fitted.fit, guessOfTen, level) : 0));
  const levels = Array.from({length: 101}, (_, i) => i / 100);
  const places = sharesOf(trials).map(({level, share}) => mark(x(level), y(share)));
  const middle = fitted && psychometricAt(fitted.fit, guessOfTen, fitted.fit.threshold);
  const band = fitted && `M${x(fitted.interval[0])},${y(middle!)}H${x(fitted.interval[1])}`;
  return [
    ["curve", fitted ? (curve(levels) ?? "") : ""],
    ["band", band ?? ""],
    ["marks", places.join("")],
  ];
}

/** The share that was right at each level. */
export function sharesOf(trials: readonly Trial[]): {level: number; share: number}[] {
  const levels = [...new Set(trials.map(({level}) => level))].sort((a, b) => a - b);
  return levels.map((level) => {
    const there = trials.filter((trial) => trial.level === level);
    return {level, share: there.filter(({isRight}) => isRight).length / there.length};
  });
}

const marks: Readonly<Record<Mark, MarkAt>> = {
  disc: (x, y) => `M${x - 4},${y}a4,4 0 1 0 8,0a4,4 0 1 0 -8,0`,
  cross: (x, y) => `M${x - 4},${y - 4}l8,8m-8,0l8,-8`,
};

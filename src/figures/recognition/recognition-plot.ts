/** How often reader and network were right, by the share of the picture, with the fitted curves and the intervals of their thresholds. */
import {
  type FittedPsychometric,
  psychometricAt,
  type Trial,
} from "../../lib/metrics/psychometric.js";
import {axisBottom, axisLeft, line, scaleLinear} from "../../vendor/d3.js";
import {drawAxes} from "../curves/plot-axes.js";
import {drawLevels, type PlotBox} from "../curves/plot-frame.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";

export const recognitionHeight = 220;
export const guessRate = 0.1;

export interface Observer {
  readonly trials: readonly Trial[];
  readonly fitted: FittedPsychometric | undefined;
}

export function recognitionPlot() {
  const {svg, layers} = figureSvg(["axes", "levels", "you", "network"]);
  return {
    svg,
    draw(you: Observer, network: Observer, width: number): void {
      const box = {left: 40, top: 8, right: width - 12, bottom: recognitionHeight - 24};
      const x = scaleLinear([0, 1], [box.left, box.right]);
      const y = scaleLinear([0, 1], [box.bottom, box.top]);
      setViewBox(svg, width, recognitionHeight);
      drawFrame(layers.axes, box, x, y);
      drawLevels(layers.levels, box, y, [{value: guessRate, label: "guessing"}]);
      drawObserver(layers.you, you, x, y, discAt);
      drawObserver(layers.network, network, x, y, crossAt);
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

function drawObserver(
  group: Group,
  {trials, fitted}: Observer,
  x: Scale,
  y: Scale,
  mark: (x: number, y: number) => string,
): void {
  const curve = line<number>()
    .x((level) => x(level))
    .y((level) => y(fitted ? psychometricAt(fitted.fit, guessRate, level) : 0));
  const levels = Array.from({length: 101}, (_, i) => i / 100);
  const marks = sharesOf(trials).map(({level, share}) => mark(x(level), y(share)));
  const middle = fitted && psychometricAt(fitted.fit, guessRate, fitted.fit.threshold);
  const band = fitted && `M${x(fitted.interval[0])},${y(middle!)}H${x(fitted.interval[1])}`;
  const paths = [
    ["curve", fitted ? curve(levels) : ""],
    ["band", band ?? ""],
    ["marks", marks.join("")],
  ] as const;
  group
    .selectAll("path")
    .data(paths)
    .join("path")
    .attr("class", ([name]) => `fig-recognition-${name}`)
    .attr("d", ([, path]) => path);
}

/** The share that was right at each level. */
export function sharesOf(trials: readonly Trial[]): {level: number; share: number}[] {
  const levels = [...new Set(trials.map(({level}) => level))].sort((a, b) => a - b);
  return levels.map((level) => {
    const there = trials.filter((trial) => trial.level === level);
    return {level, share: there.filter(({isRight}) => isRight).length / there.length};
  });
}

const discAt = (x: number, y: number) => `M${x - 4},${y}a4,4 0 1 0 8,0a4,4 0 1 0 -8,0`;
const crossAt = (x: number, y: number) => `M${x - 4},${y - 4}l8,8m-8,0l8,-8`;

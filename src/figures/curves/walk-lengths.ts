import {element} from "../../controls/element.js";
import {line, scaleLinear} from "../../vendor/d3.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {figureSvg, setViewBox} from "../svg.js";

export interface WalkLengthsData {
  /** Lengths of the latent vectors on either way, from start to end. */
  readonly sphere: ArrayLike<number>;
  readonly straight: ArrayLike<number>;
  /** Between these lie the lengths of 95 of 100 random vectors. */
  readonly usual: readonly [low: number, high: number];
  /** The place that is shown, from 0. */
  readonly position: number;
}

const height = 170;
const edge = {left: 30, top: 10, right: 70, bottom: 26} as const;

/** How long the latent vectors are on the way over the sphere and on the straight one, against the usual lengths. */
export function walkLengths({label}: {readonly label: string}): Figure<WalkLengthsData> {
  const {svg, layers} = figureSvg(["band", "lines", "words"]);
  const holder = element("div", {class: "fig-plot"});
  holder.append(svg);
  holder.style.height = `${height}px`;
  const root = element("div", {class: "fig fig-walk-lengths"}, holder);
  const summarise = summarised(root, label);
  let data: WalkLengthsData | undefined;

  const redraw = redrawing(root, (width) => {
    if (!data) return;
    const {sphere, straight, usual, position} = data;
    setViewBox(svg, width, height);
    const last = sphere.length - 1;
    const most = Math.max(usual[1], ...Array.from(sphere), ...Array.from(straight));
    const x = scaleLinear([0, last], [edge.left, width - edge.right]);
    const y = scaleLinear([0, 1.1 * most], [height - edge.bottom, edge.top]);
    const path = line<number>(
      (_, i) => x(i),
      (value) => y(value),
    );
    layers.band
      .selectAll("rect")
      .data([usual])
      .join("rect")
      .attr("class", "fig-walk-usual")
      .attr("x", x(0))
      .attr("width", x(last) - x(0))
      .attr("y", ([, high]) => y(high))
      .attr("height", ([low, high]) => y(low) - y(high));
    layers.lines
      .selectAll("path")
      .data([Array.from(sphere), Array.from(straight)])
      .join("path")
      .attr("class", (_, i) => `fig-walk-line ${i === 1 ? "fig-walk-straight" : ""}`)
      .attr("d", (values) => path(values));
    layers.lines
      .selectAll("circle")
      .data([sphere[position]!, straight[position]!])
      .join("circle")
      .attr("class", "fig-walk-place")
      .attr("cx", x(position))
      .attr("cy", (value) => y(value))
      .attr("r", 4);
    const middle = Math.floor(last / 2);
    const words = [
      {text: "sphere", at: x(last) + 6, y: y(sphere[last]!) + 4},
      {text: "straight", at: x(middle) - 20, y: y(straight[middle]!) + 18},
      {text: "start", at: x(0), y: height - 8},
      {text: "end", at: x(last) - 20, y: height - 8},
      ...y.ticks(3).map((tick) => ({text: String(tick), at: 4, y: y(tick) + 4})),
    ];
    layers.words
      .selectAll("text")
      .data(words)
      .join("text")
      .attr("class", "fig-level-name fig-walk-word")
      .attr("x", ({at}) => at)
      .attr("y", (word) => word.y)
      .text(({text}) => text);
  });
  return figure<WalkLengthsData, undefined>(root, undefined, (next) => {
    data = next;
    summarise(lengthsText(next));
    redraw();
  });
}

/** "on the sphere 3.9 to 4.2, on the straight line down to 2.8; usual are 2.8 to 5.2". */
export function lengthsText({sphere, straight, usual}: Omit<WalkLengthsData, "position">): string {
  const [a, b] = [Array.from(sphere), Array.from(straight)];
  const round = (value: number) => value.toFixed(1);
  return `on the sphere ${round(Math.min(...a))} to ${round(Math.max(...a))}, on the straight line down to ${round(Math.min(...b))}; usual are ${round(usual[0])} to ${round(usual[1])}`;
}

import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {scaleLinear} from "../../vendor/d3.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import {coverageSummary, isCovered, percent, shareTop} from "./coverage-text.js";

export interface CoverageBarsOptions {
  readonly label: string;
  readonly classNames: readonly string[];
  /** Least share of the pictures at which a class counts as covered. */
  readonly threshold: number;
}

export interface CoverageBarsData {
  /** Pictures recognised as each class. */
  readonly counts: ArrayLike<number>;
  /** Pictures looked at; the rest were not recognised for sure. */
  readonly total: number;
}

const rowHeight = 20;
const top = 20;

/** How often each class is made, as bars with the fair share and the threshold. Every number is printed. */
export function coverageBars(options: CoverageBarsOptions): Figure<CoverageBarsData> {
  const {label, classNames, threshold} = options;
  const {svg, layers} = figureSvg(["lines", "bars", "words"]);
  const height = top + rowHeight * classNames.length + 4;
  const holder = element("div", {class: "fig-plot"});
  holder.append(svg);
  holder.style.height = `${height}px`;
  const verdict = element("p", {class: "fig-coverage-verdict"});
  const root = element("div", {class: "fig fig-coverage"}, verdict, holder);
  const summarise = summarised(root, label);

  let shares = classNames.map(() => 0);
  let total = 0;
  const redraw = redrawing(root, (width) => {
    const left = Math.max(60, 16 + 7 * Math.max(...classNames.map((name) => name.length)));
    const x = scaleLinear([0, shareTop(shares)], [left, width - 66]);
    setViewBox(svg, width, height);
    drawGuides(layers.lines, x, height, {threshold, fair: 1 / classNames.length});
    drawRows(layers.bars, x, shares, threshold);
    drawWords(layers.words, x, width, classNames, shares, threshold, total > 0);
  });

  const summary = () => coverageSummary(classNames, shares, threshold, total);
  setText(verdict, summary());
  return figure<CoverageBarsData, undefined>(root, undefined, (data) => {
    if (data.counts.length !== classNames.length)
      throw new RangeError(
        `invalid number of counts: ${data.counts.length} (${classNames.length}, one per class)`,
      );
    total = data.total;
    shares = Array.from(data.counts, (count) => (total > 0 ? count / total : 0));
    setText(verdict, summary());
    summarise(summary());
    redraw();
  });
}

function drawGuides(
  group: Group,
  x: Scale,
  height: number,
  shares: Readonly<Record<"threshold" | "fair", number>>,
): void {
  const names = {threshold: "least", fair: "fair share"};
  const guides = Object.entries(shares) as ["threshold" | "fair", number][];
  group
    .selectAll("path")
    .data(guides)
    .join("path")
    .attr("class", ([name]) => `fig-guide fig-guide-${name}`)
    .attr("d", ([, share]) => `M${x(share)},${top - 4}V${height - 4}`);
  group
    .selectAll("text")
    .data(guides)
    .join("text")
    .attr("class", ([name]) => `fig-guide-name fig-guide-name-${name}`)
    .attr("x", ([name, share]) => x(share) + (name === "fair" ? -2 : 2))
    .attr("y", top - 8)
    .text(([name, share]) => `${names[name]} ${percent(share)}`);
}

function drawRows(group: Group, x: Scale, shares: readonly number[], threshold: number): void {
  group
    .selectAll("rect")
    .data(shares)
    .join("rect")
    .attr("class", (share) => (isCovered(share, threshold) ? "fig-bar" : "fig-bar fig-bar-low"))
    .attr("data-role", "generated")
    .attr("x", x(0))
    .attr("y", (_, i) => top + i * rowHeight + 3)
    .attr("width", (share) => Math.max(0, x(share) - x(0)))
    .attr("height", rowHeight - 6);
}

function drawWords(
  group: Group,
  x: Scale,
  width: number,
  names: readonly string[],
  shares: readonly number[],
  threshold: number,
  known: boolean,
): void {
  const line = (i: number) => top + i * rowHeight + rowHeight / 2 + 4;
  group
    .selectAll("text.fig-class")
    .data(names)
    .join("text")
    .attr("class", "fig-class")
    .attr("x", x(0) - 8)
    .attr("y", (_, i) => line(i))
    .text((name) => name);
  group
    .selectAll("text.fig-share")
    .data(shares)
    .join("text")
    .attr("class", "fig-share")
    .attr("x", width - 22)
    .attr("y", (_, i) => line(i))
    .text((share) => (known ? percent(share) : ""));
  group
    .selectAll("text.fig-check")
    .data(shares)
    .join("text")
    .attr("class", "fig-check")
    .attr("x", width - 16)
    .attr("y", (_, i) => line(i))
    .text((share) => (isCovered(share, threshold) ? "✓" : known ? "–" : ""));
}

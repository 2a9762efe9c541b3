import {axisBottom, scaleLinear} from "../../vendor/d3.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";

export const scorePlotHeight = 170;
const sides = {left: 8, top: 18, right: 8, bottom: 26} as const;
/** Scores beyond these stand at the edge. */
const range = [-4, 12] as const;
const bin = 0.5;

export interface PlottedScores {
  readonly unmarked: ArrayLike<number>;
  readonly marked: ArrayLike<number>;
  readonly limit: number;
  /** Of the picture that is shown. */
  readonly shown: number;
}

/** How many pictures have which score: unmarked ones in grey, marked ones as an outline, and the limit between found and not found. */
export function scorePlot() {
  const {svg, layers} = figureSvg(["axis", "unmarked", "marked", "limit"]);
  svg.style.height = `${scorePlotHeight}px`;
  return {
    svg,
    draw(scores: PlottedScores, width: number) {
      setViewBox(svg, width, scorePlotHeight);
      const x = scaleLinear(range, [sides.left, width - sides.right]);
      const groups = {unmarked: sharesOf(scores.unmarked), marked: sharesOf(scores.marked)};
      const most = Math.max(...groups.unmarked, ...groups.marked);
      const y = scaleLinear([0, most], [scorePlotHeight - sides.bottom, sides.top]);
      drawAxis(layers.axis, x);
      drawBars(layers.unmarked, x, y, groups.unmarked);
      drawOutline(layers.marked, x, y, groups.marked);
      drawLimit(layers.limit, x, scores);
    },
  };
}

/** Shares of the scores by bin; what lies beyond the range is in the first and the last. */
export function sharesOf(scores: ArrayLike<number>): number[] {
  const bins = new Array<number>((range[1] - range[0]) / bin).fill(0);
  for (const score of Array.from(scores)) {
    const at = Math.floor((score - range[0]) / bin);
    bins[Math.max(0, Math.min(bins.length - 1, at))]! += 1 / scores.length;
  }
  return bins;
}

function drawAxis(group: Group, x: Scale): void {
  group
    .attr("class", "fig-axis fig-axis-x")
    .attr("transform", `translate(0,${scorePlotHeight - sides.bottom})`)
    .call(axisBottom(x).ticks(8).tickSize(4));
}

function drawBars(group: Group, x: Scale, y: Scale, shares: readonly number[]): void {
  group
    .selectAll("rect")
    .data(shares)
    .join("rect")
    .attr("class", "fig-score-unmarked")
    .attr("x", (_, i) => x(range[0] + i * bin))
    .attr("width", x(bin) - x(0) - 1)
    .attr("y", (share) => y(share))
    .attr("height", (share) => y(0) - y(share));
}

function drawOutline(group: Group, x: Scale, y: Scale, shares: readonly number[]): void {
  const steps = shares.map((share, i) => `H${x(range[0] + i * bin)}V${y(share)}`).join("");
  group
    .selectAll("path")
    .data([0])
    .join("path")
    .attr("class", "fig-score-marked")
    .attr("d", `M${x(range[0])},${y(0)}${steps}H${x(range[1])}V${y(0)}`);
}

function drawLimit(group: Group, x: Scale, {limit, shown}: PlottedScores): void {
  const within = (score: number) => Math.max(range[0], Math.min(range[1], score));
  group
    .selectAll("path")
    .data([limit])
    .join("path")
    .attr("class", "fig-score-limit")
    .attr(
      "d",
      (score) => `M${x(within(score))},${sides.top - 4}V${scorePlotHeight - sides.bottom}`,
    );
  group
    .selectAll("text")
    .data([limit])
    .join("text")
    .attr("class", "fig-score-words")
    .attr("x", (score) => x(within(score)) + 5)
    .attr("y", sides.top - 6)
    .text("found from here on");
  group
    .selectAll("circle")
    .data([shown])
    .join("circle")
    .attr("class", "fig-score-shown")
    .attr("cx", (score) => x(within(score)))
    .attr("cy", scorePlotHeight - sides.bottom)
    .attr("r", 5);
}

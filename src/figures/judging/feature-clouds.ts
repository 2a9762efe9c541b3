import {element} from "../../controls/element.js";
import type {Role} from "../../lib/training/experiment.js";
import {scaleLinear} from "../../vendor/d3.js";
import {type Figure, figure} from "../figure.js";
import type {Point} from "../point.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import {ellipseOf, gaussianOf} from "./ellipse.js";

export interface FeatureCloudsData {
  /** [n, 2] each. */
  readonly real: Float32Array;
  readonly made: Float32Array;
}

/** CSS pixels of its sides: with pictures, dials and run bar it shares one window, on a phone too. */
const most = 210;
const roles: readonly Role[] = ["real", "generated"];

/** Two clouds of points, each with its Gaussian: its centre, and ellipses at one and at two deviations. */
export function featureClouds({label}: {readonly label: string}): Figure<FeatureCloudsData> {
  const {svg, layers} = figureSvg(["points", "ellipses"]);
  const root = element("div", {class: "fig fig-clouds"});
  root.append(svg);
  const summarise = summarised(root, label);
  let data: FeatureCloudsData | undefined;
  const redraw = redrawing(root, (width) => {
    const side = Math.min(most, width);
    svg.style.width = svg.style.height = `${side}px`;
    setViewBox(svg, side, side);
    if (!data) return;
    const clouds = [data.real, data.made];
    const half = halfWidth(data.real);
    const x = scaleLinear([-half, half], [0, side]);
    const y = scaleLinear([-half, half], [side, 0]);
    drawPoints(layers.points, clouds, x, y);
    drawEllipses(layers.ellipses, clouds, x, y);
  });
  return figure<FeatureCloudsData, undefined>(root, undefined, (next) => {
    data = next;
    const [real, made] = [gaussianOf(next.real), gaussianOf(next.made)];
    const apart = Math.hypot(made.mean[0]! - real.mean[0]!, made.mean[1]! - real.mean[1]!);
    const width = (at: typeof real) => Math.sqrt(at.covariance[0]! + at.covariance[3]!);
    summarise(
      `centres ${apart.toFixed(1)} apart; made pictures spread ${width(made).toFixed(1)}, real ones ${width(real).toFixed(1)}`,
    );
    redraw();
  });
}

/** Real points fill the square, whatever the made ones do, so that these are seen to move. */
function halfWidth(points: Float32Array): number {
  return 1.15 * points.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
}

function drawPoints(group: Group, clouds: readonly Float32Array[], x: Scale, y: Scale): void {
  group
    .selectAll("path")
    .data(clouds)
    .join("path")
    .attr("class", "fig-cloud")
    .attr("data-role", (_, i) => roles[i]!)
    .attr("d", (points) => dotsOf(points, x, y));
}

/** Lines of no length: the ends of the stroke are the dots. */
function dotsOf(points: Float32Array, x: Scale, y: Scale): string {
  return Array.from(
    {length: points.length / 2},
    (_, i) => `M${x(points[2 * i]!).toFixed(1)},${y(points[2 * i + 1]!).toFixed(1)}h0`,
  ).join("");
}

function drawEllipses(group: Group, clouds: readonly Float32Array[], x: Scale, y: Scale): void {
  const lines = clouds.flatMap((points, i) => {
    const gaussian = gaussianOf(points);
    const [mx, my] = [x(gaussian.mean[0]!), y(gaussian.mean[1]!)];
    const cross = `M${mx - 6},${my}h12M${mx},${my - 6}v12`;
    return [1, 2].map((deviations) => ({
      role: roles[i]!,
      path: `${closed(ellipseOf(gaussian, deviations), x, y)}${cross}`,
    }));
  });
  group
    .selectAll("path")
    .data(lines)
    .join("path")
    .attr("class", "fig-ellipse")
    .attr("data-role", ({role}) => role)
    .attr("d", ({path}) => path);
}

function closed(line: readonly Point[], x: Scale, y: Scale): string {
  return `M${line.map((at) => `${x(at.x).toFixed(1)},${y(at.y).toFixed(1)}`).join("L")}Z`;
}

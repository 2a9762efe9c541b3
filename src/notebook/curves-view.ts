import {element} from "../controls/element.js";
import {svgElement} from "../controls/svg-element.js";
import type {Line} from "./shown.js";

const [width, height, edge] = [560, 180, 6];

export interface ShownCurves {
  readonly label: string;
  readonly lines: readonly Line[];
}

/** Curves over their steps, on one scale, each with its name and its last value. */
export function curvesView({label, lines}: ShownCurves): HTMLElement {
  const values = lines.flatMap((line) => line.values).filter(Number.isFinite);
  const [low, high] = [least(values), -least(values.map((value) => -value))];
  const svg = svgElement("svg", {
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": said(label, lines),
  });
  for (const [i, line] of lines.entries())
    svg.append(
      svgElement("path", {d: pathOf(line.values, low, high), class: `cell-curve role-${i % 4}`}),
    );
  const scale = element("p", {class: "cell-scale"}, `${shown(low)} to ${shown(high)}`);
  const names = lines.map(({name, values}, i) =>
    element("li", {class: `role-${i % 4}`}, `${name}: ${shown(values.at(-1) ?? Number.NaN)}`),
  );
  const figure = element("figure", {class: "cell-curves"}, element("ul", {}, ...names), scale);
  figure.prepend(svg);
  if (label !== "") figure.append(element("figcaption", {}, label));
  return figure;
}

function pathOf(values: readonly number[], low: number, high: number): string {
  const across = (width - 2 * edge) / Math.max(1, values.length - 1);
  const down = (height - 2 * edge) / (high - low || 1);
  let isUp = true;
  const points = values.map((value, i) => {
    if (!Number.isFinite(value)) {
      isUp = true;
      return "";
    }
    const command = isUp ? "M" : "L";
    isUp = false;
    return `${command}${(edge + i * across).toFixed(1)},${(edge + (high - value) * down).toFixed(1)}`;
  });
  return points.join("");
}

function said(label: string, lines: readonly Line[]): string {
  const ends = lines.map(({name, values}) =>
    values.length > 0
      ? `${name}, ${values.length} values, from ${shown(values[0]!)} to ${shown(values.at(-1)!)}`
      : `${name}, no values yet`,
  );
  return [label, ...ends].filter((text) => text !== "").join("; ");
}

/** No spread: there may be more values than a call takes arguments. */
const least = (values: readonly number[]) =>
  values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);

const shown = (value: number) =>
  Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "–";

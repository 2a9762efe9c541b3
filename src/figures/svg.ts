import {type ScaleContinuousNumeric, type Selection, select} from "../vendor/d3.js";

export type Scale = ScaleContinuousNumeric<number, number>;
export type Group = Selection<SVGGElement, unknown, null, undefined>;

/** The SVG of a figure with one group per layer, back to front. Decoration for the eye: the words are elsewhere. */
export function figureSvg<Layer extends string>(
  layers: readonly Layer[],
): {readonly svg: SVGSVGElement; readonly layers: Readonly<Record<Layer, Group>>} {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "fig-svg");
  svg.setAttribute("aria-hidden", "true");
  const made = layers.map((name) => {
    const group: Group = select(svg).append("g").attr("class", `fig-layer-${name}`);
    return [name, group] as const;
  });
  return {svg, layers: Object.fromEntries(made) as Record<Layer, Group>};
}

/** Makes an SVG's unit a CSS pixel. */
export function setViewBox(svg: SVGSVGElement, width: number, height: number): void {
  const box = `0 0 ${width} ${height}`;
  if (svg.getAttribute("viewBox") !== box) svg.setAttribute("viewBox", box);
}

const drawnFrom = new WeakMap<Element, string>();

/** Draws into `group` unless all that it is drawn from is as it was: writing an attribute costs a layout, also where it says the same. */
export function drawIfNew(group: Group, from: readonly unknown[], draw: () => void): void {
  const key = JSON.stringify(from);
  if (drawnFrom.get(group.node()!) === key) return;
  drawnFrom.set(group.node()!, key);
  draw();
}

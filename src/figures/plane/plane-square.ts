import {element} from "../../controls/element.js";
import type {Role} from "../../lib/training/experiment.js";
import {sizeCanvas} from "../picture-canvas.js";
import {figureSvg, setViewBox} from "../svg.js";
import {drawLayers, type PlaneLayer, planeBrush} from "./plane-layer.js";

export interface PlaneSquareOptions<Data, Looked> {
  /** Most CSS pixels of an edge. */
  readonly size: number;
  /** The plane goes from -extent to extent both ways. */
  readonly extent: number;
  /** Back to front. */
  readonly layers: readonly PlaneLayer<Data, Looked>[];
  /** Gives the square a frame of its role's colour. */
  readonly role?: Role;
}

/** The square that the layers are drawn on: a canvas, an SVG where a layer has marks, and over them what listens to the hand. */
export function planeSquare<Data, Looked>(options: PlaneSquareOptions<Data, Looked>) {
  const {size, extent, layers, role} = options;
  const canvas = element("canvas", {"aria-hidden": "true"});
  const surface = element("div", {class: "fig-plane-surface", role: "application", tabindex: 0});
  const square = element("div", {class: "fig-plane-square"}, canvas, surface);
  if (role) square.dataset.role = role;
  square.style.maxWidth = `${size}px`;
  const marking = layers.filter(({mark}) => mark);
  const {svg, layers: groups} = figureSvg(marking.map((_, i) => String(i)));
  if (marking.length > 0) square.insertBefore(svg, surface);
  /** CSS pixels. */
  let edge = size;
  const mark = (looked: Looked | undefined, data: Data | undefined) => {
    if (data === undefined) return;
    for (const [i, each] of marking.entries())
      each.mark?.(groups[i]!, {extent, size: edge}, data, looked);
  };
  return {
    element: square,
    surface,
    /** Marks again what follows the hand. */
    mark,
    /** Draws it all, as wide as there is room. `themed` is where the colours are read. */
    draw(width: number, themed: HTMLElement, looked: Looked | undefined, data?: Data) {
      edge = Math.min(size, width);
      square.style.width = `${edge}px`;
      const ratio = devicePixelRatio;
      const pixels = Math.round(edge * ratio);
      const context = sizeCanvas(canvas, pixels, pixels, ratio);
      const brush = planeBrush(context, {extent, size: pixels}, ratio, themed);
      setViewBox(svg, edge, edge);
      if (data !== undefined) drawLayers(brush, layers, data, looked);
      mark(looked, data);
    },
  };
}

import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {NamedArrays} from "../../lib/array.js";
import {scaleLinear} from "../../vendor/d3.js";
import {type Figure, figure} from "../figure.js";
import {sizeCanvas} from "../picture-canvas.js";
import type {Point} from "../point.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {figureSvg} from "../svg.js";
import {PaintedPoints} from "./painted-points.js";
import {drawPlaneFrame} from "./plane-frame.js";
import {listenToPlane} from "./plane-hand.js";
import {
  drawField,
  drawGenerated,
  drawGradients,
  drawReal,
  drawWarp,
  type PlaneBrush,
  planeColours,
} from "./plane-layers.js";
import {layerNames, type PlaneLayer, planeLegend} from "./plane-legend.js";
import {paintedText, placeText, plainText, planeSummary} from "./plane-text.js";

export type {PlaneLayer} from "./plane-legend.js";

export interface PlaneOptions {
  readonly label: string;
  /** Most CSS pixels of an edge; 440 unless told. */
  readonly size?: number;
  /** The plane goes from -extent to extent both ways; 1.25 unless told. */
  readonly extent?: number;
}

export interface PlaneData {
  /** `real` and `generated` [n, 2], `gradients` [n, 2] at the generated points, `field` [g, g] with its first row lowest,
   * `warp` [k, k, 2] or [k, 2]. What is missing is not drawn; other names are passed over. */
  readonly arrays: NamedArrays;
  /** Layers not named are on. */
  readonly layers?: Readonly<Partial<Record<PlaneLayer, boolean>>>;
  /** The reader paints the real points; painted points take the place of `real`. */
  readonly drawing?: boolean;
}

/** Its value is what the reader painted, [n, 2] flat in [-1, 1]; "input" comes at the end of each stroke. */
export interface PlaneFigure extends Figure<PlaneData, Float32Array> {
  /** Takes all painted points away. */
  clear(): void;
}

/** CSS pixels that the legend needs beside the square. */
const legendRoom = 260;

/** Points on the plane with the judge's field, its push on the generated points and the generator's grid. */
export function plane({label, size = 440, extent = 1.25}: PlaneOptions): PlaneFigure {
  const canvas = element("canvas", {class: "fig-plane-canvas", "aria-hidden": "true"});
  const {svg, layers} = figureSvg(["frame", "cursor"]);
  const surface = element("div", {class: "fig-plane-surface", role: "application", tabindex: 0});
  const square = element("div", {class: "fig-plane-square"}, canvas, surface);
  square.insertBefore(svg, surface);
  square.style.maxWidth = `${size}px`;
  const legend = planeLegend();
  const words = element("p", {class: "fig-plane-words"});
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  const root = element("div", {class: "fig fig-plane"}, square, legend.element, words, spoken);
  const summarise = summarised(root, label);

  const painted = new PaintedPoints();
  let data: PlaneData = {arrays: {}};
  let place: Point | undefined;
  const drawing = () => data.drawing ?? false;
  const shows = (name: PlaneLayer) =>
    (data.layers?.[name] ?? true) && (drawing() ? name === "real" : name in data.arrays);
  /** CSS pixels. */
  let edge = size;

  const drawLayers = (brush: PlaneBrush) => {
    const {real, generated, gradients, field, warp} = data.arrays;
    if (drawing()) return drawReal(brush, painted.values);
    if (field && shows("field")) drawField(brush, field);
    if (warp && shows("warp")) drawWarp(brush, warp);
    if (real && shows("real")) drawReal(brush, real.data);
    if (generated && gradients && shows("gradients"))
      drawGradients(brush, generated.data, gradients.data);
    if (generated && shows("generated")) drawGenerated(brush, generated.data);
  };
  const drawCursor = () => {
    const scale = scaleLinear([-extent, extent], [0, edge]);
    layers.cursor
      .selectAll("path")
      .data(place ? [place] : [])
      .join("path")
      .attr("class", "fig-crosshair")
      .attr("d", ({x, y}) => `M${scale(x) - 9},${scale(-y)}h18m-9,-9v18`);
    setText(words, wordsNow());
  };
  const wordsNow = () => {
    if (drawing()) return paintedText(painted.count);
    if (place) return placeText(place, data.arrays.field, extent);
    return plainText(data.arrays.generated, extent);
  };
  const redraw = redrawing(root, (width) => {
    root.dataset.layout = width >= size + legendRoom ? "beside" : "below";
    edge = Math.min(size, width);
    square.style.width = `${edge}px`;
    const ratio = devicePixelRatio;
    const pixels = Math.round(edge * ratio);
    const context = sizeCanvas(canvas, pixels, pixels, ratio);
    const scale = {extent, size: pixels};
    drawLayers({context, scale, ratio, colours: planeColours(root)});
    drawPlaneFrame(svg, layers.frame, {extent, size: edge}, drawing());
    drawCursor();
  });
  const renew = () => {
    setText(words, wordsNow());
    redraw();
  };
  const paintedNow = () => {
    self.value = painted.values;
    renew();
    self.dispatchEvent(new Event("input", {bubbles: true}));
  };

  listenToPlane(surface, extent, {
    move(next, byKey) {
      place = next;
      setText(words, wordsNow());
      drawCursor();
      if (byKey && next)
        spoken.textContent = drawing() ? placeText(next, undefined, extent) : wordsNow();
    },
    press(at) {
      if (!drawing()) return;
      painted.press(at);
      renew();
    },
    drag(at) {
      if (!drawing()) return;
      painted.drag(at);
      renew();
    },
    release() {
      painted.release();
      if (drawing()) paintedNow();
      spoken.textContent = drawing() ? paintedText(painted.count) : "";
    },
    undo() {
      if (!drawing() || painted.count === 0) return;
      painted.undo();
      spoken.textContent = paintedText(painted.count);
      paintedNow();
    },
  });

  const self: PlaneFigure = Object.assign(
    figure<PlaneData, Float32Array>(root, painted.values, (next) => {
      data = next;
      legend.show(new Set(layerNames.filter((name) => shows(name))));
      root.toggleAttribute("data-drawing", drawing());
      surface.setAttribute("aria-label", surfaceLabel(label, drawing()));
      const {real, generated, field} = next.arrays;
      summarise(
        drawing() ? paintedText(painted.count) : planeSummary({real, generated, field}, extent),
      );
      renew();
    }),
    {
      clear() {
        painted.clear();
        paintedNow();
      },
    },
  );
  surface.setAttribute("aria-label", surfaceLabel(label, false));
  setText(words, wordsNow());
  return self;
}

function surfaceLabel(label: string, drawing: boolean): string {
  return drawing
    ? `${label}: arrow keys move the cursor, Space puts a point, Backspace takes the last back`
    : `${label}: arrow keys move a cursor and say what the judge thinks there`;
}

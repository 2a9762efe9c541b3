/** A layer of a plane, as a mark is of a plot: what it draws, what it says, and what it is called in the legend. */
import {type Rgb, themeColour} from "../colour.js";
import type {Group} from "../svg.js";
import type {PlaneScale} from "./plane-geometry.js";

/** A colour of the theme, by its custom property, or one that is the same in every theme. */
export type Ink = `--${string}` | Rgb;

/** The canvas of a plane. Layers draw on it in device pixels. */
export interface PlaneBrush {
  readonly context: CanvasRenderingContext2D;
  readonly scale: PlaneScale;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  colour(ink: Ink): Rgb;
}

export interface LegendEntry {
  /** As the style sheet knows it. */
  readonly name: string;
  readonly words: string;
  sample(): HTMLElement;
}

/** `Looked` is what the reader's hand finds at a place: the place itself, a point's index, a code. */
export interface PlaneLayer<Data, Looked = unknown> {
  /** A layer that is off is not drawn, and its place in the legend is empty. On by default. */
  isOn?(data: Data): boolean;
  draw?(brush: PlaneBrush, data: Data): void;
  /** Marks what is looked at. A plane with such a layer is drawn again whenever the hand finds something else. */
  drawLooked?(brush: PlaneBrush, looked: Looked, data: Data): void;
  /** Marks on an SVG over the canvas, in CSS pixels. They follow the hand without a drawing of the canvas. */
  mark?(group: Group, scale: PlaneScale, data: Data, looked: Looked | undefined): void;
  /** Its part of the summary, on or off. */
  says?(data: Data): string | undefined;
  /** Its part of what is said of what is looked at, on or off. */
  readout?(looked: Looked, data: Data): string | undefined;
  readonly legend?: LegendEntry;
}

/** A layer that draws what `of` finds in the data, if it finds anything. */
export function layer<Data, Shown>(
  of: (data: Data) => Shown | undefined,
  draw: (brush: PlaneBrush, shown: Shown) => void,
): PlaneLayer<Data> {
  return {
    draw(brush, data) {
      const shown = of(data);
      if (shown !== undefined) draw(brush, shown);
    },
  };
}

/** A brush in the colours that the theme has at `themed`. */
export function planeBrush(
  context: CanvasRenderingContext2D,
  scale: PlaneScale,
  ratio: number,
  themed: HTMLElement,
): PlaneBrush {
  const colour = (ink: Ink) => (typeof ink === "string" ? themeColour(themed, ink) : ink);
  return {context, scale, ratio, colour};
}

/** Draws the layers that are on, back to front. */
export function drawLayers<Data, Looked>(
  brush: PlaneBrush,
  layers: readonly PlaneLayer<Data, Looked>[],
  data: Data,
  looked?: Looked,
): void {
  for (const each of layers) {
    if (!(each.isOn?.(data) ?? true)) continue;
    each.draw?.(brush, data);
    if (looked !== undefined) each.drawLooked?.(brush, looked, data);
  }
}

/** All that the layers say of the data, in their order. */
export function summaryOf<Data>(layers: readonly PlaneLayer<Data, never>[], data: Data): string {
  return joined(layers.map((each) => each.says?.(data))) || "empty";
}

/** All that the layers say of what is looked at, in their order. */
export function readoutOf<Data, Looked>(
  layers: readonly PlaneLayer<Data, Looked>[],
  looked: Looked,
  data: Data,
): string {
  return joined(layers.map((each) => each.readout?.(looked, data)));
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}

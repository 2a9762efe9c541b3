/**
 * Arrays of numbers as small pictures in one shade: 0 is the paper's colour, positive numbers go to the ink's, negative ones to the
 * accent's, the largest at its full. A legend says what that is.
 */
import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {cssColour, mixColours, type Rgb, themeColour} from "../colour.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {cellAfterKey} from "../sheet/sheet-layout.js";
import {summarised} from "../summary.js";
import {type TileLayout, tileAt, tileLayout} from "./tile-layout.js";

/** `count` pictures of `height` by `width` numbers, one after the other. */
export interface TilesData {
  readonly data: Float32Array;
  readonly count: number;
  readonly height: number;
  readonly width: number;
}

export interface TilesOptions {
  readonly label: string;
  /** Word for one of them: the reader chooses one, with the pointer or the arrow keys. None is chosen without it. */
  readonly noun?: string;
  /** CSS pixels of an edge, about. */
  readonly edge: number;
}

/** Pictures in rows. Its value is the index of the chosen one. */
export function tiles({label, noun, edge}: TilesOptions): Figure<TilesData, number> {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const surface = element("div", {class: "fig-tiles-surface"}, canvas);
  const legend = shadeLegend();
  const root = element("div", {class: "fig fig-tiles"}, surface, legend.element);
  const summarise = summarised(root, label);
  let shown: TilesData | undefined;
  let layout: TileLayout | undefined;
  const redraw = redrawing(root, (room) => {
    if (!shown) return;
    layout = tileLayout(shown, edge, room);
    drawTiles(canvas, shown, layout, noun ? made.value : undefined);
    legend.set(mostOf(shown.data));
  });
  const made: Figure<TilesData, number> = figure(root, 0, (next: TilesData) => {
    shown = next;
    made.value = Math.min(made.value, Math.max(0, next.count - 1));
    summarise(`${next.count} of ${next.height} by ${next.width} numbers`);
    describe();
    redraw();
  });
  const describe = () => {
    if (!noun || !shown) return;
    surface.setAttribute("aria-valuemax", String(shown.count));
    surface.setAttribute("aria-valuenow", String(made.value + 1));
    surface.setAttribute("aria-valuetext", `${noun} ${made.value + 1} of ${shown.count}`);
  };
  const choose = (index: number) => {
    if (!shown || index < 0 || index >= shown.count || index === made.value) return;
    changeValue(made, index);
    describe();
    redraw();
  };
  if (noun) makeChoosable(surface, label, () => [made.value, layout], choose);
  return made;
}

/** One stop of the Tab key, and a slider to assistive technology. */
function makeChoosable(
  surface: HTMLElement,
  label: string,
  now: () => readonly [number, TileLayout | undefined],
  choose: (index: number) => void,
): void {
  const attributes = {role: "slider", tabindex: "0", "aria-label": label, "aria-valuemin": "1"};
  for (const [name, value] of Object.entries(attributes)) surface.setAttribute(name, value);
  surface.addEventListener("pointerdown", ({offsetX, offsetY}) => {
    const [, layout] = now();
    const found = layout && tileAt(layout, offsetX, offsetY);
    if (found !== undefined) choose(found);
  });
  surface.addEventListener("keydown", (event) => {
    const [index, layout] = now();
    const next = layout && cellAfterKey(layout, layout.count, index, event.key);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  });
}

export function mostOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Colours of 0 and of the largest number on either side. */
export function shades(themed: HTMLElement) {
  const [zero, positive, negative] = ["--paper", "--ink", "--accent"].map((name) =>
    themeColour(themed, name),
  ) as [Rgb, Rgb, Rgb];
  return (share: number) => mixColours(zero, share < 0 ? negative : positive, Math.abs(share));
}

function drawTiles(
  canvas: HTMLCanvasElement,
  shown: TilesData,
  {columns, scale, pitchX, pitchY, count}: TileLayout,
  chosen: number | undefined,
): void {
  const ratio = devicePixelRatio;
  const rows = Math.ceil(count / columns);
  const size = [columns * pitchX, rows * pitchY].map((length) => Math.round(length * ratio));
  const context = sizeCanvas(canvas, size[0]!, size[1]!, ratio);
  const strip = shadedStrip(canvas, shown);
  const [w, h] = [shown.width * scale, shown.height * scale];
  const rule = cssColour(themeColour(canvas, "--rule-strong"));
  context.scale(ratio, ratio);
  context.imageSmoothingEnabled = false;
  for (let i = 0; i < count; i++) {
    const [x, y] = [(i % columns) * pitchX + 2, Math.floor(i / columns) * pitchY + 2];
    context.drawImage(strip, 0, i * shown.height, shown.width, shown.height, x, y, w, h);
    const isChosen = i === chosen;
    context.lineWidth = isChosen ? 3 : 1;
    context.strokeStyle = isChosen ? cssColour(themeColour(canvas, "--accent")) : rule;
    context.strokeRect(x - 0.5, y - 0.5, w + 1, h + 1);
  }
}

/** All of them under each other, a canvas pixel for each number. */
export function shadedStrip(themed: HTMLElement, {data, count, height, width}: TilesData) {
  const strip = document.createElement("canvas");
  strip.width = Math.max(1, width);
  strip.height = Math.max(1, count * height);
  const image = new ImageData(strip.width, strip.height);
  const most = mostOf(data) || 1;
  const shade = shades(themed);
  for (let i = 0; i < data.length; i++) image.data.set([...shade(data[i]! / most), 255], 4 * i);
  strip.getContext("2d")!.putImageData(image, 0, 0);
  return strip;
}

/** From the most negative shade over 0 to the most positive. */
function shadeLegend() {
  const [low, high] = [element("span", {}), element("span", {})];
  return {
    element: element(
      "p",
      {class: "fig-shades"},
      low,
      element("span", {class: "fig-shades-bar", "aria-hidden": "true"}),
      high,
    ),
    set(most: number) {
      const words = formatNumber(most);
      setText(low, `−${words}`);
      setText(high, words);
    },
  };
}

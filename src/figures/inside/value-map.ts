import {element} from "../../controls/element.js";
import {cssColour, themeColour} from "../colour.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {placeAfterKey} from "../tables/grid-keys.js";
import {shadedStrip} from "./tiles.js";

/** A number's place in a map. */
export interface MapPlace {
  readonly row: number;
  readonly column: number;
}

export interface ValueMapData {
  /** [height, width]. */
  readonly data: Float32Array;
  readonly height: number;
  readonly width: number;
  /** Numbers to frame, from the first to the last row and column. */
  readonly framed?: {readonly from: MapPlace; readonly to: MapPlace} | undefined;
}

export interface ValueMapOptions {
  readonly label: string;
  readonly edge: number;
  /** Whether the reader chooses a number, with the pointer or the arrow keys. */
  readonly isChosen?: boolean;
}

/** One map of numbers, enlarged. Its value is the chosen place. */
export function valueMap(options: ValueMapOptions): Figure<ValueMapData, MapPlace> {
  const {label, edge, isChosen = false} = options;
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const surface = element("div", {class: "fig-map-surface"}, canvas);
  const root = element("div", {class: "fig fig-map"}, surface);
  let shown: ValueMapData | undefined;
  let scale = 1;
  const redraw = redrawing(root, (room) => {
    if (!shown) return;
    scale = Math.min(edge, room) / Math.max(shown.width, shown.height);
    const framed = isChosen ? {from: made.value, to: made.value} : shown.framed;
    drawMap(canvas, shown, scale, framed);
  });
  const made: Figure<ValueMapData, MapPlace> = figure(
    root,
    {row: 0, column: 0},
    (next: ValueMapData) => {
      const isOther = next.height !== shown?.height || next.width !== shown?.width;
      shown = next;
      if (isOther) made.value = {row: next.height >> 1, column: next.width >> 1};
      describe();
      redraw();
    },
  );
  const describe = () => {
    if (isChosen)
      surface.setAttribute(
        "aria-valuetext",
        `row ${made.value.row + 1}, column ${made.value.column + 1}`,
      );
  };
  const choose = (place: MapPlace) => {
    changeValue(made, place);
    describe();
    redraw();
  };
  if (isChosen) makePlaceable(surface, label, () => ({place: made.value, shown, scale}), choose);
  return made;
}

interface Now {
  readonly place: MapPlace;
  readonly shown: ValueMapData | undefined;
  readonly scale: number;
}

function makePlaceable(
  surface: HTMLElement,
  label: string,
  now: () => Now,
  choose: (place: MapPlace) => void,
): void {
  const attributes = {role: "slider", tabindex: "0", "aria-label": label, "aria-valuenow": "0"};
  for (const [name, value] of Object.entries(attributes)) surface.setAttribute(name, value);
  surface.addEventListener("pointerdown", ({offsetX, offsetY}) => {
    const {shown, scale} = now();
    const [row, column] = [Math.floor(offsetY / scale), Math.floor(offsetX / scale)];
    if (shown && row < shown.height && column < shown.width) choose({row, column});
  });
  surface.addEventListener("keydown", (event) => {
    const {place, shown} = now();
    const next = shown && placeAfterKey(place, event.key, shown.height, shown.width);
    if (!next) return;
    event.preventDefault();
    choose(next);
  });
}

function drawMap(
  canvas: HTMLCanvasElement,
  shown: ValueMapData,
  scale: number,
  framed: ValueMapData["framed"],
): void {
  const ratio = devicePixelRatio;
  const {height, width} = shown;
  const size = [width, height].map((count) => Math.round(count * scale * ratio));
  const context = sizeCanvas(canvas, size[0]!, size[1]!, ratio);
  context.imageSmoothingEnabled = false;
  context.drawImage(shadedStrip(canvas, {...shown, count: 1}), 0, 0, size[0]!, size[1]!);
  if (!framed) return;
  const {from, to} = framed;
  context.scale(scale * ratio, scale * ratio);
  const [wide, high] = [to.column - from.column + 1, to.row - from.row + 1];
  // Two lines, so that the frame is seen on every shade.
  for (const [name, width] of [
    ["--paper", 5],
    ["--ink", 2.5],
  ] as const) {
    context.lineWidth = width / scale;
    context.strokeStyle = cssColour(themeColour(canvas, name));
    context.strokeRect(from.column, from.row, wide, high);
  }
}

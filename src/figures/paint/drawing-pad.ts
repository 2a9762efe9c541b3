import {button, element} from "../../controls/element.js";
import {counted} from "../../controls/format.js";
import type {ByteImages} from "../../lib/image.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import type {Point} from "../point.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {drawnDigit, inkOf, type Stroke, side} from "./drawn-digit.js";
import {listenToPad} from "./pad-hand.js";

export interface DrawingPadOptions {
  readonly label: string;
}

export interface DrawingPadData {
  /** In pixels of the picture, 0 to 28. */
  readonly strokes: readonly Stroke[];
}

/** CSS pixels along the pad's edge and that of the small picture beside it. */
const padPx = 280;
const seenPx = 84;

/**
 * A pad to draw a digit on, with mouse, finger, pen or keys. Its value is the digit as a classifier of MNIST takes it:
 * fitted, centred by mass, [28 · 28] in [-1, 1]; undefined while the pad is empty. Every change is an "input" event.
 */
export function drawingPad({
  label,
}: DrawingPadOptions): Figure<DrawingPadData, Float32Array | undefined> {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const seen = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const cursor = element("div", {class: "fig-pad-cursor", hidden: true});
  const hint = element("p", {class: "fig-pad-hint", "aria-hidden": "true"}, "draw here");
  const surface = element("div", {
    class: "fig-pad-surface",
    role: "application",
    tabindex: 0,
    "aria-label": `${label}: arrow keys move the pen, Space puts it down and lifts it, Backspace takes the last stroke back`,
  });
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  const undo = button("Undo", () => take(strokes.slice(0, -1)), "Undo: take the last stroke back");
  const clear = button("Clear", () => take([]), "Clear the drawing");
  const root = element(
    "div",
    {class: "fig fig-pad"},
    element("div", {class: "fig-pad-square"}, canvas, hint, cursor, surface),
    element(
      "div",
      {class: "fig-pad-side"},
      element(
        "figure",
        {class: "fig-pad-seen", "data-role": "judge"},
        seen,
        element("figcaption", {}, "what the network gets: fitted and centred by mass, as MNIST is"),
      ),
      element("div", {class: "fig-pad-buttons"}, undo, clear),
      element(
        "p",
        {class: "fig-note"},
        "With keys: arrows move, Space puts the pen down or lifts it, Backspace takes a stroke back.",
      ),
    ),
    spoken,
  );
  const summarise = summarised(root, label);
  let strokes: readonly Stroke[] = [];

  const redraw = redrawing(root, () => {
    drawTo(canvas, inkOf(strokes), padPx);
    drawTo(
      seen,
      self.value?.map((value) => (value + 1) / 2) ?? new Float32Array(side * side),
      seenPx,
    );
  });
  const take = (next: readonly Stroke[]) => {
    strokes = next;
    self.value = drawnDigit(strokes);
    hint.hidden = strokes.length > 0;
    undo.disabled = clear.disabled = strokes.length === 0;
    summarise(strokesText(strokes.length));
    redraw();
    tellInput(self);
  };
  listenToPad(surface, {
    press: (place) => take([...strokes, [place]]),
    drag: (place) => take([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), place]]),
    point: (place, isDown) => {
      cursor.hidden = place === undefined;
      cursor.toggleAttribute("data-down", isDown);
      if (!place) return;
      placeCursor(cursor, place);
      spoken.textContent = cursorText(place, isDown);
    },
    undo: () => {
      take(strokes.slice(0, -1));
      spoken.textContent = strokesText(strokes.length);
    },
  });

  const self = figure<DrawingPadData, Float32Array | undefined>(root, undefined, (data) =>
    take(data.strokes),
  );
  undo.disabled = clear.disabled = true;
  return self;
}

function drawTo(canvas: HTMLCanvasElement, ink: Float32Array, edgePx: number): void {
  const ratio = devicePixelRatio;
  const scale = Math.max(1, Math.round((edgePx * ratio) / side));
  const context = sizeCanvas(canvas, side * scale, side * scale, ratio);
  const images: ByteImages = {
    data: Uint8Array.from(ink, (value) => Math.round(255 * value)),
    shape: [1, side, side, 1],
  };
  drawPicture(context, pictureStrip(images), side, 0, 0, 0, scale);
  canvas.style.width = canvas.style.height = `${edgePx}px`;
}

function placeCursor({style}: HTMLElement, {x, y}: Point): void {
  style.left = `${(100 * x) / side}%`;
  style.top = `${(100 * y) / side}%`;
}

/** "column 15, row 8; the pen is down". */
export function cursorText({x, y}: Point, isDown: boolean): string {
  return `column ${Math.round(x)}, row ${Math.round(y)}${isDown ? "; the pen is down" : ""}`;
}

export function strokesText(count: number): string {
  if (count === 0) return "nothing drawn";
  return `${counted(count, "stroke")} drawn`;
}

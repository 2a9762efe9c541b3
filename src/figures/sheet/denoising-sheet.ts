import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {cssColour, themeColour} from "../colour.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {checkSide, drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {player} from "../player.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {cellCorner, fullSheetWidth, layoutSheet} from "./sheet-layout.js";

export interface DenoisingData {
  /** Step by step from the noise on, [(steps + 1) · count, side, side, c]: the pictures as they are, and as they are expected to end. */
  readonly noisy: ByteImages;
  readonly clean: ByteImages;
}

export interface DenoisingSheetOptions {
  readonly label: string;
  readonly side: number;
  /** Pictures of each step. */
  readonly count: number;
  /** Most CSS pixels per picture pixel, default 4. */
  readonly scale?: number;
  /** Default 5 and 4, from 2. */
  readonly columns?: Columns;
}

/** Pictures in a row of each sheet: `wide` where they have room for `from` CSS pixels per picture pixel, `narrow` where they have not. */
interface Columns {
  readonly wide: number;
  readonly narrow: number;
  readonly from: number;
}

const stepMs = 150;
/** CSS pixels between the two sheets. */
const between = 8;
const usualColumns: Columns = {wide: 5, narrow: 4, from: 2};

const titles = {noisy: "as it is", clean: "as it is expected to end"} as const;

type Side = keyof typeof titles;

/**
 * Pictures on their way out of noise: at each step as they are, and beside them as the network expects them to end. Its value is the step
 * that is shown. Play goes through the steps; where motion is to be reduced it goes on by one instead.
 */
export function denoisingSheet(options: DenoisingSheetOptions): Figure<DenoisingData, number> {
  const {label, side, count, scale = 4, columns: wanted = usualColumns} = options;
  const sheets = {noisy: sheetOf("noisy"), clean: sheetOf("clean")};
  const steps = player({
    label: "Step",
    nextLabel: "Next step",
    frameMs: stepMs,
    route: (place, last) => Array.from({length: last - place}, (_, i) => place + 1 + i),
    go: (step) => go(step),
  });
  const where = element("output", {class: "fig-denoising-step", for: steps.range.id});
  const controls = element(
    "div",
    {class: "fig-denoising-controls"},
    ...[steps.play, steps.label, steps.range, where],
  );
  const pair = element("div", {class: "fig-denoising-pair"});
  pair.append(sheets.noisy.element, sheets.clean.element);
  const root = element("div", {class: "fig fig-denoising"}, pair, controls);
  const summarise = summarised(root, label);
  let data: DenoisingData | undefined;
  let strips: Readonly<Record<Side, HTMLCanvasElement>> | undefined;

  const redraw = redrawing(root, (width) => {
    const ratio = devicePixelRatio;
    const {shape, layout} = fitting((width - between) / 2, ratio);
    for (const name of ["noisy", "clean"] as const) {
      const context = sizeCanvas(sheets[name].canvas, layout.width, layout.height, ratio);
      context.fillStyle = cssColour(themeColour(root, "--chance-soft"));
      for (let i = 0; i < shape.columns * shape.rows; i++) {
        const [x, y] = cellCorner(shape, layout, i);
        context.fillRect(x, y, layout.cell, layout.cell);
        if (!strips || i >= count) continue;
        drawPicture(context, strips[name], side, self.value * count + i, x, y, layout.scale);
      }
    }
  });
  const fitting = (room: number, ratio: number) => {
    const shapeOf = (columns: number) => {
      return {columns, rows: Math.ceil(count / columns), side, scale, scored: false};
    };
    const wide = shapeOf(wanted.wide);
    const shape =
      room < fullSheetWidth({...wide, scale: wanted.from}, 1) ? shapeOf(wanted.narrow) : wide;
    return {shape, layout: layoutSheet(shape, room, ratio)};
  };
  const last = () => (data ? data.noisy.shape[0] / count - 1 : 0);
  const show = () => {
    const words = `${self.value} of ${last()}`;
    setText(where, words);
    steps.show(self.value, last(), words);
    summarise(`${data ? count : 0} pictures, step ${words}`);
    redraw();
  };
  const go = (step: number) => {
    self.value = step;
    show();
    tellInput(self);
  };
  const self = figure<DenoisingData, number>(root, 0, (next) => {
    checkSide(next.noisy, side);
    const wasAtEnd = self.value === last();
    data = next;
    strips = {noisy: pictureStrip(next.noisy), clean: pictureStrip(next.clean)};
    if (!steps.isPlaying()) self.value = wasAtEnd ? last() : Math.min(self.value, last());
    show();
  });
  return self;
}

/** One of the two, with what it shows above it. */
function sheetOf(name: Side) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const title = element("p", {class: "fig-note"}, titles[name]);
  const role = name === "noisy" ? "chance" : "generated";
  return {canvas, element: element("div", {"data-role": role}, title, canvas)};
}

import {element} from "../../controls/element.js";
import type {Role} from "../../lib/training/experiment.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {type Inspect, inspector, restMs} from "./inspector.js";
import {sheetCells} from "./sheet-cells.js";
import {
  checkPictures,
  drawPictures,
  drawScores,
  type SampleGridData,
  sheetSummary,
} from "./sheet-drawing.js";
import {cellAfterKey, cellAt, fullSheetWidth, layoutSheet} from "./sheet-layout.js";

export {type Inspect, type Nearest, readyInspect} from "./inspector.js";
export type {SampleGridData} from "./sheet-drawing.js";

export interface SampleGridOptions {
  /** What the pictures are: "generated digits". */
  readonly label: string;
  readonly role: Role;
  readonly columns: number;
  readonly rows: number;
  /** Picture pixels along each edge, default 28. */
  readonly side?: number;
  /** Most CSS pixels per picture pixel, default 3. */
  readonly scale?: number;
  /** Keep room for the judge's bars. */
  readonly scored?: boolean;
  /** Finds the nearest training picture. Without it the panel only enlarges. */
  readonly onInspect?: Inspect;
  /** Words for what is found, default "nearest training picture". */
  readonly nearestName?: string;
  /** Words for a picture of the sheet, default its number. */
  readonly named?: (index: number) => string;
}

/** CSS pixels that the inspector and the gap before it need beside the sheet. */
const inspectorRoom = 174;
/** Pictures that change under the pointer, or while nobody looks at one, are asked about this often at most. */
const changingMs = 1000;
const unaskedMs = 2500;

/** A sheet of pictures with crisp pixels. Its value is the index of the chosen picture, if one was chosen. */
export function sampleGrid(options: SampleGridOptions): Figure<SampleGridData, number | undefined> {
  const {label, role, columns, rows, side = 28, scale = 3, scored = false} = options;
  const shape = {columns, rows, side, scale, scored};
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const cells = sheetCells(label, shape);
  const sheet = element("div", {class: "fig-sheet", "data-role": role}, canvas, cells.element);
  const panel = inspector(role, options);
  const root = element("div", {class: "fig fig-samples"}, sheet, panel.element);
  const summarise = summarised(root, label);

  let data: SampleGridData | undefined;
  let strip: HTMLCanvasElement | undefined;
  let layout = layoutSheet(shape, 0, 1);
  let hovered = -1;
  const count = () => Math.min(data?.images.shape[0] ?? 0, columns * rows);

  const redraw = redrawing(root, (width) => {
    const ratio = devicePixelRatio;
    const full = fullSheetWidth(shape, ratio);
    const beside = width >= full + inspectorRoom;
    root.dataset.layout = beside ? "beside" : "below";
    layout = layoutSheet(shape, beside ? full : width, ratio);
    const context = sizeCanvas(canvas, layout.width, layout.height, ratio);
    cells.place(layout, ratio, count());
    if (!data || !strip) return;
    drawPictures(context, strip, shape, layout, count());
    const {scores} = data;
    if (scored && scores) drawScores(context, scores.subarray(0, count()), shape, layout, root);
    enlarge();
  });

  const enlarge = () => {
    const wanted = hovered >= 0 ? hovered : (self.value ?? 0);
    const index = wanted < count() ? wanted : 0;
    if (data && count() > 0) panel.show(index, data.images, data.scores?.[index]);
  };
  const hover = (index: number) => {
    if (index === hovered) return;
    hovered = index < count() ? index : -1;
    enlarge();
    if (count() > 0) panel.ask(restMs);
  };
  const choose = (index: number) => {
    if (index < 0 || index >= count()) return;
    self.value = index;
    const score = data?.scores?.[index];
    const verdict = score === undefined ? "" : `, the judge says ${score.toFixed(2)} real`;
    const name = options.named?.(index) ?? `picture ${index + 1} of ${count()}`;
    cells.choose(index, `${name}${verdict}`);
    enlarge();
    panel.askAloud();
    tellInput(self);
  };

  const indexOf = ({offsetX, offsetY}: MouseEvent) =>
    cellAt(shape, layout, offsetX * devicePixelRatio, offsetY * devicePixelRatio);
  cells.element.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") hover(indexOf(event));
  });
  cells.element.addEventListener("pointerleave", () => hover(-1));
  cells.element.addEventListener("click", (event) => choose(indexOf(event)));
  cells.element.addEventListener("keydown", (event) => {
    const next = cellAfterKey(shape, count(), self.value ?? 0, event.key);
    if (next === undefined) return;
    event.preventDefault();
    hovered = -1;
    choose(self.value === undefined && event.key !== "End" ? 0 : next);
  });

  const self = figure<SampleGridData, number | undefined>(root, undefined, (next) => {
    checkPictures(next, side);
    data = next;
    strip = pictureStrip(next.images);
    summarise(sheetSummary(count(), next.scores));
    if (self.value !== undefined || hovered >= 0) panel.askAgain(changingMs);
    else if (options.onInspect?.isReady?.()) panel.askAgain(unaskedMs);
    redraw();
  });
  return self;
}

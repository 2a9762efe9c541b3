import {element, uniqueId} from "../controls/element.js";
import type {Role} from "../lib/experiments/experiment.js";
import type {ByteImages} from "../lib/image.js";
import {cssColour, themeColour} from "./colour.js";
import {type Figure, figure} from "./figure.js";
import {type Inspect, inspector} from "./inspector.js";
import {drawPicture, pictureStrip, sizeCanvas} from "./picture-canvas.js";
import {redrawing} from "./redraw.js";
import {
  cellAfterKey,
  cellAt,
  cellCorner,
  fullSheetWidth,
  layoutSheet,
  type SheetLayout,
} from "./sheet-layout.js";
import {summarised} from "./summary.js";

export interface SampleGridOptions {
  /** What the pictures are: "generated digits". */
  readonly label: string;
  readonly role: Role;
  readonly columns: number;
  readonly rows: number;
  /** Picture pixels along each edge; 28 unless told. */
  readonly side?: number;
  /** Most CSS pixels per picture pixel; 3 unless told. */
  readonly scale?: number;
  /** Keep room for the judge's bars. */
  readonly scored?: boolean;
  /** Finds the nearest training picture. Without it the panel only enlarges. */
  readonly onInspect?: Inspect;
}

export interface SampleGridData {
  readonly images: ByteImages;
  /** The judge's probability of "real" for each picture: a green bar under it. */
  readonly scores?: Float32Array;
}

/** A sheet of pictures with crisp pixels. Its value is the index of the chosen picture, if one was chosen. */
export function sampleGrid(options: SampleGridOptions): Figure<SampleGridData, number | undefined> {
  const {label, role, columns, rows, side = 28, scale = 3, scored = false} = options;
  const shape = {columns, rows, side, scale, scored};
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const cells = makeCells(columns * rows);
  const list = element("div", {
    class: "fig-cells",
    role: "listbox",
    tabindex: 0,
    "aria-label": `${label}, arrow keys choose one`,
  });
  list.append(...cells);
  const sheet = element("div", {class: "fig-sheet", "data-role": role}, canvas, list);
  const panel = inspector(role, options.onInspect);
  const root = element("div", {class: "fig fig-samples"}, sheet, panel.element);
  const summarise = summarised(root, label);

  let data: SampleGridData | undefined;
  let strip: HTMLCanvasElement | undefined;
  let layout: SheetLayout = layoutSheet(shape, 0, 1);
  let hovered = -1;
  const count = () => Math.min(data?.images.shape[0] ?? 0, columns * rows);
  const shown = () => (hovered >= 0 ? hovered : (self.value ?? 0));

  const draw = () => {
    const ratio = devicePixelRatio;
    const beside = root.clientWidth >= fullSheetWidth(shape, ratio) + 24 + 150;
    root.dataset.layout = beside ? "beside" : "below";
    const room = beside ? fullSheetWidth(shape, ratio) : root.clientWidth;
    layout = layoutSheet(shape, room, ratio);
    const context = sizeCanvas(canvas, layout.width, layout.height, ratio);
    placeCells(cells, count(), shape, layout, ratio);
    if (!data || !strip) return;
    for (let i = 0; i < count(); i++) {
      const [x, y] = cellCorner(shape, layout, i);
      drawPicture(context, strip, side, i, x, y, layout.scale);
      if (data.scores) drawScore(context, root, layout, x, y, data.scores[i]!);
    }
    panel.show(shown(), data.images, data.scores?.[shown()]);
  };
  const redraw = redrawing(root, draw);

  const inspect = (delayMs: number) => {
    if (!data || count() === 0) return;
    panel.show(shown(), data.images, data.scores?.[shown()]);
    panel.ask(delayMs);
  };
  const choose = (index: number) => {
    if (index < 0 || index >= count()) return;
    self.value = index;
    for (const [i, cell] of cells.entries())
      cell.setAttribute("aria-selected", String(i === index));
    list.setAttribute("aria-activedescendant", cells[index]!.id);
    nameCell(cells[index]!, index, count(), data?.scores?.[index]);
    inspect(150);
    self.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const indexOf = ({offsetX, offsetY}: MouseEvent) =>
    cellAt(shape, layout, offsetX * devicePixelRatio, offsetY * devicePixelRatio);
  const hover = (index: number) => {
    if (index === hovered) return;
    hovered = index < count() ? index : -1;
    inspect(150);
  };

  list.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") hover(indexOf(event));
  });
  list.addEventListener("pointerleave", () => hover(-1));
  list.addEventListener("click", (event) => choose(indexOf(event)));
  list.addEventListener("keydown", (event) => {
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
    summarise(summaryOf(next, count()));
    if (self.value !== undefined || hovered >= 0) panel.ask(1000);
    redraw();
  });
  return self;
}

function makeCells(count: number): HTMLElement[] {
  const prefix = uniqueId("fig-cell");
  return Array.from({length: count}, (_, i) =>
    element("div", {
      class: "fig-cell",
      role: "option",
      id: `${prefix}-${i}`,
      "aria-selected": "false",
      "aria-label": `picture ${i + 1} of ${count}`,
    }),
  );
}

function nameCell(cell: HTMLElement, index: number, count: number, score?: number): void {
  const verdict = score === undefined ? "" : `, the judge says ${score.toFixed(2)} real`;
  cell.setAttribute("aria-label", `picture ${index + 1} of ${count}${verdict}`);
}

/** The cells are for focus and assistive technology; the pointer is read off the sheet. */
function placeCells(
  cells: readonly HTMLElement[],
  count: number,
  shape: Parameters<typeof cellCorner>[0],
  layout: SheetLayout,
  ratio: number,
): void {
  cells.forEach((cell, i) => {
    const [x, y] = cellCorner(shape, layout, i);
    cell.hidden = i >= count;
    cell.style.left = `${x / ratio}px`;
    cell.style.top = `${y / ratio}px`;
    cell.style.width = `${layout.cell / ratio}px`;
    cell.style.height = `${layout.cell / ratio}px`;
  });
}

function drawScore(
  context: CanvasRenderingContext2D,
  root: HTMLElement,
  {cell, bar}: SheetLayout,
  x: number,
  y: number,
  score: number,
): void {
  context.fillStyle = cssColour(themeColour(root, "--rule"));
  context.fillRect(x, y + cell, cell, bar);
  context.fillStyle = cssColour(themeColour(root, "--judge"));
  context.fillRect(x, y + cell, Math.round(cell * Math.max(0, Math.min(1, score))), bar);
}

function checkPictures({images, scores}: SampleGridData, side: number): void {
  const [n, h, w] = images.shape;
  if (h !== side || w !== side)
    throw new RangeError(`invalid picture size: ${h} by ${w} (${side} by ${side})`);
  if (scores && scores.length !== n)
    throw new RangeError(`invalid number of scores: ${scores.length} (${n}, one per picture)`);
}

function summaryOf({scores}: SampleGridData, count: number): string {
  const pictures = `${count} pictures`;
  if (!scores || count === 0) return pictures;
  const mean = scores.subarray(0, count).reduce((sum, score) => sum + score, 0) / count;
  return `${pictures}; on average the judge says ${mean.toFixed(2)} real`;
}

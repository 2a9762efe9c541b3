import {button, element, uniqueId} from "../../controls/element.js";
import type {ByteImages} from "../../lib/image.js";
import {cssColour, themeColour} from "../colour.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {checkSide, drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import type {Point} from "../point.js";
import {redrawing} from "../redraw.js";
import {cellAfterKey} from "../sheet/sheet-layout.js";
import {listenToStroke} from "../stroke.js";
import {summarised} from "../summary.js";
import {gridSide, tokenPlaces} from "./token-patch.js";

export interface TokenEraserData {
  /** [1, 28, 28, 1] */
  readonly picture: ByteImages | undefined;
  /** Places whose tokens are erased, from 0. */
  readonly erased: Iterable<number>;
  readonly isFixed: boolean;
}

type Erased = ReadonlySet<number>;

const side = 28;
const scale = 8;
const lowerHalf = tokenPlaces.filter((place) => place >= 4 * gridSide);

/**
 * A picture whose tokens the reader erases and puts back: by clicking or dragging, or with arrow keys and Space. Its value is the places
 * that are erased. `parts` is the word for what is there, default tokens.
 */
export function tokenEraser(label: string, parts = "tokens"): Figure<TokenEraserData, Erased> {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const cells = tokenCells(label, parts);
  const frame = element(
    "div",
    {class: "fig-eraser-frame", "data-role": "real"},
    canvas,
    cells.element,
  );
  const choose = (text: string, places: readonly number[]) => button(text, () => change(places));
  const buttons = [
    choose("Erase the lower half", lowerHalf),
    choose("Erase all", tokenPlaces),
    choose("Put all back", []),
  ];
  const root = element(
    "div",
    {class: "fig fig-eraser"},
    frame,
    element("div", {class: "fig-eraser-buttons"}, ...buttons),
  );
  const summarise = summarised(root, label);
  let picture: ByteImages | undefined;
  let isFixed = false;
  /** Whether the stroke under way erases. */
  let erases = true;

  const redraw = redrawing(root, () => {
    const pixel = Math.max(1, Math.round(scale * devicePixelRatio));
    const context = sizeCanvas(canvas, side * pixel, side * pixel, devicePixelRatio);
    if (picture) drawPicture(context, pictureStrip(picture), side, 0, 0, 0, pixel);
    const cell = 4 * pixel;
    context.fillStyle = cssColour(themeColour(root, "--chance-soft"));
    for (const place of self.value)
      context.fillRect(cell * (place % gridSide), cell * Math.floor(place / gridSide), cell, cell);
  });
  const show = () => {
    cells.mark(self.value);
    summarise(`${self.value.size} of ${tokenPlaces.length} ${parts} are erased`);
    redraw();
  };
  const change = (places: Iterable<number>) => {
    if (isFixed) return;
    self.value = new Set(places);
    show();
    tellInput(self);
  };
  const put = (place: number) => {
    if (self.value.has(place) === erases) return;
    const rest = [...self.value].filter((other) => other !== place);
    change(erases ? [...rest, place] : rest);
  };
  const press = (place: number) => {
    erases = !self.value.has(place);
    put(place);
  };
  listenToStroke(cells.element, {
    press: (point) => press(placeAt(point)),
    drag: (point) => put(placeAt(point)),
  });
  cells.onpress(press);

  const self = figure<TokenEraserData, Erased>(root, new Set<number>(), (next) => {
    if (next.picture) checkSide(next.picture, side);
    ({picture, isFixed} = next);
    self.value = new Set(next.erased);
    for (const each of buttons) each.disabled = isFixed;
    cells.element.setAttribute("aria-disabled", String(isFixed));
    show();
  });
  cells.mark(self.value);
  return self;
}

/** The token under a place given in shares of the picture, within it. */
function placeAt({x, y}: Point): number {
  const inside = (share: number) =>
    Math.max(0, Math.min(gridSide - 1, Math.floor(share * gridSide)));
  return gridSide * inside(y) + inside(x);
}

/** The tokens as keys and assistive technology have them: a list box over the picture, in which several can be chosen. */
function tokenCells(label: string, parts: string) {
  const prefix = uniqueId("fig-token");
  const cells = tokenPlaces.map((place) =>
    element("div", {
      class: "fig-token-cell",
      role: "option",
      id: `${prefix}-${place}`,
      "aria-label": `row ${Math.floor(place / gridSide) + 1}, column ${(place % gridSide) + 1}`,
    }),
  );
  const list = element(
    "div",
    {
      class: "fig-cells fig-token-cells",
      role: "listbox",
      tabindex: 0,
      "aria-multiselectable": "true",
      "aria-label": `${label}, arrow keys go through its ${parts}, Space erases one or puts it back`,
    },
    ...cells,
  );
  let at = 24;
  const go = (place: number) => {
    cells[at]!.classList.remove("fig-token-cursor");
    at = place;
    cells[at]!.classList.add("fig-token-cursor");
    list.setAttribute("aria-activedescendant", cells[at]!.id);
  };
  let press = (_place: number) => {};
  list.addEventListener("keydown", (event) => {
    const shape = {columns: gridSide, rows: gridSide, side: 1, scale: 1, scored: false};
    const next = cellAfterKey(shape, cells.length, at, event.key);
    if (next !== undefined) go(next);
    else if (event.key === " " || event.key === "Enter") press(at);
    else return;
    event.preventDefault();
  });
  go(at);
  return {
    element: list,
    mark(erased: Erased) {
      for (const [place, cell] of cells.entries())
        cell.setAttribute("aria-selected", String(erased.has(place)));
    },
    /** Calls `act` with the token at which the reader presses a key. */
    onpress(act: (place: number) => void) {
      press = act;
    },
  };
}

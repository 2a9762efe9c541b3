import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {cssColour, themeColour} from "../../figures/colour.js";
import {type Figure, figure, tellInput} from "../../figures/figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../../figures/picture-canvas.js";
import {player} from "../../figures/player.js";
import type {Point} from "../../figures/point.js";
import {redrawing} from "../../figures/redraw.js";
import {listenToStroke} from "../../figures/stroke.js";
import {summarised} from "../../figures/summary.js";
import {placeAfterKey} from "../../figures/tables/grid-keys.js";
import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {type LookAt, lookOf, lookText, placeText} from "./looking.js";

export interface LookingData extends Pick<LookAt, "layer" | "head"> {
  /** Step by step, [steps + 1, side, side, 1]. */
  readonly noisy: ByteImages;
  readonly clean: ByteImages;
  /** [steps, L, H, q, q + 1], 255 being 1. */
  readonly looks: NdArray;
  /** The digit that was told, or "none". */
  readonly told: string;
}

export interface LookingValue {
  readonly step: number;
  readonly patch: number;
}

export interface LookingOptions {
  readonly label: string;
  readonly side: number;
  /** Patches along the edge. */
  readonly edge: number;
}

const stepMs = 200;
/** Most CSS pixels of a picture's edge, and those between the two. */
const [widest, between] = [196, 16];
/** Below this share a patch is not shaded at all. */
const strongest = 0.9;

/**
 * One picture on its way out of noise, twice: the patches as they are, of which the reader chooses one by click or arrow keys, and beside it how
 * much that one looks at each other, over the picture as it is expected to end. Its value is the step and the patch.
 */
export function lookingFigure(options: LookingOptions): Figure<LookingData, LookingValue> {
  const {label, side, edge} = options;
  const [asker, asked] = [plate("as it is: choose a patch"), plate("where that patch looks")];
  const surface = element(
    "div",
    {class: "looking-surface", role: "slider", tabindex: 0, "aria-label": "Patch that looks"},
    asker.canvas,
  );
  asker.element.append(surface);
  asked.element.append(asked.canvas);
  const token = element("p", {class: "looking-token"});
  const words = element("p", {class: "fig-note looking-words", role: "status"});
  const time = player({
    label: "Step",
    nextLabel: "Next step",
    frameMs: stepMs,
    route: (place, last) => Array.from({length: last - place}, (_, i) => place + 1 + i),
    go: (step) => change({step}),
  });
  const where = element("output", {class: "fig-denoising-step", for: time.range.id});
  const controls = element(
    "div",
    {class: "fig-denoising-controls"},
    ...[time.play, time.label, time.range, where],
  );
  const pair = element("div", {class: "looking-pair"}, asker.element, asked.element);
  const root = element("div", {class: "fig fig-looking"}, pair, token, controls, words);
  const summarise = summarised(root, label);
  let data: LookingData | undefined;
  const last = () => (data ? data.noisy.shape[0] - 1 : 0);
  const look = (shown: LookingData) => lookOf(shown.looks, {...shown, ...self.value});

  const redraw = redrawing(root, (width) => {
    const ratio = devicePixelRatio;
    const room = Math.min(widest, (width - between) / 2);
    const pixel = Math.max(1, Math.floor((room * ratio) / side));
    const size = pixel * side;
    const left = sizeCanvas(asker.canvas, size, size, ratio);
    const right = sizeCanvas(asked.canvas, size, size, ratio);
    if (!data) return;
    const cell = size / edge;
    const {step, patch} = self.value;
    drawPicture(left, pictureStrip(data.noisy), side, step, 0, 0, pixel);
    drawPicture(right, pictureStrip(data.clean), side, step, 0, 0, pixel);
    shade(right, look(data).patches, cell);
    for (const context of [left, right]) frame(context, patch, cell);
  });
  const shade = (context: CanvasRenderingContext2D, shares: Float32Array, cell: number) => {
    const most = Math.max(...shares);
    for (const [i, share] of shares.entries()) {
      context.fillStyle = cssColour(themeColour(root, "--generated"), (strongest * share) / most);
      context.fillRect((i % edge) * cell, Math.floor(i / edge) * cell, cell, cell);
    }
  };
  const frame = (context: CanvasRenderingContext2D, patch: number, cell: number) => {
    for (const [name, width] of [
      ["--paper", 5],
      ["--ink", 2.5],
    ] as const) {
      context.lineWidth = width * devicePixelRatio * 0.8;
      context.strokeStyle = cssColour(themeColour(root, name));
      context.strokeRect((patch % edge) * cell, Math.floor(patch / edge) * cell, cell, cell);
    }
  };
  const show = () => {
    const {step, patch} = self.value;
    const counted = `${step} of ${last()}`;
    setText(where, counted);
    time.show(step, last(), counted);
    surface.setAttribute("aria-valuenow", String(patch + 1));
    surface.setAttribute("aria-valuemax", String(edge * edge));
    surface.setAttribute("aria-valuetext", placeText(patch, edge));
    if (!data) return;
    const seen = look(data);
    const name = data.told === "none" ? "No digit" : `The digit ${data.told}`;
    setText(token, `${name}: ${(100 * seen.digit).toFixed(0)} %`);
    token.style.setProperty("--look", String(seen.digit));
    setText(words, lookText(seen, patch, edge, data.told));
    summarise(`Step ${counted}. ${lookText(seen, patch, edge, data.told)}`);
    redraw();
  };
  const change = (next: Partial<LookingValue>) => {
    self.value = {...self.value, ...next};
    show();
    tellInput(self);
  };
  const choose = ({x, y}: Point) => {
    const inside = (share: number) => Math.max(0, Math.min(edge - 1, Math.floor(share * edge)));
    change({patch: edge * inside(y) + inside(x)});
  };
  listenToStroke(surface, {press: choose, drag: choose});
  surface.addEventListener("keydown", (event) => {
    const {patch} = self.value;
    const place = {row: Math.floor(patch / edge), column: patch % edge};
    const next = placeAfterKey(place, event.key, edge, edge);
    if (!next) return;
    event.preventDefault();
    change({patch: edge * next.row + next.column});
  });
  const middle = (edge * edge - 1) / 2;
  const self = figure<LookingData, LookingValue>(root, {step: 0, patch: middle}, (next) => {
    const {step, patch} = self.value;
    const wasAtEnd = step === last();
    data = next;
    if (!time.isPlaying()) self.value = {step: wasAtEnd ? last() : Math.min(step, last()), patch};
    show();
  });
  return self;
}

function plate(title: string) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  return {canvas, element: element("div", {}, element("p", {class: "fig-note"}, title))};
}

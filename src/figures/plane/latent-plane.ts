import {element} from "../../controls/element.js";
import type {ByteImages} from "../../lib/image.js";
import {shortName} from "../cluster-text.js";
import {themeColour} from "../colour.js";
import {type Figure, figure} from "../figure.js";
import {sizeCanvas} from "../picture-canvas.js";
import type {Point} from "../point.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {
  drawClouds,
  drawCross,
  drawLetters,
  drawOwnCloud,
  drawPlane,
  type LatentBrush,
  type LatentMark,
  planePicture,
} from "./latent-layers.js";
import {codeOfPlace, codeText} from "./latent-places.js";
import {listenToPlane} from "./plane-hand.js";

export interface LatentPlaneOptions {
  readonly label: string;
  /** Most CSS pixels of an edge; 600 unless told. */
  readonly size?: number;
}

export interface LatentPlaneData {
  /** A square of pictures, row by row from the top left, [k², h, w, c]. */
  readonly plane: ByteImages;
  /** Codes of held-out pictures and their clouds' standard deviations, [n, 2] each, with their labels. */
  readonly codes: Float32Array;
  readonly spreads: Float32Array;
  readonly labels: ArrayLike<number>;
  readonly classNames: readonly string[];
  /** What is drawn over the pictures. */
  readonly over: {readonly letters: boolean; readonly clouds: boolean};
  /** The cloud of the reader's own picture. */
  readonly own?: {readonly code: Point; readonly spread: Point} | undefined;
}

/** Brightness of the pictures under letters or clouds. */
const dimmed = 0.4;

/** A plane of codes with the pictures they give. Its value is the code that is pointed at, if any; it stays when the hand leaves. */
export function latentPlane(
  options: LatentPlaneOptions,
): Figure<LatentPlaneData, Point | undefined> {
  const {label, size = 600} = options;
  const canvas = element("canvas", {"aria-hidden": "true"});
  const surface = element("div", {
    class: "fig-plane-surface",
    role: "application",
    tabindex: 0,
    "aria-label": `${label}: arrow keys move over the plane, with Shift farther`,
  });
  const square = element(
    "div",
    {class: "fig-plane-square", "data-role": "generated"},
    canvas,
    surface,
  );
  square.style.maxWidth = `${size}px`;
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  const root = element("div", {class: "fig fig-latent"}, square, spoken);
  const summarise = summarised(root, label);
  let data: LatentPlaneData | undefined;
  let picture: HTMLCanvasElement | undefined;

  const redraw = redrawing(root, (width) => {
    const side = Math.min(size, width);
    square.style.width = `${side}px`;
    const ratio = devicePixelRatio;
    const pixels = Math.round(side * ratio);
    const context = sizeCanvas(canvas, pixels, pixels, ratio);
    const brush = {context, scale: {extent: 1, size: pixels}, ratio};
    if (data && picture) drawLatent(brush, data, picture, root);
    if (self.value) drawCross(brush, self.value, themeColour(root, "--generated"));
  });
  const point = (place: Point | undefined, byKey: boolean) => {
    if (!place) return;
    self.value = codeOfPlace(place);
    if (byKey) spoken.textContent = `code ${codeText(self.value)}`;
    self.dispatchEvent(new Event("input", {bubbles: true}));
    redraw();
  };
  listenToPlane(surface, 1, {
    move: point,
    press: (place) => point(place, false),
    drag: (place) => point(place, false),
    release() {},
    undo() {},
  });

  const self = figure<LatentPlaneData, Point | undefined>(root, undefined, (next) => {
    if (next.plane !== data?.plane) picture = planePicture(next.plane);
    data = next;
    summarise(`${next.plane.shape[0]} pictures, and ${next.labels.length} held-out ones on it`);
    redraw();
  });
  return self;
}

function drawLatent(
  brush: LatentBrush,
  data: LatentPlaneData,
  picture: HTMLCanvasElement,
  themed: HTMLElement,
): void {
  const {over, own, classNames} = data;
  drawPlane(brush, picture, over.letters || over.clouds ? dimmed : 1);
  if (over.clouds) drawClouds(brush, marksOf(data));
  if (over.letters) drawLetters(brush, marksOf(data), classNames.map(shortName));
  if (own) drawOwnCloud(brush, own.code, own.spread, themeColour(themed, "--real"));
}

function marksOf({codes, spreads, labels}: LatentPlaneData): LatentMark[] {
  return Array.from({length: labels.length}, (_, i) => ({
    code: {x: codes[2 * i]!, y: codes[2 * i + 1]!},
    spread: {x: spreads[2 * i]!, y: spreads[2 * i + 1]!},
    label: labels[i]!,
  }));
}

/** What the canvas of a latent plane shows, layer by layer, in device pixels. Its ground is black in every theme, like the pictures. */
import type {ByteImages} from "../../lib/image.js";
import {cssColour, type Rgb} from "../colour.js";
import type {Point} from "../point.js";
import {cloudOutline, placeOfCode} from "./latent-places.js";
import {type PlaneScale, toPixels} from "./plane-geometry.js";

export interface LatentBrush {
  readonly context: CanvasRenderingContext2D;
  readonly scale: PlaneScale;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

export interface LatentMark {
  readonly code: Point;
  readonly spread: Point;
  readonly label: number;
}

/** By label; bright on black, and told apart by colour-blind eyes (Paul Tol's light scheme, and a violet). The digit is written too. */
const labelColours: readonly string[] = [
  "#77aadd",
  "#ee8866",
  "#eedd88",
  "#ffaabb",
  "#99ddff",
  "#44bb99",
  "#bbcc33",
  "#aaaa00",
  "#dddddd",
  "#cc99ff",
];

/** All pictures of the plane side by side, one canvas pixel each: what is drawn enlarged, and exported. */
export function planePicture(plane: ByteImages): HTMLCanvasElement {
  const [count, h, w, c] = plane.shape;
  const side = Math.sqrt(count);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [side * w, side * h];
  const rgba = new ImageData(canvas.width, canvas.height);
  for (let i = 0; i < count * h * w; i++) {
    const [picture, row] = [Math.floor(i / (h * w)), Math.floor(i / w) % h];
    const down = Math.floor(picture / side) * h + row;
    const at = 4 * (down * canvas.width + (picture % side) * w + (i % w));
    for (let k = 0; k < 3; k++) rgba.data[at + k] = plane.data[i * c + (c === 3 ? k : 0)]!;
    rgba.data[at + 3] = 255;
  }
  canvas.getContext("2d")!.putImageData(rgba, 0, 0);
  return canvas;
}

/** The pictures over the whole square; smoothed, because they are one surface and not a sheet of samples. */
export function drawPlane(
  {context, scale}: LatentBrush,
  picture: HTMLCanvasElement,
  light: number,
) {
  context.fillStyle = "#000";
  context.fillRect(0, 0, scale.size, scale.size);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.globalAlpha = light;
  context.drawImage(picture, 0, 0, scale.size, scale.size);
  context.globalAlpha = 1;
}

/** Ellipses of one standard deviation around each code. */
export function drawClouds({context, scale, ratio}: LatentBrush, marks: readonly LatentMark[]) {
  context.lineWidth = ratio;
  for (const {code, spread, label} of marks) {
    context.strokeStyle = labelColours[label % labelColours.length]!;
    context.globalAlpha = 0.45;
    context.stroke(outlineOf(scale, cloudOutline(code, spread, 1, 20)));
  }
  context.globalAlpha = 1;
}

/** The label's letter at each code. */
export function drawLetters(
  {context, scale, ratio}: LatentBrush,
  marks: readonly LatentMark[],
  letters: readonly string[],
): void {
  context.font = `600 ${11 * ratio}px sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const {code, label} of marks) {
    const {x, y} = toPixels(scale, placeOfCode(code));
    context.fillStyle = labelColours[label % labelColours.length]!;
    context.fillText(letters[label] ?? "?", x, y);
  }
}

/** A cloud that stands out: one and two standard deviations, and its middle. */
export function drawOwnCloud(
  {context, scale, ratio}: LatentBrush,
  code: Point,
  spread: Point,
  colour: Rgb,
): void {
  context.strokeStyle = cssColour(colour);
  context.fillStyle = cssColour(colour, 0.28);
  for (const radius of [2, 1]) {
    const outline = outlineOf(scale, cloudOutline(code, spread, radius));
    context.fill(outline);
    context.lineWidth = (radius === 1 ? 2.5 : 1.25) * ratio;
    context.stroke(outline);
  }
  drawCross({context, scale, ratio}, code, colour);
}

/** A cross on a dark rim at a code. */
export function drawCross({context, scale, ratio}: LatentBrush, code: Point, colour: Rgb): void {
  const {x, y} = toPixels(scale, placeOfCode(code));
  const arm = 9 * ratio;
  const cross = new Path2D();
  cross.moveTo(x - arm, y);
  cross.lineTo(x + arm, y);
  cross.moveTo(x, y - arm);
  cross.lineTo(x, y + arm);
  for (const [style, width] of [
    ["#000", 5],
    [cssColour(colour), 2.5],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width * ratio;
    context.stroke(cross);
  }
}

function outlineOf(scale: PlaneScale, corners: readonly Point[]): Path2D {
  const path = new Path2D();
  for (const corner of corners) {
    const {x, y} = toPixels(scale, corner);
    path.lineTo(x, y);
  }
  path.closePath();
  return path;
}

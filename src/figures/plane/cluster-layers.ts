/** What the canvas of a plane of clusters shows, layer by layer, in device pixels. */
import type {ByteImages} from "../../lib/image.js";
import {clusterName} from "../cluster-text.js";
import {cssColour, type Rgb, themeColour} from "../colour.js";
import {drawPicture} from "../picture-canvas.js";
import type {Point} from "../point.js";
import {inside, regionsOf, withoutOverlap} from "./cluster-places.js";
import {type PlaneScale, toPixels} from "./plane-geometry.js";

/** How a mark is drawn: its label unknown, the commonest of its cluster, or another. */
export type Tone = "hidden" | "common" | "stray";

export interface ClusterMark extends Point {
  readonly text: string;
  readonly tone: Tone;
  /** Of another cluster than the one that is brought out. */
  readonly isFaint: boolean;
}

export interface ClusterBrush {
  readonly context: CanvasRenderingContext2D;
  readonly scale: PlaneScale;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly colours: Readonly<Record<Tone | "paper" | "border" | "region" | "name", Rgb>>;
}

const side = 28;
const faint = 0.25;

export function clusterColours(element: HTMLElement): ClusterBrush["colours"] {
  const colour = (name: string) => themeColour(element, name);
  return {
    hidden: colour("--ink"),
    common: colour("--real"),
    stray: colour("--warn-text"),
    paper: colour("--paper"),
    border: colour("--rule-strong"),
    region: colour("--judge-soft"),
    name: colour("--judge"),
  };
}

/** The borders of the regions that are nearest to one centre each; the chosen cluster's region is filled. */
export function drawRegions(
  {context, scale, ratio, colours}: ClusterBrush,
  centres: readonly Point[],
  chosen: number | undefined,
): void {
  context.strokeStyle = cssColour(colours.border);
  context.lineWidth = ratio;
  for (const [i, corners] of regionsOf(centres, scale.extent).entries()) {
    const outline = new Path2D();
    for (const corner of corners) {
      const {x, y} = toPixels(scale, corner);
      outline.lineTo(x, y);
    }
    outline.closePath();
    context.fillStyle = cssColour(colours.region);
    if (i === chosen) context.fill(outline);
    context.stroke(outline);
  }
}

/** All points as a faint crowd: where there are many. */
export function drawCrowd({context, scale, ratio, colours}: ClusterBrush, points: Float32Array) {
  context.fillStyle = cssColour(colours.hidden, 0.3);
  for (let i = 0; i + 1 < points.length; i += 2) {
    const {x, y} = pixelsOf(scale, {x: points[i]!, y: points[i + 1]!});
    context.fillRect(x - 0.75 * ratio, y - 0.75 * ratio, 1.5 * ratio, 1.5 * ratio);
  }
}

/** A letter or two at each mark; strays are bold and underlined as well as of another colour. */
export function drawLetters(brush: ClusterBrush, marks: readonly ClusterMark[]): void {
  const {context, scale, ratio, colours} = brush;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const mark of marks) {
    const {x, y} = pixelsOf(scale, mark);
    const weight = mark.tone === "stray" ? 700 : 400;
    context.font = `${weight} ${12 * ratio}px sans-serif`;
    context.fillStyle = cssColour(colours[mark.tone], mark.isFaint ? faint : 1);
    context.fillText(mark.text, x, y);
    if (mark.tone === "stray") context.fillRect(x - 4 * ratio, y + 6 * ratio, 8 * ratio, ratio);
  }
}

/** The marks' pictures themselves, as ink on paper, as many as have room; strays are underlined. */
export function drawThumbnails(
  brush: ClusterBrush,
  marks: readonly ClusterMark[],
  pictures: ByteImages,
): void {
  const {context, scale, ratio, colours} = brush;
  const zoom = Math.max(1, Math.round(ratio));
  const edge = side * zoom;
  const places = marks.map((mark) =>
    pixelsOf(scale, mark, (edge / 2 / scale.size) * 2 * scale.extent),
  );
  const strips = new Map<Tone, HTMLCanvasElement>();
  const stripOf = (tone: Tone) => {
    const strip = strips.get(tone) ?? inkStrip(pictures, colours[tone]);
    strips.set(tone, strip);
    return strip;
  };
  for (const i of withoutOverlap(places, 0.8 * edge)) {
    const {tone, isFaint} = marks[i]!;
    const [x, y] = [Math.round(places[i]!.x - edge / 2), Math.round(places[i]!.y - edge / 2)];
    context.globalAlpha = isFaint ? faint : 1;
    drawPicture(context, stripOf(tone), side, i, x, y, zoom);
    context.fillStyle = cssColour(colours.stray);
    if (tone === "stray") context.fillRect(x + edge / 4, y + edge - zoom, edge / 2, 1.5 * zoom);
    context.globalAlpha = 1;
  }
}

/** The clusters' letters at their centres, large, with a rim of paper. */
export function drawNames(
  {context, scale, ratio, colours}: ClusterBrush,
  centres: readonly Point[],
): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `700 ${24 * ratio}px sans-serif`;
  context.lineJoin = "round";
  for (const [i, centre] of centres.entries()) {
    if (Number.isNaN(centre.x)) continue;
    const {x, y} = pixelsOf(scale, centre);
    context.strokeStyle = cssColour(colours.paper, 0.9);
    context.lineWidth = 5 * ratio;
    context.strokeText(clusterName(i), x, y);
    context.fillStyle = cssColour(colours.name);
    context.fillText(clusterName(i), x, y);
  }
}

/** A ring around the point that is looked at. */
export function drawRing({context, scale, ratio, colours}: ClusterBrush, point: Point): void {
  const {x, y} = pixelsOf(scale, point);
  context.strokeStyle = cssColour(colours.hidden);
  context.lineWidth = 2 * ratio;
  context.beginPath();
  context.arc(x, y, 16 * ratio, 0, 2 * Math.PI);
  context.stroke();
}

/** Where a point is drawn: within the plane, `margin` from its edge. */
function pixelsOf(scale: PlaneScale, {x, y}: Point, margin = 0): Point {
  const most = scale.extent - margin;
  return toPixels(scale, {x: inside(x, most), y: inside(y, most)});
}

/** All pictures under each other, their white as `ink` and their black as nothing. */
function inkStrip({data, shape: [n, h, w]}: ByteImages, ink: Rgb): HTMLCanvasElement {
  const strip = document.createElement("canvas");
  strip.width = w;
  strip.height = Math.max(1, n * h);
  const rgba = new ImageData(w, strip.height);
  for (let i = 0; i < n * h * w; i++) {
    const at = 4 * i;
    rgba.data[at] = ink[0];
    rgba.data[at + 1] = ink[1];
    rgba.data[at + 2] = ink[2];
    rgba.data[at + 3] = data[i]!;
  }
  strip.getContext("2d")!.putImageData(rgba, 0, 0);
  return strip;
}

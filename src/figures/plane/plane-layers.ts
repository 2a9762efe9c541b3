/**
 * What gan-plane's canvas shows, layer by layer, in device pixels. Without a GPU the browser paints it in the page's own time: flat
 * caps, lines of one pixel and plain smoothing take a third of what round ones, 1.1 pixels and the best smoothing do.
 */
import type {NdArray} from "../../lib/array.js";
import {cssColour, mixColours, type Rgb, themeColour} from "../colour.js";
import {arrowFactor, type PlaneScale, toPixels} from "./plane-geometry.js";

export interface PlaneColours {
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly real: Rgb;
  readonly generated: Rgb;
  readonly judge: Rgb;
}

export interface PlaneBrush {
  readonly context: CanvasRenderingContext2D;
  readonly scale: PlaneScale;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly colours: PlaneColours;
}

export function planeColours(element: HTMLElement): PlaneColours {
  const colour = (name: string) => themeColour(element, name);
  return {
    paper: colour("--paper"),
    ink: colour("--ink"),
    real: colour("--real"),
    generated: colour("--generated"),
    judge: colour("--judge"),
  };
}

/** Share of the role's colour where the judge is certain; the rest is paper, so that points stand out. */
const mostTint = 0.4;

/** The judge's opinion, 0 to 1, as a colour: generated, through paper at one half, to real. */
export function opinionColour({paper, real, generated}: PlaneColours, opinion: number): Rgb {
  const certainty = Math.min(1, Math.abs(2 * opinion - 1));
  return mixColours(paper, opinion < 0.5 ? generated : real, mostTint * certainty);
}

/** The field [g, g], its first row lowest. Nodes at the square's edges, smooth between them. */
export function drawField({context, scale, colours}: PlaneBrush, {data, shape}: NdArray): void {
  const g = shape[0]!;
  const small = document.createElement("canvas");
  small.width = g;
  small.height = g;
  const pixels = new ImageData(g, g);
  for (let i = 0; i < g * g; i++) {
    const flipped = (g - 1 - Math.floor(i / g)) * g + (i % g);
    const [r, green, b] = opinionColour(colours, Number(data[flipped]));
    pixels.data.set([r, green, b, 255], 4 * i);
  }
  small.getContext("2d")!.putImageData(pixels, 0, 0);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "low";
  context.drawImage(small, 0.5, 0.5, g - 1, g - 1, 0, 0, scale.size, scale.size);
}

/** Real points: discs. */
export function drawReal(brush: PlaneBrush, points: ArrayLike<number>): void {
  const {context, ratio, colours} = brush;
  context.fillStyle = cssColour(colours.real, 0.85);
  context.strokeStyle = cssColour(colours.paper, 0.9);
  context.lineWidth = 0.75 * ratio;
  eachPoint(brush, points, (x, y) => {
    context.beginPath();
    context.arc(x, y, 2.6 * ratio, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  });
}

/** Generated points: crosses, with a rim of paper so that they stand out on the field. */
export function drawGenerated(brush: PlaneBrush, points: ArrayLike<number>): void {
  const {context, ratio, colours} = brush;
  const arm = 3.4 * ratio;
  const cross = new Path2D();
  eachPoint(brush, points, (x, y) => {
    cross.moveTo(x - arm, y - arm);
    cross.lineTo(x + arm, y + arm);
    cross.moveTo(x - arm, y + arm);
    cross.lineTo(x + arm, y - arm);
  });
  context.lineCap = "butt";
  context.strokeStyle = cssColour(colours.paper, 0.8);
  context.lineWidth = 3.2 * ratio;
  context.stroke(cross);
  context.strokeStyle = cssColour(colours.generated);
  context.lineWidth = 1.7 * ratio;
  context.stroke(cross);
}

/** An arrow from each generated point the way the judge pushes it. */
export function drawGradients(
  brush: PlaneBrush,
  points: ArrayLike<number>,
  vectors: ArrayLike<number>,
): void {
  const {context, ratio, colours} = brush;
  const factor = arrowFactor(vectors, 24 * ratio);
  const arrows = new Path2D();
  eachPoint(brush, points, (x, y, i) => {
    const dx = (vectors[i] ?? 0) * factor;
    const dy = -(vectors[i + 1] ?? 0) * factor;
    addArrow(arrows, x, y, dx, dy, ratio);
  });
  context.lineCap = "butt";
  context.strokeStyle = cssColour(colours.judge);
  context.lineWidth = ratio;
  context.stroke(arrows);
}

/** Lengths beyond 1.5 times the usual longest are cut there; an arrow shorter than a pixel is left out. */
function addArrow(path: Path2D, x: number, y: number, dx: number, dy: number, ratio: number): void {
  const length = Math.hypot(dx, dy);
  if (!(length > ratio)) return;
  const cut = Math.min(1, (36 * ratio) / length);
  const [tipX, tipY] = [x + dx * cut, y + dy * cut];
  const head = Math.min(4 * ratio, (length * cut) / 2) / length;
  path.moveTo(x, y);
  path.lineTo(tipX, tipY);
  for (const side of [-0.6, 0.6]) {
    path.moveTo(tipX, tipY);
    path.lineTo(tipX - head * (dx - side * dy), tipY - head * (dy + side * dx));
  }
}

/** Where the generator sends a grid of latents: [k, k, 2] as a mesh, [k, 2] as a line. */
export function drawWarp(brush: PlaneBrush, {data, shape}: NdArray): void {
  const {context, ratio, scale, colours} = brush;
  const k = shape[0]!;
  const node = (i: number) => toPixels(scale, {x: Number(data[2 * i]), y: Number(data[2 * i + 1])});
  const mesh = new Path2D();
  const lineThrough = (nodes: readonly number[]) => {
    for (const [i, index] of nodes.entries()) {
      const {x, y} = node(index);
      if (i === 0) mesh.moveTo(x, y);
      else mesh.lineTo(x, y);
    }
  };
  const along = Array.from({length: k}, (_, i) => i);
  if (shape.length === 2) lineThrough(along);
  else
    for (const i of along) {
      lineThrough(along.map((j) => i * k + j));
      lineThrough(along.map((j) => j * k + i));
    }
  context.lineJoin = "round";
  context.strokeStyle = cssColour(mixColours(colours.generated, colours.ink, 0.35), 0.5);
  context.lineWidth = 1 * ratio;
  context.stroke(mesh);
}

function eachPoint(
  {scale}: PlaneBrush,
  points: ArrayLike<number>,
  visit: (x: number, y: number, i: number) => void,
): void {
  for (let i = 0; i + 1 < points.length; i += 2) {
    const {x, y} = toPixels(scale, {x: points[i]!, y: points[i + 1]!});
    visit(x, y, i);
  }
}

/**
 * The land of a formula, from above: a tint that grows with the height, a light from the upper left, and lines of equal height. Heights are
 * taken by their logarithm above the lowest, so that a valley can be seen between mountains.
 */
import type {NdArray} from "../../lib/array.js";
import type {Surface} from "../../lib/descent/formula-slopes.js";
import {mixColours, type Rgb} from "../colour.js";
import {contours} from "../plane/contours.js";
import type {Segments} from "../plane/layers/segments.js";
import type {PlaneBrush, PlaneLayer} from "../plane/plane-layer.js";

const nodes = 101;
const lineCount = 15;
/** Share of the nodes whose height above the lowest is as one unit of the logarithm. */
const unitShare = 0.06;
const sunlight = {x: -0.5, y: 0.5, z: 0.7} as const;
const steepness = 2.4;

export interface Relief {
  /** Heights from 0 at the lowest to 1 at the highest, [nodes, nodes], the first row lowest. Where there is no value it is NaN. */
  readonly tint: NdArray<Float32Array>;
  readonly lines: Segments;
  /** Heights as they are. */
  readonly heights: NdArray<Float32Array>;
}

/** On a map from -1 to 1, which stands for -extent to extent. */
export function reliefOf(surface: Surface, extent: number): Relief {
  const at = (i: number) => extent * ((2 * i) / (nodes - 1) - 1);
  const heights = Float32Array.from({length: nodes * nodes}, (_, i) => {
    const {value} = surface(at(i % nodes), at(Math.floor(i / nodes)));
    return Number.isFinite(value) ? value : Number.NaN;
  });
  const shape = [nodes, nodes];
  const tint = {data: tintOf(heights), shape};
  const levels = Array.from({length: lineCount}, (_, i) => (i + 0.5) / lineCount);
  return {tint, lines: contours(tint, 1, levels), heights: {data: heights, shape}};
}

/** The line around all that counts as arrived. */
export function goalLine({heights}: Relief, goal: number): Segments {
  return contours(heights, 1, [goal]);
}

function tintOf(heights: Float32Array): Float32Array {
  const known = heights.filter(Number.isFinite).sort();
  const [least, most] = [known[0] ?? 0, known.at(-1) ?? 0];
  const unit = Math.max((known[Math.floor(unitShare * known.length)] ?? 0) - least, 1e-9);
  const whole = Math.max(Math.log1p((most - least) / unit), 1e-9);
  return heights.map((height) => Math.log1p((height - least) / unit) / whole);
}

/** The shade of a relief. It is made again only for another relief or in another theme. */
export function shadedRelief<Data>(of: (data: Data) => Relief): PlaneLayer<Data> {
  let made: {relief: Relief; theme: string; canvas: HTMLCanvasElement} | undefined;
  return {
    draw(brush, data) {
      const relief = of(data);
      const inks = ["--paper", "--relief-high", "--relief-light", "--relief-dark"] as const;
      const colours = inks.map((ink) => brush.colour(ink)) as [Rgb, Rgb, Rgb, Rgb];
      const theme = colours.join();
      if (made?.relief !== relief || made.theme !== theme)
        made = {relief, theme, canvas: painted(relief, colours)};
      drawWhole(brush, made.canvas);
    },
  };
}

function drawWhole({context, scale: {size}}: PlaneBrush, canvas: HTMLCanvasElement): void {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.drawImage(canvas, 0.5, 0.5, nodes - 1, nodes - 1, 0, 0, size, size);
}

function painted({tint: {data}}: Relief, [low, high, light, dark]: readonly [Rgb, Rgb, Rgb, Rgb]) {
  const canvas = document.createElement("canvas");
  canvas.width = nodes;
  canvas.height = nodes;
  const pixels = new ImageData(nodes, nodes);
  for (let i = 0; i < nodes * nodes; i++) {
    const [row, column] = [nodes - 1 - Math.floor(i / nodes), i % nodes];
    const height = data[row * nodes + column]!;
    if (Number.isNaN(height)) continue;
    const shade = shadeAt(data, row, column);
    const ground = mixColours(low, high, Math.min(1, Math.max(0, height)));
    const lit = mixColours(ground, shade > 0 ? light : dark, Math.min(1, Math.abs(shade)));
    pixels.data.set([...lit, 255], 4 * i);
  }
  canvas.getContext("2d")!.putImageData(pixels, 0, 0);
  return canvas;
}

/** How much more light falls there than on level ground, from -1 to 1. */
function shadeAt(data: Float32Array, row: number, column: number): number {
  const at = (r: number, c: number) =>
    data[Math.max(0, Math.min(nodes - 1, r)) * nodes + Math.max(0, Math.min(nodes - 1, c))]!;
  const across = (steepness * (at(row, column + 1) - at(row, column - 1)) * nodes) / 8;
  const up = (steepness * (at(row + 1, column) - at(row - 1, column)) * nodes) / 8;
  const {x, y, z} = sunlight;
  const light = (z - x * across - y * up) / Math.sqrt(1 + across * across + up * up);
  const shade = (light - z) / Math.hypot(x, y, z);
  return Number.isNaN(shade) ? 0 : shade * 0.55;
}

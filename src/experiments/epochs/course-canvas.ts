/** What a saved picture shows: both losses over the steps, in powers of ten, and the least of the validation loss. */
import {formatCount, formatNumber} from "../../controls/format.js";
import type {Look} from "../../figures/curves/fit-curves.js";
import {exponentialAverage} from "../../figures/curves/smoothing.js";

const [width, height, margin] = [640, 400, 56];
const smoothOver = 20;
/** Losses at the lower and the upper edge. */
const [least, most] = [0.01, 4];
const ink = "#1d1d1f";
const colours = {learned: "#d97706", looks: "#15803d"} as const;

export interface Course {
  /** The loss of each step, on what was learned from. */
  readonly learned: ArrayLike<number>;
  readonly looks: readonly Look[];
  readonly best: Look | undefined;
  /** Steps of a whole run. */
  readonly steps: number;
}

export function courseCanvas({learned, looks, best, steps}: Course): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, {width, height});
  const context = canvas.getContext("2d")!;
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.font = "14px sans-serif";
  const smooth = Array.from(exponentialAverage(learned, smoothOver), (loss, i) => ({
    step: i + 1,
    loss,
  }));
  const place = placeIn(steps);
  drawLine(context, smooth, colours.learned, place);
  drawLine(context, looks, colours.looks, place);
  name(context, "Loss on the pictures learned from", colours.learned, 0);
  name(context, "Validation loss", colours.looks, 1);
  if (best) {
    const [x, y] = place(best);
    context.fillRect(x - 4, y - 4, 8, 8);
    name(context, `Least: ${formatNumber(best.loss)}, at step ${formatCount(best.step)}`, ink, 2);
  }
  return canvas;
}

/** Pixels of a look. */
function placeIn(steps: number): (look: Look) => readonly [x: number, y: number] {
  const share = (loss: number) =>
    Math.log(Math.min(most, Math.max(least, loss)) / least) / Math.log(most / least);
  return ({step, loss}) => [
    margin + ((width - 2 * margin) * step) / steps,
    height - margin - (height - 2.8 * margin) * share(loss),
  ];
}

function drawLine(
  context: CanvasRenderingContext2D,
  looks: readonly Look[],
  colour: string,
  place: (look: Look) => readonly [number, number],
): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  for (const look of looks) context.lineTo(...place(look));
  context.stroke();
}

function name(context: CanvasRenderingContext2D, text: string, colour: string, row: number): void {
  context.fillStyle = colour;
  context.fillText(text, margin, margin / 2 + 20 * row);
}

/** What a saved picture shows: the loss of each network over the steps, in powers of ten, with its name. */
import {formatCount, formatNumber} from "../../controls/format.js";
import {exponentialAverage} from "../../figures/curves/smoothing.js";
import type {NetRaceData} from "../../figures/descent/net-race-data.js";
import {type RacerName, racerWords} from "./racers.js";

const [width, height, margin] = [640, 400, 56];
const smoothOver = 20;
/** Losses at the lower and the upper edge. */
const [least, most] = [0.2, 4];
const ink = "#1d1d1f";
const colours: Readonly<Record<RacerName, string>> = {
  sgd: "#33312c",
  momentum: "#00707f",
  rmsprop: "#8d6200",
  adam: "#b81d6d",
};

export function raceCanvas({racers, steps}: NetRaceData): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, {width, height});
  const context = canvas.getContext("2d")!;
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.font = "14px sans-serif";
  for (const [i, {racer, losses, test}] of racers.entries()) {
    const name = racer as RacerName;
    context.fillStyle = context.strokeStyle = colours[name];
    drawLine(context, exponentialAverage(losses, smoothOver), steps);
    const end = test === undefined ? "" : `: test loss ${formatNumber(test)}`;
    context.fillText(`${racerWords[name]}${end}`, margin + (i % 2) * 260, 22 + 20 * (i >> 1));
  }
  context.fillStyle = ink;
  context.fillText(
    `Loss from ${most} down to ${least}, over ${formatCount(steps)} steps`,
    margin,
    height - 16,
  );
  return canvas;
}

function drawLine(context: CanvasRenderingContext2D, losses: Float32Array, steps: number): void {
  const room = height - 2 * margin;
  context.beginPath();
  for (const [i, loss] of losses.entries()) {
    const share = Math.log(loss / least) / Math.log(most / least);
    const x = margin + ((i + 1) * (width - 2 * margin)) / steps;
    context.lineTo(x, margin + room * (1 - Math.max(0, Math.min(1, share))));
  }
  context.stroke();
}

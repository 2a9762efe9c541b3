/** What a saved picture shows: the loss at each rate, both in powers of ten. */
import {formatNumber} from "../../controls/format.js";

const [width, height, margin] = [640, 400, 56];

export interface Valley {
  readonly rates: readonly number[];
  /** Of each rate; NaN where a network is lost. */
  readonly losses: readonly number[];
  readonly step: number;
}

/** A line over the rates with a dot and the loss at each. */
export function valleyCanvas({rates, losses, step}: Valley): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, {width, height});
  const context = canvas.getContext("2d")!;
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.fillStyle = context.strokeStyle = "#1d1d1f";
  context.font = "14px sans-serif";
  context.fillText(`Loss after ${step} steps, by learning rate`, margin, margin / 2);
  context.textAlign = "center";
  const y = heightOf(losses);
  const x = (i: number) => margin + (i * (width - 2 * margin)) / (rates.length - 1);
  context.beginPath();
  for (const [i, loss] of losses.entries()) {
    context.fillText(formatNumber(rates[i]!), x(i), height - margin / 3);
    if (!(loss > 0)) continue;
    context.lineTo(x(i), y(loss));
    context.fillRect(x(i) - 3, y(loss) - 3, 6, 6);
    context.fillText(formatNumber(loss), x(i), y(loss) - 10);
  }
  context.stroke();
  return canvas;
}

/** Pixels from above. */
function heightOf(losses: readonly number[]): (loss: number) => number {
  const logs = losses.filter((loss) => loss > 0 && Number.isFinite(loss)).map(Math.log);
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const room = height - 2.5 * margin;
  return (loss) => 1.3 * margin + (room * (high - Math.log(loss))) / Math.max(high - low, 1e-6);
}

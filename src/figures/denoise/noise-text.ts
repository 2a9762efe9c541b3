/** Words of a picture in noise. */
import {formatNumber} from "../../controls/format.js";
import type {Strengths} from "./strengths.js";

/** "0.70 + 0.30": of the picture, and of the noise. */
export function strengthText({signal, noise}: Strengths): string {
  return `${signal.toFixed(2)} + ${noise.toFixed(2)}`;
}

/** "0.70 · picture + 0.30 · noise". */
export function mixtureText({signal, noise}: Strengths): string {
  return `${signal.toFixed(2)} · picture + ${noise.toFixed(2)} · noise`;
}

/** "signal to noise 5.44". */
export function ratioText({signal, noise}: Strengths): string {
  if (noise < 1e-9) return "no noise";
  return `signal to noise ${formatNumber((signal / noise) ** 2)}`;
}

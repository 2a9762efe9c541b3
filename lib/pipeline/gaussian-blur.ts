/**
 * Gaussian blur: every pixel becomes a mean of those around it, the near ones counting for more.
 *
 *     y_p = Σ_d g(d) x_{p+d},     g(d) ∝ exp(-d² / 2σ²) for |d| <= ⌈3σ⌉,     along columns, then along rows
 *
 * Edges are repeated. Loss: of a wave of wavelength λ the share exp(-2 π² σ² / λ²) is left, so fine patterns are as good as gone and cannot be brought back. As a
 * cure it takes noise and edges alike.
 */
import {exponential} from "../exact-functions.js";
import {padded, type Raster} from "./raster.js";

/** `sigma` >= 0 in pixels; 0 leaves the picture as it is. */
export function gaussianBlur(raster: Raster, sigma: number): Raster {
  if (!(sigma >= 0)) throw new RangeError(`invalid sigma: ${sigma} (a number, 0 or more)`);
  if (sigma === 0) return raster;
  const weights = gaussianWeights(sigma);
  return blurred(blurred(raster, weights, "columns"), weights, "rows");
}

/** g(-r) … g(r) with r = ⌈3σ⌉, which add up to 1. */
export function gaussianWeights(sigma: number): number[] {
  const r = Math.ceil(3 * sigma);
  const line = Array.from({length: 2 * r + 1}, (_, i) =>
    exponential(-((i - r) ** 2) / 2 / sigma ** 2),
  );
  const sum = line.reduce((a, b) => a + b, 0);
  return line.map((value) => value / sum);
}

/** Each value a mean of the `weights.length` around it, which lie a row apart for columns and a pixel apart for rows. */
function blurred(raster: Raster, weights: readonly number[], along: "columns" | "rows"): Raster {
  const r = (weights.length - 1) / 2;
  const [h, w, c] = raster.shape;
  const wide = padded(raster, r);
  const line = wide.shape[1] * c;
  const [apart, first] = along === "columns" ? [line, r * c] : [c, r * line];
  const result = new Float64Array(h * w * c);
  for (let y = 0; y < h; y++)
    for (let k = 0; k < weights.length; k++)
      for (let i = 0; i < w * c; i++)
        result[y * w * c + i]! += weights[k]! * wide.data[y * line + first + k * apart + i]!;
  return {data: result, shape: raster.shape};
}

/**
 * Bilateral filter: a Gaussian blur in which pixels of another colour hardly count.
 *
 *     y_p = Σ_d g(d) t(x_{p+d} - x_p) x_{p+d} / Σ_d g(d) t(x_{p+d} - x_p)
 *     g(d) = exp(-|d|² / 2σ²),  |d| <= ⌈2σ⌉ in rows and in columns,      t(v) = exp(-mean(v²) / 2τ²), the mean over channels
 *
 * (Tomasi & Manduchi, 1998.) Edges are repeated. Loss: differences well below τ are smoothed as by a blur, be they noise or texture; those well above stay, be they edges or wild pixels.
 */
import {exponential} from "../exact-functions.js";
import {padded, type Raster} from "./raster.js";

/** `sigma` in pixels and `tone`, τ, black to white being 1; both above 0. */
export function bilateralFilter(raster: Raster, sigma: number, tone: number): Raster {
  checkPositive("sigma", sigma);
  checkPositive("tone", tone);
  const r = Math.ceil(2 * sigma);
  const [h, w, c] = raster.shape;
  const {data, shape} = padded(raster, r);
  const sums = new Float64Array(h * w * c);
  const weights = new Float64Array(h * w);
  for (let dy = -r; dy <= r; dy++)
    for (let dx = -r; dx <= r; dx++) {
      const near = exponential(-(dy * dy + dx * dx) / (2 * sigma * sigma));
      for (let p = 0; p < h * w; p++) {
        const row = Math.floor(p / w) + r + dy;
        const from = (row * shape[1] + (p % w) + r + dx) * c;
        let difference = 0;
        for (let k = 0; k < c; k++) difference += (data[from + k]! - raster.data[p * c + k]!) ** 2;
        const weight = near * exponential(-difference / c / (2 * tone * tone));
        weights[p]! += weight;
        for (let k = 0; k < c; k++) sums[p * c + k]! += weight * data[from + k]!;
      }
    }
  return {data: sums.map((sum, i) => sum / weights[Math.floor(i / c)]!), shape: raster.shape};
}

export function checkPositive(name: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`invalid ${name}: ${value} (a number above 0)`);
}

/**
 * Samplers that follow the field: dx/dt = v(x, t), from noise to picture, without chance. With h the length of a step in time
 *
 *     Euler   x <- x + h v(x, t)
 *     Heun    x <- x + h (v(x, t) + v(x + h v(x, t), t + h)) / 2       (Karras et al., 2022, algorithm 1)
 *
 * Heun asks the network twice a step, and once in the last: at the picture itself a network has nothing to say.
 */
import {type Stop, saidAs, samplerOf} from "./sampling.js";

export const euler = samplerOf(async (stop, to, options) =>
  moved(stop, saidAs("velocity", stop, options), to),
);

export const heun = samplerOf(async (stop, to, options) => {
  const first = saidAs("velocity", stop, options);
  const there = moved(stop, first, to);
  if (to === 1) return there;
  const prediction = await options.denoise(there, to);
  const second = saidAs("velocity", {x: there, t: to, prediction}, options);
  const mean = first.map((v, i) => (v + second[i]!) / 2);
  return moved(stop, mean, to);
});

function moved({x, t}: Stop, velocity: Float32Array, to: number): Float32Array {
  return x.map((value, i) => value + (to - t) * velocity[i]!);
}

/** The state of a ball after a step. */
export function momentumStep(
  state: {weight: number; velocity: number},
  gradient: number,
  rate: number,
  momentum: number,
) {
  const velocity = momentum * state.velocity + gradient;
  return {weight: state.weight - rate * velocity, velocity};
}

/** The state of Adam after a step. `steps` are those taken so far. */
export function adamStep(
  state: {weight: number; mean: number; square: number; steps: number},
  gradient: number,
  rate: number,
) {
  const steps = state.steps + 1;
  const mean = 0.9 * state.mean + 0.1 * gradient;
  const square = 0.999 * state.square + 0.001 * gradient * gradient;
  const along = mean / (1 - 0.9 ** steps);
  const size = Math.sqrt(square / (1 - 0.999 ** steps)) + 1e-8;
  return {weight: state.weight - (rate * along) / size, mean, square, steps};
}

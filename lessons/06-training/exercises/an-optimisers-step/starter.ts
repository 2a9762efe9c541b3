/** The state of a ball after a step. */
export function momentumStep(
  state: {weight: number; velocity: number},
  gradient: number,
  rate: number,
  momentum: number,
) {
  return {weight: 0, velocity: 0};
}

/** The state of Adam after a step. `steps` are those taken so far. */
export function adamStep(
  state: {weight: number; mean: number; square: number; steps: number},
  gradient: number,
  rate: number,
) {
  return {weight: 0, mean: 0, square: 0, steps: 0};
}

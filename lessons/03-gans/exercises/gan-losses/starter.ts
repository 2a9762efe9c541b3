/** The mean of -ln D over real pictures plus the mean of -ln(1 - D) over generated ones. */
export function discriminatorLoss(real: number[], fake: number[]): number {
  return 0;
}

/** The mean of -ln D over generated pictures. */
export function generatorLoss(fake: number[]): number {
  return 0;
}

/** How the discriminator's loss changes with each logit. */
export function discriminatorGradient(
  real: number[],
  fake: number[],
): {real: number[]; fake: number[]} {
  return {real: [], fake: []};
}

/** How the generator's loss changes with each logit. */
export function generatorGradient(fake: number[]): number[] {
  return [];
}
